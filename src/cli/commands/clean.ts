import { resolve } from 'node:path'
import type { Exporter, ExportOptions, ExportSource } from '../../core/export/exporter.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { RuleChoice } from '../../core/switches.ts'
import type { Decoded } from '../../core/text/decode.ts'
import { ENCODINGS, parseEncoding, type Encoding } from '../../core/text/encoding.ts'
import type { Arguments, OptionKinds } from '../arguments.ts'
import { newProject, PROJECT_EXTENSION } from '../book-file.ts'
import { analysedSource, analyseSource, decodeSource } from '../clean-source.ts'
import { explain, explainClash, printable } from '../explain.ts'
import type { Failure } from '../failure.ts'
import { EXPORT_OPTIONS, formatsOf } from '../formats.ts'
import type { ExitCode, Io } from '../io.ts'
import { filter } from '../jsonl.ts'
import type { Messages } from '../messages.ts'
import { checkOutputs, inputsOf, type Input } from '../output-plan.ts'
import { Progress } from '../progress.ts'
import { readSource, readStdin } from '../read-source.ts'
import { RULE_OPTIONS, ruleChoice } from '../rule-choice.ts'
import { makeFolder, writeFiles } from '../write-files.ts'

export const CLEAN_OPTIONS: OptionKinds = {
  ...EXPORT_OPTIONS,
  encoding: 'value',
  project: 'flag',
  strict: 'flag',
  ...RULE_OPTIONS,
  jsonl: 'flag',
}

interface Job {
  readonly io: Io
  readonly m: Messages
  readonly exporters: readonly Exporter[]
  readonly encoding: Encoding | null
  readonly strict: boolean
  readonly choice: RuleChoice
  /** A project file beside the exports, to be worked on. */
  readonly project: boolean
  readonly export: Omit<ExportOptions, 'stem'>
}

/** `jiaokan clean`. What is wrong with its arguments comes out as a sentence, before anything is read or written. */
export async function clean(args: Arguments, io: Io, m: Messages): Promise<Result<ExitCode, string>> {
  const job = await jobOf(args, io, m)
  if (!job.ok) return job
  return args.flags.has('jsonl') ? cleanLines(args, job.value) : cleanFiles(args, job.value)
}

async function jobOf(args: Arguments, io: Io, m: Messages): Promise<Result<Job, string>> {
  const label = args.values.get('encoding')
  const encoding = label === undefined ? null : parseEncoding(label)
  if (label !== undefined && !encoding) return err(m.badValue('--encoding', label, ENCODINGS.join(' ')))
  const formats = formatsOf(args, m)
  if (!formats.ok) return formats
  const { exporters, options } = formats.value
  const choice = await ruleChoice(args, io, m)
  if (!choice.ok) return choice
  const strict = args.flags.has('strict')
  return ok({
    io,
    m,
    exporters,
    encoding,
    strict,
    choice: choice.value,
    project: args.flags.has('project'),
    export: options,
  })
}

async function cleanLines(
  args: Arguments,
  { io, m, strict, choice, export: options }: Job,
): Promise<Result<ExitCode, string>> {
  for (const other of ['out', 'format', 'encoding']) {
    if (args.values.has(other)) return err(m.together('--jsonl', `--${other}`))
  }
  if (args.flags.has('project')) return err(m.together('--jsonl', '--project'))
  const extra = args.positionals.find((p) => p !== '-')
  if (extra !== undefined) return err(m.unwanted(extra))
  const good = await filter(io, m, { strict, choice, export: { ...options, stem: '' } })
  return ok(good ? 0 : 1)
}

