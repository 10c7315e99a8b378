import { createHash } from 'node:crypto'
import { errorText } from '../core/error-text.ts'
import type { ExportOptions } from '../core/export/exporter.ts'
import { yearbook } from '../core/export/yearbook.ts'
import { err, ok, type Result } from '../core/result.ts'
import type { RuleChoice } from '../core/switches.ts'
import { firstFault } from '../core/text/decode-faults.ts'
import { fromString } from '../core/text/decode.ts'
import { cleanSource } from './clean-source.ts'
import { explain, explainDecoding } from './explain.ts'
import { decoder } from './decoder.ts'
import type { Io } from './io.ts'
import type { Messages } from './messages.ts'

/** A line that was not cleaned. `kind` is for programs, `message` for people. */
interface LineError {
  readonly kind: string
  readonly message: string
  readonly name?: string
}

/** What one line may hold at most, in bytes. */
const LONGEST = 2 ** 29 - 24

export interface FilterOptions {
  readonly strict: boolean
  readonly choice: RuleChoice
  /** What the export holds; its `stem` is not used. */
  readonly export: ExportOptions
  /** Bytes of the longest line that is taken. */
  readonly longest?: number
}

/**
 * Standard input to standard output, line by line and in order: a document in, a book out, so that a line
 * number means the same on both sides. A line that cannot be cleaned gives `{"error": …}` in its place.
 * True where all could.
 */
export async function filter(io: Io, m: Messages, options: FilterOptions): Promise<boolean> {
  let number = 0
  let good = true
  for await (const line of lines(io.stdin, options.longest ?? LONGEST)) {
    number++
    const out =
      line === null
        ? err({ kind: 'too-long', message: m.lineTooLong })
        : await cleanLine(line, io, m, options)
    good &&= out.ok
    await io.stdout.write(
      JSON.stringify(out.ok ? out.value : { error: { line: number, ...out.error } }) + '\n',
    )
  }
  return good
}

async function cleanLine(
  line: Uint8Array,
  { figuresBeside }: Io,
  m: Messages,
  options: FilterOptions,
): Promise<Result<object, LineError>> {
  const json = decoder.decode('utf-8', line)
  if (json === null) return err({ kind: 'not-utf-8', message: m.notUtf8(firstFault(line, 'utf-8')?.at ?? 0) })
  const document = parseDocument(json, m)
  if (!document.ok) return document
  const { name, text } = document.value
  const decoded = fromString(text, createHash('sha256').update(text).digest('hex'))
  if (!decoded.ok) {
    return err({ kind: decoded.error.kind, message: explainDecoding(decoded.error, false, m).what, name })
  }
  const source = await cleanSource(name, decoded.value, {
    strict: options.strict,
    figuresBeside,
    ...options.choice,
  })
  if (!source.ok) return err({ kind: source.error.kind, message: explain(source.error, m).what, name })
  return ok(yearbook({ sources: [source.value] }, options.export))
}

function parseDocument(json: string, m: Messages): Result<{ name: string; text: string }, LineError> {
  let value: unknown
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''))
  } catch (error) {
    return err({
      kind: 'not-json',
      message: m.notJson(errorText(error)),
    })
  }
  if (typeof value === 'object' && value !== null && 'name' in value && 'text' in value) {
    const { name, text } = value
    if (typeof name === 'string' && name !== '' && typeof text === 'string') return ok({ name, text })
  }
  return err({ kind: 'not-a-document', message: m.notDocument })
}

/** The lines of a stream without their ends; null for one that is too long to be kept. */
async function* lines(input: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Uint8Array | null> {
  let parts: Uint8Array[] = []
  let length = 0
  const take = (part: Uint8Array): void => {
    length += part.length
    if (length <= longest) parts.push(part)
    else parts = []
  }
  const whole = (): Uint8Array | null => {
    const line = length <= longest ? Buffer.concat(parts) : null
    parts = []
    length = 0
    return line
  }
  for await (const chunk of input) {
    let from = 0
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, from)) {
      take(chunk.subarray(from, at))
      yield whole()
      from = at + 1
    }
    take(chunk.subarray(from))
  }
  // What stands after the last line end is a line where it is anything.
  if (length > 0) yield whole()
}
