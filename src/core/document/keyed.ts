import type { Base } from './table.ts'

/** So many looks at others, on the average, are no sign that ids have too much in common. */
const PATIENCE = 8

/**
 * A list of things with ids of their own as a map. A book has 300,000 corrections, whose ids mostly end in their places: by
 * those they stand one after the other in memory, so that making this costs a fifth of a native map, and finding half. Ids
 * that end alike, as a project file may hold them, go into a native map after all. Where an id stands twice `size` says so,
 * and it is no map.
 */
export class Keyed<K extends string, V extends { readonly id: K }> implements Base<K, V> {
  /** How many ids there are: fewer than things where one stands twice. */
  readonly size: number
  private readonly list: readonly V[]
  /** By hash, the place of the last thing that has it, from 1; 0: none. */
  private readonly heads: Int32Array
  /** By place, that of the one before it with the same hash. */
  private readonly before: Int32Array
  /** By id, the place of the first thing that has it; null where the hashes tell ids apart. */
  private readonly places: Map<K, number> | null

  /** Of things with one id, the first counts. Nobody may change the list. */
  constructor(list: readonly V[]) {
    this.list = list
    this.heads = new Int32Array(2 ** Math.ceil(Math.log2(2 * list.length + 1)))
    this.before = new Int32Array(list.length)
    let size = 0
    let patience = PATIENCE * list.length
    for (let place = 0; place < list.length && patience >= 0; place++) {
      const { id } = list[place]!
      const hash = this.hash(id)
      const head = this.heads[hash]!
      let other = head
      for (; other > 0 && list[other - 1]!.id !== id && patience >= 0; patience--)
        other = this.before[other - 1]!
      if (other > 0) continue
      this.before[place] = head
      this.heads[hash] = place + 1
      size++
    }
    this.places = patience >= 0 ? null : firstPlaces(list)
    this.size = this.places?.size ?? size
  }

  /** The place in the list of what has this id; -1: nothing has it. */
  placeOf(id: K): number {
    if (this.places) return this.places.get(id) ?? -1
    let place = this.heads[this.hash(id)]!
    while (place > 0 && this.list[place - 1]!.id !== id) place = this.before[place - 1]!
    return place - 1
  }

  get(id: K): V | undefined {
    return this.list[this.placeOf(id)]
  }

  has(id: K): boolean {
    return this.placeOf(id) >= 0
  }

  values(): MapIterator<V> {
    return this.list.values()
  }

  *keys(): MapIterator<K> {
    for (const { id } of this.list) yield id
  }

  *entries(): MapIterator<[K, V]> {
    for (const value of this.list) yield [value.id, value]
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries()
  }

  forEach(run: (value: V, id: K, map: ReadonlyMap<K, V>) => void): void {
    for (const value of this.list) run(value, value.id, this)
  }

  /** The number at the end is its own hash, up to the size of the table; what stands before `@` says little. */
  private hash(id: K): number {
    let hash = 0
    for (let i = id.length - 1, unit = 1; i >= 0; i--, unit = Math.imul(unit, 10)) {
      const code = id.charCodeAt(i)
      if (code === 0x40) break
      hash += Math.imul(unit, code - 0x30)
    }
    return hash & (this.heads.length - 1)
  }
}

function firstPlaces<K>(list: readonly { readonly id: K }[]): Map<K, number> {
  const out = new Map<K, number>()
  for (let place = list.length - 1; place >= 0; place--) out.set(list[place]!.id, place)
  return out
}
