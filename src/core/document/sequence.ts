import type { BlockId } from '../corrections/correction.ts'
import type { OrderCell } from './past.ts'

interface Link {
  before: BlockId | null
  after: BlockId | null
}

/**
 * The reading order being written: a chain, linked on the first question or change, so that each costs the
 * same however long the book is. What the current event did can be taken back.
 */
export class Sequence {
  private readonly original: readonly BlockId[]
  private links: Map<BlockId, Link> | null = null
  private head: BlockId | null
  private changed = false
  private done: OrderCell[] = []

  constructor(ids: readonly BlockId[]) {
    this.original = ids
    this.head = ids[0] ?? null
  }

  first(): BlockId | null {
    return this.head
  }

  /** The block right before one, or null. */
  before(id: BlockId): BlockId | null {
    return this.linked().get(id)?.before ?? null
  }

  /** The block right after one, or null. */
  after(id: BlockId): BlockId | null {
    return this.linked().get(id)?.after ?? null
  }

  /** Puts a block right after another one, or first. False where that one is not here, or this one is. */
  put(id: BlockId, after: BlockId | null): boolean {
    const links = this.linked()
    const left = after === null ? null : links.get(after)
    if (left === undefined || links.has(id)) return false
    const next = left ? left.after : this.head
    links.set(id, { before: after, after: next })
    if (left) left.after = id
    else this.head = id
    if (next !== null) links.get(next)!.before = id
    this.note('put', id, after)
    return true
  }

  /** Takes a block out. False where it is not here. */
  take(id: BlockId): boolean {
    const links = this.linked()
    const link = links.get(id)
    if (!link) return false
    if (link.before === null) this.head = link.after
    else links.get(link.before)!.after = link.after
    if (link.after !== null) links.get(link.after)!.before = link.before
    links.delete(id)
    this.note('taken', id, link.before)
    return true
  }

  /** Ends the event: what it changed, in the order in which it did. */
  commit(): OrderCell[] {
    const done = this.done
    this.done = []
    return done
  }

  rollback(): void {
    for (const { kind, id, after } of this.commit().reverse())
      if (kind === 'put') this.take(id)
      else this.put(id, after)
    this.done = []
  }

  freeze(): readonly BlockId[] {
    if (!this.changed) return this.original
    const ids: BlockId[] = []
    for (let id = this.head; id !== null; id = this.after(id)) ids.push(id)
    return ids
  }

  private linked(): Map<BlockId, Link> {
    if (!this.links) {
      const ids = this.original
      this.links = new Map(
        ids.map((id, i) => [id, { before: ids[i - 1] ?? null, after: ids[i + 1] ?? null }]),
      )
    }
    return this.links
  }

  private note(kind: OrderCell['kind'], id: BlockId, after: BlockId | null): void {
    this.changed = true
    this.done.push({ kind, id, after })
  }
}
