import type { ExportSource } from '../../core/export/exporter.ts'
import { reasonText } from '../../core/messages.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { Suggestion } from '../../core/structure/block.ts'
import { ENCODINGS, parseEncoding } from '../../core/text/encoding.ts'
import { lineStarts } from '../../core/text/lines.ts'
import type { Arguments, OptionKinds } from '../arguments.ts'
import { explain, printable } from '../explain.ts'
import type { ExitCode, Io } from '../io.ts'
import type { Messages } from '../messages.ts'
import { openText } from '../open-text.ts'
import { RULE_OPTIONS, ruleChoice } from '../rule-choice.ts'

export const CHECK_OPTIONS: OptionKinds = {
  'fail-on': 'value',
  encoding: 'value',
  strict: 'flag',
  ...RULE_OPTIONS,
}

/** How sure a rule is, as a word and as the least confidence that has it: the words and bounds of the window. */
const LEVELS = [
  ['certain', 0.95],
  ['likely', 0.75],
  ['possible', 0.5],
  ['doubtful', 0],
] as const

/**
 * `jiaokan check`: what is suspected in raw texts, and what nobody has settled yet in projects, one finding a line as
 * `file:line:column`. 1 where there is one at or above `--fail-on`, or a file could not be read. Writes no file.
 */
export async function check(args: Arguments, io: Io, m: Messages): Promise<Result<ExitCode, string>> {
  const wanted = args.values.get('fail-on') ?? 'doubtful'
  const level = LEVELS.find(([name]) => name === wanted)
  if (!level) return err(m.badValue('--fail-on', wanted, LEVELS.map(([name]) => name).join(' ')))
  const label = args.values.get('encoding')
  const encoding = label === undefined ? null : parseEncoding(label)
  if (label !== undefined && !encoding) return err(m.badValue('--encoding', label, ENCODINGS.join(' ')))
  const choice = await ruleChoice(args, io, m)
  if (!choice.ok) return choice
  if (args.positionals.length === 0) return err(m.noFiles)
  if (args.positionals.filter((given) => given === '-').length > 1) return err(m.stdinTwice)
  let failed = false
  for (const given of args.positionals) {
    const source = await openText(io, given, { encoding, strict: args.flags.has('strict'), ...choice.value })
    if (!source.ok) {
      const { what, todo } = explain(source.error, m)
      await io.stderr.write(m.failure(printable(given), what, todo))
      failed = true
      continue
    }
    const failing = source.value.suggestions.filter((s) => s.confidence >= level[1]).length
    failed ||= failing > 0
    await io.stdout.write(listed(printable(given), source.value, m))
    await io.stdout.write(m.checked(printable(given), source.value.suggestions.length, failing))
  }
  return ok(failed ? 1 : 0)
}

function listed(file: string, { raw, suggestions }: ExportSource, m: Messages): string {
  const starts = lineStarts(raw.text)
  const sorted = [...suggestions].sort(
    (a, b) => a.span.from - b.span.from || a.span.to - b.span.to || (a.key < b.key ? -1 : 1),
  )
  let line = 0
  return sorted
    .map((s) => {
      while ((starts[line + 1] ?? Infinity) <= s.span.from) line++
      const column = s.span.from - (starts[line] ?? 0) + 1
      return `${file}:${line + 1}:${column}: ${levelOf(s, m)} ${s.rule}: ${reasonText(s.rule, s.reason, m.language)}\n`
    })
    .join('')
}

function levelOf({ confidence }: Suggestion, m: Messages): string {
  const [name] = LEVELS.find(([, least]) => confidence >= least) ?? LEVELS[3]
  return m.confidence[name]
}
