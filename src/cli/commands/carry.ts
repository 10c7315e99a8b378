import { resolve } from 'node:path'
import type { Carried } from '../../core/carry/carried.ts'
import { nameOf } from '../../core/carry/decisions.ts'
import { nextProof } from '../../core/carry/next-proof.ts'
import { writeProject } from '../../core/project/write-project.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { RuleChoice } from '../../core/switches.ts'
import { lineStarts } from '../../core/text/lines.ts'
import type { Arguments, OptionKinds } from '../arguments.ts'
import { openProjectFile, PROJECT_EXTENSION } from '../book-file.ts'
import { analyseSource, decodeSource } from '../clean-source.ts'
import { explain, explainClash, printable } from '../explain.ts'
import type { Failure } from '../failure.ts'
import type { ExitCode, Io } from '../io.ts'
import type { Messages } from '../messages.ts'
import { checkOutputs, inputsOf, type Input } from '../output-plan.ts'
import { readSource } from '../read-source.ts'
import { RULE_OPTIONS, ruleChoice } from '../rule-choice.ts'
import { verifyDocument } from '../verify.ts'
import { makeFolder, writeFiles } from '../write-files.ts'

export const CARRY_OPTIONS: OptionKinds = { out: 'value', title: 'value', ...RULE_OPTIONS }

/**
 * `jiaokan carry`: the decisions of a project laid over the raw text of a later proof, as a new project beside it. What
 * moved, what the new text has already and what is in conflict is told; conflicts stand in the new book as notes.
 */
export async function carry(args: Arguments, io: Io, m: Messages): Promise<Result<ExitCode, string>> {
  const [old, text, ...more] = args.positionals
  const out = args.values.get('out')
  if (old === undefined || text === undefined || more.length > 0) return err(m.projectAndText)
  if (out === undefined) return err(m.noOut)
  const choice = await ruleChoice(args, io, m)
  if (!choice.ok) return choice
  const inputs = inputsOf([text, old], io.cwd)
  const [fresh] = inputs
  if (!fresh || inputs.some((input) => input.path === null)) return err(m.projectAndText)
  const folder = resolve(io.cwd, out)
  const clash = await checkOutputs(io.fs, [fresh], [{ extension: PROJECT_EXTENSION }], folder)
  if (!clash.ok) return err(explainClash(clash.error, m))
  const name = fresh.stem + PROJECT_EXTENSION
  if (resolve(folder, name) === resolve(io.cwd, old)) return err(m.overInput(old, name))
  const made = await carried(io, m, { old, fresh, title: args.values.get('title'), choice: choice.value })
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
    choice,
  }: {
    readonly old: string
    readonly fresh: Input
    readonly title: string | undefined
    readonly choice: RuleChoice
  },
): Promise<Result<Made, Failure>> {
  const bytes = await readSource(io.fs, resolve(io.cwd, old))
  if (!bytes.ok) return bytes
  const opened = openProjectFile(bytes.value)
  if (!opened.ok) return opened
  const newBytes = await readSource(io.fs, fresh.path ?? '')
  if (!newBytes.ok) return newBytes
  const decoded = decodeSource(newBytes.value, null)
  if (!decoded.ok) return decoded
  const analysis = await analyseSource(decoded.value, {
    strict: false,
    figuresBeside: io.figuresBeside,
    ...choice,
  })
  if (!analysis.ok) return analysis

  const { raw, encoding, evidence, bom, newline } = decoded.value
  const made = nextProof(
    opened.value,
    {
      title: title ?? fresh.stem,
      raw,
      source: { name: fresh.name, encoding, evidence, bom, newline },
      analysis: analysis.value,
    },
    { at: io.today().toISOString(), by: 'carried', remark: (conflict) => remarkOf(conflict, m) },
  )
  if (!made.ok) return err({ kind: 'project', error: made.error })
  const imbalance = verifyDocument(made.value.document)
  if (imbalance) return err({ kind: 'imbalance', error: imbalance })
  return ok({
    file: writeProject(made.value.project),
    report: reportOf(made.value.decisions, opened.value.project.source.text, raw.text, m),
  })
}

/** What is to be read again says so by itself. */
function remarkOf({ decision, quote, decided }: Carried, m: Messages): string {
  return decision.kind === 'read' ? '' : m.remark(m.decision[nameOf(decision)], quote, decided)
}

function reportOf(decisions: readonly Carried[], before: string, now: string, m: Messages): string {
  const of = (outcome: Carried['outcome']): Carried[] => decisions.filter((one) => one.outcome === outcome)
  const [oldLines, newLines] = [lineStarts(before), lineStarts(now)]
  const lineOf = (starts: readonly number[], at: number): number => starts.findLastIndex((s) => s <= at) + 1
  const conflicts = of('conflict').map((one) =>
    m.conflict(
      m.decision[nameOf(one.decision)],
      lineOf(oldLines, one.decision.span.from),
      lineOf(newLines, one.at),
      printable(one.quote),
      printable(one.now),
      one.reason === null ? '' : m.conflictReason[one.reason],
    ),
  )
  return [m.carried(of('moved').length, of('already').length, conflicts.length), ...conflicts].join('')
}