async function cleanFiles(args: Arguments, job: Job): Promise<Result<ExitCode, string>> {
  const { io, m } = job
  const out = args.values.get('out')
  if (args.positionals.length === 0) return err(m.noFiles)
  if (out === undefined) return err(m.noOut)
  const inputs = inputsOf(args.positionals, io.cwd)
  if (inputs.filter((i) => i.path === null).length > 1) return err(m.stdinTwice)
  const folder = resolve(io.cwd, out)
  const outputs = job.project ? [...job.exporters, { extension: PROJECT_EXTENSION } as const] : job.exporters
  const clash = await checkOutputs(io.fs, inputs, outputs, folder)
  if (!clash.ok) return err(explainClash(clash.error, m))
  const made = await makeFolder(io.fs, folder)
  if (!made.ok) {
    const { what, todo } = explain(made.error, m)
    await io.stderr.write(m.folder(printable(out), what, todo))
    return ok(1)
  }

  const progress = new Progress(io, m, inputs.length)
  let failed = 0
  for (const input of inputs) {
    progress.next()
    const done = await cleanFile(job, input, made.value, progress).catch((error: unknown) =>
      err({ kind: 'bug', error } as const),
    )
    progress.clear()
    if (done.ok) {
      await tell(io, done.value)
      continue
    }
    failed++
    await complain(job, input, done.error)
    if (done.error.kind === 'stopped') break
  }
  if (inputs.length > 1) await tell(io, m.total(inputs.length - failed, failed))
  return ok(failed > 0 ? 1 : 0)
}

/** One input from reading to writing: all its files, or none. Comes out as the line that tells of it. */
async function cleanFile(
  job: Job,
  input: Input,
  folder: string,
  progress: Progress,
): Promise<Result<string, Failure>> {
  const { io, m } = job
  progress.at('read', 0)
  const bytes = input.path === null ? await readStdin(io) : await readSource(io.fs, input.path)
  if (!bytes.ok) return bytes
  progress.at('decode', 0)
  const decoded = decodeSource(bytes.value, job.encoding)
  if (!decoded.ok) return decoded
  const analysis = await analyseSource(decoded.value, {
    strict: job.strict,
    figuresBeside: io.figuresBeside,
    ...job.choice,
    onProgress: (done) => progress.at('analyse', done),
  })
  if (!analysis.ok) return analysis
  const source = analysedSource(input.name, decoded.value, analysis.value)
  progress.at('write', 0)
  const files = new Map<string, string>()
  for (const exporter of job.exporters) {
    const made = exporter.write({ sources: [source] }, { ...job.export, stem: input.stem })
    if (!made.ok) return err({ kind: 'export', error: made.error })
    for (const [name, content] of made.value) files.set(name, content)
  }
  if (job.project) {
    const labels = { name: input.name, title: input.stem, at: io.today() }
    files.set(input.stem + PROJECT_EXTENSION, newProject(labels, decoded.value, analysis.value))
  }
  const written = await io.uninterrupted((stop) => writeFiles(io.fs, folder, files, stop))
  if (!written.ok) return written
  const outputs = [...files.keys()].map(printable).join(m.comma)
  return ok(m.written(printable(input.given), outputs, factsOf(decoded.value, source, m)))
}

function factsOf(decoded: Decoded, source: ExportSource, m: Messages): string {
  const entries = source.blocks.filter((b) => b.role === 'title').length
  const guessed = decoded.evidence === 'score'
  const { corrections, suggestions, raw } = source
  return m.facts(decoded.encoding, guessed, raw.text.length, entries, corrections.length, suggestions.length)
}

/** Reports what is done. Nobody may be reading it any more, which is no reason to leave the other files undone. */
async function tell(io: Io, text: string): Promise<void> {
  await io.stdout.write(text).catch(() => undefined)
}

async function complain({ io, m }: Job, input: Input, failure: Failure): Promise<void> {
  const { what, todo } = explain(failure, m)
  await io.stderr.write(m.failure(printable(input.given), what, todo))
  if (failure.kind === 'bug' && io.env['JIAOKAN_DEBUG'] && failure.error instanceof Error) {
    await io.stderr.write(`${failure.error.stack ?? ''}\n`)
  }
}
