import { crc32 } from './crc32.ts'
import type { Utf8 } from './utf8.ts'

/** A value as one line with its LF, `crc32 json`: readable, and no bit of it can change unseen. */
export function encodeChecked(value: unknown, utf8: Utf8): Uint8Array {
  const bytes = utf8.encode(`00000000 ${JSON.stringify(value)}\n`)
  bytes.set(utf8.encode(crc32(bytes.subarray(9, -1))))
  return bytes
}

/** The value in such a line, given without its LF; undefined where it is none. Never throws. */
export function decodeChecked(bytes: Uint8Array, utf8: Utf8): unknown {
  const text = utf8.decode(bytes)
  if (text?.[8] !== ' ' || crc32(bytes.subarray(9)) !== text.slice(0, 8)) return undefined
  return parseJson(text.slice(9))
}

/** Undefined where it is no JSON. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
