import { inVersion } from '../core/journal/book-record.ts'
import { encodeLine, lineHash, NO_HASH } from '../core/journal/line.ts'
import { VERSION } from '../core/project/migrate.ts'
import { joined } from './bytes.ts'
import { Refused } from './disk-error.ts'
import { utf8 } from './utf8.ts'

/** A line that was acknowledged once. */
export interface Floor {
  readonly seq: number
  readonly hash: string
}

/** An event as it will stand in its line. */
export interface EventJson {
  readonly seq: number
  readonly json: string
}

/** The bytes of a new journal, and its last line. */
export function newJournal(
  record: string,
  events: readonly EventJson[],
): { readonly bytes: Uint8Array; readonly last: Floor } {
  const head = encodeLine({ seq: 0, first: 0, prev: NO_HASH, json: record }, utf8)
  const { bytes, hashes } = linesAfter({ hashes: [head.hash], renewed: new Map(), version: VERSION }, events)
  return {
    bytes: joined([head.bytes, bytes]),
    last: { seq: hashes.length, hash: hashes.at(-1) ?? head.hash },
  }
}

/** The lines of a journal, line 0 included. */
export interface Written {
  readonly hashes: readonly string[]
  /** What a line of an older version would have for its hash, had this program written it. */
  readonly renewed: ReadonlyMap<number, string>
  /** Of the journal's events, where they do not say another one. */
  readonly version: number
}

/**
 * The lines to be written after those that are there, and their hashes. Events that are there already are
 * left out where they are the same; throws `gap` otherwise, and where one is missing.
 */
export function linesAfter(
  { hashes, renewed, version }: Written,
  events: readonly EventJson[],
): { readonly bytes: Uint8Array; readonly hashes: readonly string[] } {
  const first = hashes.length
  const lines: Uint8Array[] = []
  const added: string[] = []
  for (const { seq, json: plain } of events) {
    const json = inVersion(plain, version)
    const next = first + added.length
    const prev = seq <= first ? hashes[seq - 1] : added.at(-1)
    const isThere =
      seq < first && prev !== undefined && lineHash({ seq, prev, json }) === (renewed.get(seq) ?? hashes[seq])
    if (isThere && added.length === 0) continue
    if (seq !== next || prev === undefined)
      throw new Refused('gap', `event ${seq} after ${next - 1}${seq < next ? ', which is another one' : ''}`)
    const line = encodeLine({ seq, first, prev, json }, utf8)
    lines.push(line.bytes)
    added.push(line.hash)
  }
  return { bytes: joined(lines), hashes: added }
}
