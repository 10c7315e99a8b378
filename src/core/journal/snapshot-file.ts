import { isObject, isString, isWhole } from '../document/codec/shapes.ts'
import { hash64 } from '../text/hash.ts'
import { decodeChecked, encodeChecked } from './checked-json.ts'
import { crc32 } from './crc32.ts'
import { lineEnd } from './line.ts'
import type { Utf8 } from './utf8.ts'

const FORMAT = 'jiaokan.snapshot'
const VERSION = 1

const REASONS = ['count', 'time', 'close', 'begin', 'bulk'] as const
/**
 * Why one was taken. `begin`: the book had none when it was opened, as after an import, a migration or a restoration; `bulk`:
 * before many things are done at once.
 */
export type SnapshotReason = (typeof REASONS)[number]

export function isSnapshotReason(value: unknown): value is SnapshotReason {
  return (REASONS as readonly unknown[]).includes(value)
}

/** The state of a book after one event of its journal. */
export interface SnapshotFile {
  readonly seq: number
  /** Of line `seq` of the journal: a snapshot of another history does not fit. */
  readonly hash: string
  readonly why: SnapshotReason
  readonly state: string
}

/** As a file: one checked line, which names length, CRC and hash of the state, then the state. */
export function encodeSnapshot({ seq, hash, why, state }: SnapshotFile, utf8: Utf8): Uint8Array {
  const body = utf8.encode(state)
  const check = { bytes: body.length, crc: crc32(body), check: hash64(state) }
  const head = encodeChecked({ format: FORMAT, version: VERSION, seq, hash, why, ...check }, utf8)
  const whole = new Uint8Array(head.length + body.length)
  whole.set(head)
  whole.set(body, head.length)
  return whole
}

/** The snapshot in such a file; null where it is damaged in any bit, or of a later version. */
export function decodeSnapshot(bytes: Uint8Array, utf8: Utf8): SnapshotFile | null {
  const end = lineEnd(bytes, 0)
  const fields = end < 0 ? undefined : decodeChecked(bytes.subarray(0, end), utf8)
  if (!isObject(fields) || fields['format'] !== FORMAT || fields['version'] !== VERSION) return null
  const { seq, hash, why } = fields as Record<string, unknown>
  const body = bytes.subarray(end + 1)
  if (!isWhole(seq) || !isString(hash) || !isSnapshotReason(why)) return null
  if (body.length !== fields['bytes'] || crc32(body) !== fields['crc']) return null
  const state = utf8.decode(body)
  return state !== null && hash64(state) === fields['check'] ? { seq, hash, why, state } : null
}
