import type { BytePlace, DecodeError } from './decode-error.ts'
import type { Fault } from './decode-faults.ts'
import type { Encoding } from './encoding.ts'

/** The error that says where `bytes` stop being text of `encoding`; `tried` are all that were looked at. */
export function faultError(
  bytes: Uint8Array,
  encoding: Encoding,
  fault: Fault,
  tried: readonly Encoding[],
): DecodeError {
  // With the byte after those that were looked at: it is mostly the one that does not fit.
  const shown = bytes.subarray(fault.at, fault.at + Math.min(4, fault.length + 1))
  const hex = [...shown].map((b) => b.toString(16).toUpperCase().padStart(2, '0')).join(' ')
  const kind = fault.truncated ? 'truncated' : 'invalid'
  return { kind, encoding, ...bytePlace(bytes, fault.at, encoding), bytes: hex, tried }
}

/** The place of byte `at` for a person: lines are counted as the encoding writes them. */
export function bytePlace(bytes: Uint8Array, at: number, encoding: Encoding): BytePlace {
  // In UTF-8, GB18030 and Big5 a byte below 0x30 is never part of a longer character.
  const width = encoding === 'utf-16le' || encoding === 'utf-16be' ? 2 : 1
  const low = encoding === 'utf-16be' ? 1 : 0
  const is = (i: number, c: number): boolean =>
    bytes[i + low] === c && (width === 1 || bytes[i + 1 - low] === 0)
  let line = 1
  for (let i = 0; i + width <= at; i += width) {
    if (is(i, 0x0a) || (is(i, 0x0d) && !is(i + width, 0x0a))) line++
  }
  return { at, line }
}
