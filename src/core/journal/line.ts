import { hash64 } from '../text/hash.ts'
import { crc32 } from './crc32.ts'
import type { Utf8 } from './utf8.ts'

/** One line of a journal. Line 0 says which book it is, line n holds event n. */
export interface JournalLine {
  readonly seq: number
  /**
   * Of the first line that was written together with this one. Appends are synced one by one: so the lines of one
   * `first` may be torn together, and what is broken before them was not torn with them but damaged later.
   */
  readonly first: number
  /** `hash` of the line before. */
  readonly prev: string
  /** Of one line, as JSON.stringify makes it. */
  readonly json: string
}

/** What line 0 has for the hash of the line before it. */
export const NO_HASH = '0'.repeat(16)

const LF = 0x0a
const COLUMNS = /^([0-9a-f]{8}) (0|[1-9]\d*) (0|[1-9]\d*) ([0-9a-f]{16}) (.*)$/s

/** The line as it stands in the file, `crc32 seq first prev json` with its LF, and the hash that the next one names. */
export function encodeLine(
  line: JournalLine,
  utf8: Utf8,
): { readonly bytes: Uint8Array; readonly hash: string } {
  const bytes = utf8.encode(`00000000 ${checked(line)}\n`)
  bytes.set(utf8.encode(crc32(bytes.subarray(9, -1))))
  return { bytes, hash: lineHash(line) }
}

/** The line in `bytes`, which ends before its LF; null where it is not one, to the bit. */
export function decodeLine(bytes: Uint8Array, utf8: Utf8): JournalLine | null {
  const text = utf8.decode(bytes)
  const columns = text === null ? null : COLUMNS.exec(text)
  if (columns?.[1] !== crc32(bytes.subarray(9))) return null
  return { seq: Number(columns[2]), first: Number(columns[3]), prev: columns[4]!, json: columns[5]! }
}

/**
 * The hash of a line. It covers the hash before it, and so everything before it; not how lines were grouped into writes, so
 * that the same events sent again in other groups are known again.
 */
export function lineHash({ seq, prev, json }: Omit<JournalLine, 'first'>): string {
  return hash64(`${seq} ${prev} ${json}`)
}

/** Where the line that starts at `from` ends: the offset of its LF, or -1. */
export function lineEnd(bytes: Uint8Array, from: number): number {
  return bytes.indexOf(LF, from)
}

function checked({ seq, first, prev, json }: JournalLine): string {
  return `${seq} ${first} ${prev} ${json}`
}
