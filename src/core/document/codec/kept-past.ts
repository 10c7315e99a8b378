import type { Past } from '../past.ts'
import type { Base } from '../table.ts'
import { type Held, packPast, unpackPast } from './past.ts'

/** So many events are packed and unpacked together: well under a frame. */
const PORTION = 256
/** Portions that stay unpacked: undo walks backwards. */
const OPEN = 4

/** The past of events 1 to `count`, in strings of JSON that hold a portion each. */
export function packPasts(past: ReadonlyMap<number, Past>, count: number, held: Held): string[] {
  const portions: string[] = []
  for (let first = 1; first <= count; first += PORTION) {
    const portion = []
    for (let seq = first; seq < first + PORTION && seq <= count; seq++)
      portion.push(packPast(past.get(seq)!, held))
    portions.push(JSON.stringify(portion))
  }
  return portions
}

/**
 * The past of a document that was opened from a snapshot. Fifty thousand events are looked at by nobody but undo, so they
 * stay packed until they are asked for; what came later lies beside them.
 */
export class KeptPast implements Base<number, Past> {
  readonly size: number
  private readonly portions: readonly string[]
  private readonly count: number
  private readonly held: Held
  private readonly later: Map<number, Past>
  private readonly opened: Map<number, readonly Past[]>

  private constructor(
    portions: readonly string[],
    count: number,
    held: Held,
    later: Map<number, Past>,
    opened: Map<number, readonly Past[]>,
  ) {
    this.portions = portions
    this.count = count
    this.held = held
    this.later = later
    this.opened = opened
    this.size = count + [...later.keys()].filter((seq) => seq > count).length
  }

  /** What `packPasts` made of events 1 to `count`, over the same state of the document. */
  static of(portions: readonly string[], count: number, held: Held): KeptPast {
    return new KeptPast(portions, count, held, new Map(), new Map())
  }

  get(seq: number): Past | undefined {
    return this.later.get(seq) ?? this.kept(seq)
  }

  has(seq: number): boolean {
    return this.later.has(seq) || (seq >= 1 && seq <= this.count)
  }

  *entries(): MapIterator<[number, Past]> {
    for (let seq = 1; seq <= this.count; seq++) yield [seq, this.get(seq)!]
    for (const [seq, past] of this.later) if (seq > this.count) yield [seq, past]
  }

  *keys(): MapIterator<number> {
    for (const [seq] of this.entries()) yield seq
  }

  *values(): MapIterator<Past> {
    for (const [, past] of this.entries()) yield past
  }

  [Symbol.iterator](): MapIterator<[number, Past]> {
    return this.entries()
  }

  forEach(run: (past: Past, seq: number, map: ReadonlyMap<number, Past>) => void): void {
    for (const [seq, past] of this.entries()) run(past, seq, this)
  }

  /** Shares the packed portions: what is copied is what came later. */
  folded(layers: Iterable<ReadonlyMap<number, Past | undefined>>): KeptPast {
    const later = new Map(this.later)
    for (const layer of layers)
      for (const [seq, past] of layer) {
        if (!past) throw new Error(`the past of event ${seq} cannot go`)
        later.set(seq, past)
      }
    return new KeptPast(this.portions, this.count, this.held, later, this.opened)
  }

  private kept(seq: number): Past | undefined {
    if (seq < 1 || seq > this.count) return undefined
    const number = Math.floor((seq - 1) / PORTION)
    return this.portion(number)[(seq - 1) % PORTION]
  }

  private portion(number: number): readonly Past[] {
    const known = this.opened.get(number)
    if (known) return known
    const portion = (JSON.parse(this.portions[number]!) as unknown[][]).map((one) =>
      unpackPast(one, this.held),
    )
    this.opened.set(number, portion)
    const oldest = this.opened.size > OPEN ? this.opened.keys().next() : null
    if (oldest && !oldest.done) this.opened.delete(oldest.value)
    return portion
  }
}
