/** What a table is made over: a map, or one that knows how to be copied without a walk through its entries. */
export interface Base<K, V> extends ReadonlyMap<K, V> {
  folded?(layers: Iterable<ReadonlyMap<K, V | undefined>>): Base<K, V>
}

/**
 * An immutable map whose changed copy costs what has changed, not what it holds: a book has 200,000
 * corrections, and each event makes a new document. A shared base and a small delta over it; a delta that has
 * grown is folded into a new base. (A hash trie would do the same with logarithmic reads; two lookups in
 * native maps are faster and 60 lines.)
 *
 * The order of iteration says nothing. Values are never undefined.
 */
export class Table<K, V> implements ReadonlyMap<K, V> {
  readonly size: number
  private readonly base: Base<K, V>
  /** `undefined`: no longer there. */
  private readonly delta: ReadonlyMap<K, V | undefined>

  private constructor(base: Base<K, V>, delta: ReadonlyMap<K, V | undefined>, size: number) {
    this.base = base
    this.delta = delta
    this.size = size
  }

  static of<K, V>(entries: Iterable<readonly [K, V]> = []): Table<K, V> {
    const base = new Map<K, V>(entries)
    return new Table<K, V>(base, new Map(), base.size)
  }

  /** Of a map that nobody else holds or will change: it is not copied. */
  static adopt<K, V>(map: Base<K, V>): Table<K, V> {
    return new Table<K, V>(map, new Map(), map.size)
  }

  /** What it was made over, where nothing has changed since: it may know more than a map does. */
  get unchanged(): Base<K, V> | null {
    return this.delta.size === 0 ? this.base : null
  }

  get(key: K): V | undefined {
    if (this.delta.size > 0) {
      const value = this.delta.get(key)
      if (value !== undefined || this.delta.has(key)) return value
    }
    return this.base.get(key)
  }

  has(key: K): boolean {
    return this.get(key) !== undefined
  }

  /** A copy with these values set, and those keys gone whose value is undefined. */
  with(changes: ReadonlyMap<K, V | undefined>): Table<K, V> {
    if (changes.size === 0) return this
    let size = this.size
    for (const [key, value] of changes) size += Number(value !== undefined) - Number(this.has(key))
    const grown = this.delta.size + changes.size
    // Where copying the delta each time and copying the base now and then cost the same.
    if (grown * grown < 1024 + 4 * this.base.size) {
      const delta = new Map(this.delta)
      for (const [key, value] of changes) delta.set(key, value)
      return new Table(this.base, delta, size)
    }
    const layers = [this.delta, changes]
    if (this.base.folded) return new Table<K, V>(this.base.folded(layers), new Map(), size)
    const base = new Map(this.base)
    for (const layer of layers)
      for (const [key, value] of layer) {
        if (value === undefined) base.delete(key)
        else base.set(key, value)
      }
    return new Table<K, V>(base, new Map(), size)
  }

  *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.base) {
      const now = this.delta.has(key) ? this.delta.get(key) : value
      if (now !== undefined) yield [key, now]
    }
    for (const [key, value] of this.delta) if (value !== undefined && !this.base.has(key)) yield [key, value]
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key
  }

  /** The quick way through all of it: of a table without changes, that of its base. */
  values(): MapIterator<V> {
    if (this.delta.size === 0) return this.base.values()
    const out: V[] = []
    this.forEach((value) => out.push(value))
    return out.values()
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries()
  }

  forEach(run: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    const { delta } = this
    if (delta.size === 0) {
      this.base.forEach((value, key) => run(value, key, this))
      return
    }
    this.base.forEach((value, key) => {
      const now = delta.get(key)
      if (now !== undefined) run(now, key, this)
      else if (!delta.has(key)) run(value, key, this)
    })
    for (const [key, value] of delta) if (value !== undefined && !this.base.has(key)) run(value, key, this)
  }
}
