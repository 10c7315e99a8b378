import type { Table } from './table.ts'

/**
 * A table being written. Changes stay beside the table until it is frozen, and those of the current event can
 * be taken back: that is what keeps an event that fails half-way from leaving anything behind.
 */
export class Slot<K, V> {
  private readonly table: Table<K, V>
  private readonly changes = new Map<K, V | undefined>()
  /** What the keys touched by the current event held before it. */
  private touched = new Map<K, V | undefined>()

  constructor(table: Table<K, V>) {
    this.table = table
  }

  get(key: K): V | undefined {
    const value = this.changes.get(key)
    if (value !== undefined || this.changes.has(key)) return value
    return this.table.get(key)
  }

  has(key: K): boolean {
    return this.get(key) !== undefined
  }

  set(key: K, value: V | undefined): void {
    if (!this.touched.has(key)) this.touched.set(key, this.get(key))
    this.changes.set(key, value)
  }

  *values(): IterableIterator<V> {
    for (const [key, value] of this.table) if (!this.changes.has(key)) yield value
    for (const value of this.changes.values()) if (value !== undefined) yield value
  }

  /** Ends the event: what it changed, and how. */
  commit(): { key: K; before: V | undefined; after: V | undefined }[] {
    const out = []
    for (const [key, before] of this.touched) {
      const after = this.changes.get(key)
      if (after !== before) out.push({ key, before, after })
    }
    if (this.touched.size > 0) this.touched = new Map()
    return out
  }

  rollback(): void {
    for (const [key, before] of this.touched) this.changes.set(key, before)
    this.touched = new Map()
  }

  freeze(): Table<K, V> {
    return this.table.with(this.changes)
  }
}
