import { decodeLine, lineEnd, lineHash } from './line.ts'
import type { Utf8 } from './utf8.ts'

/**
 * The last line of a journal, from its last bytes alone: for a list of many books. Null where they do not end in a whole
 * line (it is longer than they are, or torn): a scan of the whole has to tell then.
 */
export function lastLine(
  bytes: Uint8Array,
  utf8: Utf8,
): { readonly seq: number; readonly hash: string } | null {
  if (bytes.length === 0 || lineEnd(bytes, bytes.length - 1) < 0) return null
  const before = bytes.lastIndexOf(bytes[bytes.length - 1]!, bytes.length - 2)
  const line = decodeLine(bytes.subarray(before + 1, -1), utf8)
  return line && { seq: line.seq, hash: lineHash(line) }
}
