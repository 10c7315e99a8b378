import { resolve } from 'node:path'
import { carryOver, type Carried } from '../../core/carry/carry-over.ts'
import type { RuleId } from '../../core/corrections/correction.ts'
import { packAnalysis, payloadHash } from '../../core/document/codec.ts'
import type { Logged } from '../../core/document/event.ts'
import { fromAnalysis } from '../../core/document/from-analysis.ts'
import { step } from '../../core/document/replay.ts'
import { startOf } from '../../core/project/open-project.ts'
import type { Project } from '../../core/project/project.ts'
import { writeProject } from '../../core/project/write-project.ts'
import { err, ok, type Result } from '../../core/result.ts'
import { lineStarts } from '../../core/text/lines.ts'
import type { Arguments, OptionKinds } from '../arguments.ts'
import { openProjectFile, PROJECT_EXTENSION } from '../book-file.ts'
import { analyseSource, decodeSource } from '../clean-source.ts'
import { explain, explainClash, printable } from '../explain.ts'
import type { Failure } from '../failure.ts'
import type { ExitCode, Io } from '../io.ts'
import type { Messages } from '../messages.ts'
import { offRules } from '../off.ts'
import { checkOutputs, inputsOf, type Input } from '../output-plan.ts'
import { readSource } from '../read-source.ts'
import { verifyDocument } from '../verify.ts'
import { makeFolder, writeFiles } from '../write-files.ts'

export const CARRY_OPTIONS: OptionKinds = { out: 'value', title: 'value', off: 'value' }

/**
 * `jiaokan carry`: the decisions of a project laid over the raw text of a later proof, as a new project beside it. What
 * moved, what the new text has already and what is in conflict is told; conflicts stand in the new book as notes.
 */
export async function carry(args: Arguments, io: Io, m: Messages): Promise<Result<ExitCode, string>> {
  const [old, text, ...more] = args.positionals
  const out = args.values.get('out')
  if (old === undefined || text === undefined || more.length > 0) return err(m.projectAndText)
  if (out === undefined) return err(m.noOut)
  const off = offRules(args, m)
  if (!off.ok) return off
  const inputs = inputsOf([text, old], io.cwd)
  const [fresh] = inputs
  if (!fresh || inputs.some((input) => input.path === null)) return err(m.projectAndText)
  const folder = resolve(io.cwd, out)
  const clash = await checkOutputs(io.fs, [fresh], [{ extension: PROJECT_EXTENSION }], folder)
  if (!clash.ok) return err(explainClash(clash.error, m))
  const name = fresh.stem + PROJECT_EXTENSION
  if (resolve(folder, name) === resolve(io.cwd, old)) return err(m.overInput(old, name))
  const made = await carried(io, m, { old, fresh, title: args.values.get('title'), off: off.value })
  const made2 = made.ok ? await makeFolder(io.fs, folder) : made
  const written =
    made.ok && made2.ok
      ? await io.uninterrupted((stop) =>
          writeFiles(io.fs, made2.value, new Map([[name, made.value.file]]), stop),
        )
      : made2
  if (!made.ok || !written.ok) {
    const failure = !made.ok ? made.error : !written.ok ? written.error : null
    if (failure) {
      const { what, todo } = explain(failure, m)
      await io.stderr.write(m.failure(printable(made.ok ? out : failedOn(made.error, old, text)), what, todo))
    }
    return ok(1)
  }
  await io.stdout.write(made.value.report)
  await io.stdout.write(m.carriedInto(printable(name)))
  return ok(0)
}

/** Only a project can be wrong as one. */
function failedOn(failure: Failure, old: string, text: string): string {
  return failure.kind === 'project' ? old : text
}

interface Made {
  readonly file: string
  readonly report: string
}

async function carried(
  io: Io,
  m: Messages,
  {
    old,
    fresh,
    title,
    off,
  }: {
    readonly old: string
    readonly fresh: Input
    readonly title: string | undefined
    readonly off: ReadonlySet<RuleId>
  },
): Promise<Result<Made, Failure>> {
  const bytes = await readSource(io.fs, resolve(io.cwd, old))
  if (!bytes.ok) return bytes
  const opened = openProjectFile(bytes.value)
  if (!opened.ok) return opened
  const { project, document } = opened.value
  const start = startOf(project.source, project.events[0]?.event)
  if (!start.ok) return err({ kind: 'project', error: start.error })
  const newBytes = await readSource(io.fs, fresh.path ?? '')
  if (!newBytes.ok) return newBytes
  const decoded = decodeSource(newBytes.value, null)
  if (!decoded.ok) return decoded
  const analysis = analyseSource(decoded.value, { strict: false, off })
  if (!analysis.ok) return analysis

  const { raw, encoding, evidence, bom, newline } = decoded.value
  const payload = packAnalysis(analysis.value)
  const at = io.today().toISOString()
  const { engine } = analysis.value
  const first: Logged = {
    seq: 1,
    at,
    by: 'engine',
    event: { type: 'analysed', engine, payload: payloadHash(payload) },
  }
  const bare = fromAnalysis(raw, analysis.value)
  const begun = bare.ok ? step(bare.value, first) : bare
  if (!begun.ok) return err({ kind: 'bug', error: new Error(begun.error.reason) })
  const result = carryOver({ start: start.value, document, log: project.events }, begun.value, {
    at,
    by: 'carried',
    remark: (conflict) => m.remark(kindOf(conflict, m), conflict.quote),
  })
  const imbalance = verifyDocument(result.document)
  if (imbalance) return err({ kind: 'imbalance', error: imbalance })
  const next: Project = {
    source: {
      name: fresh.name,
      sha256: raw.sha256,
      encoding,
      evidence,
      bom,
      newline,
      text: raw.text,
      payload,
    },
    events: [first, ...result.events],
    book: {
      title: title ?? fresh.stem,
      settings: {
        ...project.book.settings,
        earlier: { title: project.book.title, sha256: project.source.sha256 },
      },
    },
  }
  return ok({
    file: writeProject(next),
    report: reportOf(result.decisions, project.source.text, raw.text, m),
  })
}

function reportOf(decisions: readonly Carried[], before: string, now: string, m: Messages): string {
  const of = (outcome: Carried['outcome']): Carried[] => decisions.filter((one) => one.outcome === outcome)
  const [oldLines, newLines] = [lineStarts(before), lineStarts(now)]
  const lineOf = (starts: readonly number[], at: number): number => starts.findLastIndex((s) => s <= at) + 1
  const conflicts = of('conflict').map((one) =>
    m.conflict(
      kindOf(one, m),
      lineOf(oldLines, one.decision.span.from),
      lineOf(newLines, one.at),
      printable(one.quote),
      printable(one.now),
    ),
  )
  return [m.carried(of('moved').length, of('already').length, conflicts.length), ...conflicts].join('')
}

function kindOf({ decision }: Carried, m: Messages): string {
  return m.decision[decision.kind]
}
