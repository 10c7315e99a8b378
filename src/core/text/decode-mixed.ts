import type { DecodeError } from './decode-error.ts'
import { utf8Step, type Fault } from './decode-faults.ts'
import { bytePlace, faultError } from './decode-place.ts'
import { rank } from './decode-score.ts'
import type { DecoderPort } from './decoder-port.ts'

/** So many characters of three bytes in a row are UTF-8 and nothing else: in GBK two in a row are rare. */
const STRETCH = 6

/** From here on a reading is Chinese. UTF-8 read as GBK gives ideographs too, but rare ones: about 0.3. */
const CHINESE = 0.6

/**
 * The error for bytes that are UTF-8 in part, or null where they are none at all.
 *
 * Almost any bytes are valid GB18030. So a UTF-8 text with one broken byte must not fall through to it, and
 * neither must a file glued together from two: both are errors that name the place. `fault` is the first
 * place where the bytes are no UTF-8.
 */
export function partlyUtf8(bytes: Uint8Array, fault: Fault, port: DecoderPort): DecodeError | null {
  const { from, threeByte, rest } = utf8Stretch(bytes)
  if (from < 0) {
    const broken = threeByte > rest && !chineseReading(bytes, port, 0.45)
    return broken ? faultError(bytes, 'utf-8', fault, ['utf-8']) : null
  }
  // One broken character leaves a byte or two between stretches of UTF-8; a second text leaves text.
  const utf8First = from < fault.at
  const border = utf8First ? backOverPairs(bytes, fault.at) : from
  const foreign = utf8First ? bytes.subarray(border, stretchFrom(bytes, border)) : bytes.subarray(0, border)
  const other = foreign.length > 3 ? chineseReading(foreign, port) : null
  if (!other) return faultError(bytes, 'utf-8', fault, ['utf-8'])
  const place = bytePlace(bytes, border, 'utf-8')
  return utf8First
    ? { kind: 'mixed', ...place, before: 'utf-8', after: other }
    : { kind: 'mixed', ...place, before: other, after: 'utf-8' }
}

/** Characters of GBK that happen to be two-byte UTF-8 belong to what follows: Chinese has no use for those letters. */
function backOverPairs(bytes: Uint8Array, at: number): number {
  while (at >= 2 && utf8Step(bytes, at - 2, at) === 2) at -= 2
  return at
}

function chineseReading(bytes: Uint8Array, port: DecoderPort, least = CHINESE): 'gb18030' | 'big5' | null {
  const best = rank(bytes, ['gb18030', 'big5'], port)[0]
  return best && best.score >= least ? best.encoding : null
}

/** Where the first long run of three-byte UTF-8 starts (or -1); how many bytes are in such characters, and how many are neither they nor ASCII. */
function utf8Stretch(bytes: Uint8Array): { from: number; threeByte: number; rest: number } {
  let from = -1
  let threeByte = 0
  let rest = 0
  let run = 0
  let runFrom = 0
  for (let at = 0; at < bytes.length;) {
    const n = utf8Step(bytes, at, bytes.length)
    if (n === 3) {
      if (run === 0) runFrom = at
      run++
      if (run === STRETCH && from < 0) from = runFrom
      threeByte += 3
    } else if (n !== 1) {
      run = 0
      rest += n > 0 ? n : 1
    }
    at += n > 0 ? n : 1
  }
  return { from, threeByte, rest }
}

function stretchFrom(bytes: Uint8Array, at: number): number {
  const { from } = utf8Stretch(bytes.subarray(at))
  return from < 0 ? bytes.length : at + from
}
