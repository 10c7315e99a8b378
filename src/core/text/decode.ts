import { err, ok, type Result } from '../result.ts'
import { detect, tooManyNuls, type Detected } from './decode-detect.ts'
import type { DecodeError } from './decode-error.ts'
import { firstFault } from './decode-faults.ts'
import { magic } from './decode-magic.ts'
import { partlyUtf8 } from './decode-mixed.ts'
import { faultError } from './decode-place.ts'
import type { DecoderPort } from './decoder-port.ts'
import type { Encoding, Evidence, Newline } from './encoding.ts'
import { rawText, type RawText } from './raw-text.ts'

export type { DecodeError } from './decode-error.ts'
export type { DecoderPort } from './decoder-port.ts'

/** A source as text, and all that decoding took away. */
export interface Decoded {
  /** LF only, without byte order mark; its `sha256` is that of the bytes as they came. */
  readonly raw: RawText
  readonly encoding: Encoding
  readonly evidence: Evidence
  readonly bom: boolean
  readonly newline: Newline
}

export interface DecodeOptions {
  /** What the editor says it is: nothing is guessed then. */
  readonly encoding?: Encoding
  /** Most UTF-16 units one string can hold. */
  readonly limit?: number
}

/** What V8 can hold in one string, in UTF-16 units. */
const LONGEST = 2 ** 29 - 24

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
]

/**
 * Turns the bytes of a source into raw text.
 *
 * In: the whole file. Out: text with LF line ends and no byte order mark, with what was found about the bytes.
 * Strict: nothing is replaced by U+FFFD. Every error names a byte offset (from 0) and a line (from 1) where
 * there is one. Magic bytes of other formats are refused even where the encoding is given.
 */
export function decode(
  bytes: Uint8Array,
  port: DecoderPort,
  options: DecodeOptions = {},
): Result<Decoded, DecodeError> {
  if (bytes.length === 0) return err({ kind: 'empty' })
  const what = magic(bytes)
  if (what) return err({ kind: 'binary', what, at: 0 })
  const mark = MARKS.find(([, marks]) => marks.every((b, i) => bytes[i] === b))
  const marked = mark?.[0]
  if (bytes.length === mark?.[1].length) return err({ kind: 'only-bom', encoding: mark[0] })
  if (marked && options.encoding && marked !== options.encoding) return err({ kind: 'contradicted', marked })
  const start = mark?.[1].length ?? 0
  const body = bytes.subarray(start)
  const found = encodingOf(body, port, options.encoding, marked)
  if (!found.ok)
    return err('at' in found.error ? { ...found.error, at: found.error.at + start } : found.error)
  const { encoding, evidence } = found.value

  const limit = options.limit ?? LONGEST
  const units = body.length > limit ? unitsOf(body, encoding) : 0
  if (units > limit) return err({ kind: 'too-large', units, limit })
  const text = port.decode(encoding, body)
  if (text === null) return err({ kind: 'unsupported', encoding })
  const clean = plain(text)
  if (clean === '') return err({ kind: 'only-bom', encoding })
  const raw = rawText(clean, port.sha256(bytes))
  // The walk for faults has refused lone surrogates, the rest was taken out above.
  if (!raw.ok) throw new Error(`decoded text is no raw text: ${raw.error.kind} at ${raw.error.at}`)
  const bom = mark !== undefined || text.startsWith('\ufeff')
  return ok({ raw: raw.value, encoding, evidence, bom, newline: newlineOf(text) })
}

/**
 * Turns text that comes as a string (pasted, or a field of JSON) into raw text, as {@link decode} does with
 * bytes. `sha256` is that of its UTF-8 bytes.
 */
export function fromString(text: string, sha256: string): Result<Decoded, DecodeError> {
  if (text === '') return err({ kind: 'empty' })
  const clean = plain(text)
  if (clean === '') return err({ kind: 'only-bom', encoding: 'utf-8' })
  const raw = rawText(clean, sha256)
  if (!raw.ok) return err({ kind: 'lone-surrogate', line: clean.slice(0, raw.error.at).split('\n').length })
  const bom = text.startsWith('\ufeff')
  return ok({ raw: raw.value, encoding: 'utf-8', evidence: 'override', bom, newline: newlineOf(text) })
}

/** LF line ends, no mark. A second mark is left behind where files were glued together; at the start it is none. */
function plain(text: string): string {
  const bare = text.replace(/^\ufeff+/, '')
  return bare.includes('\r') ? bare.replace(/\r\n?/g, '\n') : bare
}

function encodingOf(
  body: Uint8Array,
  port: DecoderPort,
  override: Encoding | undefined,
  marked: Encoding | undefined,
): Result<Detected, DecodeError> {
  const told = override ?? marked
  if (!told) return detect(body, port)
  if (told !== 'utf-16le' && told !== 'utf-16be' && tooManyNuls(body)) {
    return err({ kind: 'binary', what: 'nul', at: body.indexOf(0) })
  }
  const fault = firstFault(body, told)
  if (!fault) return ok({ encoding: told, evidence: override ? 'override' : 'bom' })
  const mixed = told === 'utf-8' && !override ? partlyUtf8(body, fault, port) : null
  return err(mixed ?? faultError(body, told, fault, [told]))
}

/** How many UTF-16 units the text will have, without decoding it. */
function unitsOf(bytes: Uint8Array, encoding: Encoding): number {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return bytes.length / 2
  let units = 0
  if (encoding === 'utf-8') {
    for (const b of bytes) units += b >= 0xf0 ? 2 : b < 0x80 || b >= 0xc0 ? 1 : 0
    return units
  }
  for (let at = 0; at < bytes.length; units++) {
    const second = bytes[at + 1] ?? 0
    const four = encoding === 'gb18030' && bytes[at]! > 0x80 && second < 0x40
    // A supplementary character (lead byte from 0x90 on) is two units.
    if (four && bytes[at]! >= 0x90) units++
    at += bytes[at]! <= 0x80 ? 1 : four ? 4 : 2
  }
  return units
}

function newlineOf(text: string): Newline {
  if (!text.includes('\r')) return 'lf'
  let lf = 0
  let crlf = 0
  let cr = 0
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at)
    if (c === 10 && before !== 13) lf = 1
    else if (c === 10) crlf = 1
    else if (before === 13) cr = 1
    before = c
  }
  if (before === 13) cr = 1
  if (lf + crlf + cr > 1) return 'mixed'
  return crlf ? 'crlf' : cr ? 'cr' : 'lf'
}
