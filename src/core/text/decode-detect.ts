import { err, ok, type Result } from '../result.ts'
import type { DecodeError } from './decode-error.ts'
import { firstFault } from './decode-faults.ts'
import { partlyUtf8 } from './decode-mixed.ts'
import { faultError } from './decode-place.ts'
import { rank } from './decode-score.ts'
import type { DecoderPort } from './decoder-port.ts'
import type { Encoding, Evidence } from './encoding.ts'

export interface Detected {
  readonly encoding: Encoding
  readonly evidence: Evidence
}

const LOOKS_LIKE_TEXT = 0.9
const LOOKS_CHINESE = 0.4
/** Letters with accents are what they are unless Chinese is as plain to see as this. */
const PLAINLY_CHINESE = 0.7

/**
 * Says how `bytes` (not empty, without their byte order mark) are encoded: NUL pattern of UTF-16, then what is
 * valid, then what reads like Chinese. The bytes are valid in the encoding that comes out.
 * Errors: binary, invalid, truncated, mixed; offsets count from the start of `bytes`.
 */
export function detect(bytes: Uint8Array, port: DecoderPort): Result<Detected, DecodeError> {
  const utf8 = firstFault(bytes, 'utf-8')
  const binary = tooManyNuls(bytes)
  if (binary || (utf8 && bytes.includes(0))) {
    const wide = utf16ByNuls(bytes, port)
    const fault = wide && firstFault(bytes, wide)
    if (wide && fault) return err(faultError(bytes, wide, fault, [wide]))
    if (wide) return ok({ encoding: wide, evidence: 'nul-pattern' })
    if (binary) return err({ kind: 'binary', what: 'nul', at: bytes.indexOf(0) })
  }
  if (!utf8) {
    const other = onlyTwoByteCharacters(bytes) ? plainlyLegacy(bytes, port) : null
    return ok(other ? { encoding: other, evidence: 'score' } : { encoding: 'utf-8', evidence: 'valid' })
  }
  const partly = partlyUtf8(bytes, utf8, port)
  return partly ? err(partly) : legacy(bytes, port)
}

/** More than one byte in a hundred is NUL: no text, unless it is UTF-16. */
export function tooManyNuls(bytes: Uint8Array): boolean {
  return countNuls(bytes) * 100 > bytes.length
}

function countNuls(bytes: Uint8Array): number {
  let n = 0
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) n++
  return n
}

/**
 * UTF-16 without a mark: every line end and digit is a NUL beside a byte. On which side it stands does not
 * say the order of bytes by itself, since 一 and the ideographic space are a byte beside a NUL too: both
 * orders are read, and the one that reads as text is taken. Two letters of ASCII taken for one unit are an
 * ideograph as well, but a rare one: hence the look at how frequent they are, where not all is ASCII.
 */
function utf16ByNuls(bytes: Uint8Array, port: DecoderPort): Encoding | null {
  // An odd byte at the end is found later, and named as what it is.
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2))
  const [best, second] = rank(even, ['utf-16le', 'utf-16be'], port).sort((a, b) => b.shape - a.shape)
  if (!best || best.shape <= LOOKS_LIKE_TEXT || best.shape === second?.shape) return null
  const ascii = countNuls(bytes) * 5 >= bytes.length * 2
  return ascii || best.score >= LOOKS_CHINESE ? best.encoding : null
}

/** Valid UTF-8 of Latin, Greek or Cyrillic letters only: a few characters of GBK can look like that. */
function onlyTwoByteCharacters(bytes: Uint8Array): boolean {
  let two = false
  for (const b of bytes) {
    if (b >= 0xe0) return false
    if (b >= 0xc2) two = true
  }
  return two
}

function plainlyLegacy(bytes: Uint8Array, port: DecoderPort): Encoding | null {
  const best = rank(bytes, ['gb18030', 'big5'], port)[0]
  return best && best.score >= PLAINLY_CHINESE ? best.encoding : null
}

/** No UTF-8: GB18030, Big5, or UTF-16 of Han alone, which holds no NUL. */
function legacy(bytes: Uint8Array, port: DecoderPort): Result<Detected, DecodeError> {
  const candidates = ['gb18030', 'big5', 'utf-16le', 'utf-16be'] as const
  const faults = new Map(candidates.map((encoding) => [encoding, firstFault(bytes, encoding)]))
  const valid = candidates.filter((encoding) => !faults.get(encoding))
  const best = rank(bytes, valid, port).find(
    (r) => !r.encoding.startsWith('utf-16') || r.shape > LOOKS_LIKE_TEXT,
  )
  if (best) return ok({ encoding: best.encoding, evidence: 'score' })
  // The encoding that could be read furthest is most likely the one that was meant.
  const gb = faults.get('gb18030')
  const big5 = faults.get('big5')
  const furthest = gb && (!big5 || gb.at >= big5.at) ? 'gb18030' : 'big5'
  return err(faultError(bytes, furthest, faults.get(furthest)!, ['utf-8', 'gb18030', 'big5']))
}
