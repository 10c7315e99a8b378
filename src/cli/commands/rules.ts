import { err, ok, type Result } from '../../core/result.ts'
import { ALL_RULES } from '../../core/switches.ts'
import { lineNumbers, lineStarts } from '../../core/text/lines.ts'
import { previewRules, type RulePreview, type Strike } from '../../core/user-rules/preview.ts'
import { userRuleId } from '../../core/user-rules/user-rule.ts'
import type { Arguments } from '../arguments.ts'
import { explain, printable } from '../explain.ts'
import type { ExitCode, Io } from '../io.ts'
import type { Messages } from '../messages.ts'
import { openText } from '../open-text.ts'
import { readRules } from '../rule-choice.ts'

/**
 * `jiaokan rules FILE BOOK…`: what the rules of a file would propose in these books, counted, with the first places of each.
 * Without a book the file is looked at only. Writes no file.
 */
export async function rules(args: Arguments, io: Io, m: Messages): Promise<Result<ExitCode, string>> {
  const [file, ...books] = args.positionals
  if (file === undefined) return err(m.noFiles)
  const read = await readRules(file, io, m)
  if (!read.ok) return read
  await io.stdout.write(m.rulesRead(printable(file), read.value.length))
  let failed = false
  for (const given of books) {
    const source = await openText(io, given, { encoding: null, strict: false, ...ALL_RULES })
    if (!source.ok) {
      const { what, todo } = explain(source.error, m)
      await io.stderr.write(m.failure(printable(given), what, todo))
      failed = true
      continue
    }
    const { raw, blocks } = source.value
    const previews = previewRules(raw, blocks, read.value)
    await io.stdout.write(previews.map((one) => listed(printable(given), raw.text, one, m)).join(''))
  }
  return ok(failed ? 1 : 0)
}

function listed(book: string, text: string, { id, count, first }: RulePreview, m: Messages): string {
  const lineOf = lineNumbers(text)
  const starts = lineStarts(text)
  const places = first.map(({ at, ...strike }) => {
    const line = lineOf(at)
    return `  ${book}:${String(line)}:${String(at - (starts[line - 1] ?? 0) + 1)}: ${change(strike, m)}\n`
  })
  return m.ruleStrikes(book, userRuleId({ id }), count) + places.join('')
}

function change({ quote, insert, changesDigits }: Omit<Strike, 'at'>, m: Messages): string {
  if (insert === null) return printable(quote)
  return `${printable(quote)} → ${printable(insert)}${changesDigits ? m.digitsWouldChange : ''}`
}
