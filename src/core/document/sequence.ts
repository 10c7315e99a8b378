import type { BlockId } from '../corrections/correction.ts'
import type { OrderCell } from './past.ts'

/** So many look-ups are cheaper as plain searches than an index of the whole book. */
const FEW = 8
/** An index is made anew when so many changes have shifted it. */
const SHIFTED = 256

/** The reading order being written. Copied at the first change; what the current event did can be taken back. */
export class Sequence {
  private readonly original: readonly BlockId[]
  private ids: readonly BlockId[]
  private own: BlockId[] | null = null
  private done: OrderCell[] = []
  private index: Map<BlockId, number> | null = null
  private lookups = 0
  private shifts = 0

  constructor(ids: readonly BlockId[]) {
    this.original = ids
    this.ids = ids
  }

  /** Place of a block, or -1. */
  indexOf(id: BlockId): number {
    if (!this.index || this.shifts > SHIFTED) {
      if (++this.lookups <= FEW) return this.ids.indexOf(id)
      this.index = new Map(this.ids.map((x, i) => [x, i]))
      this.shifts = 0
    }
    // Each change shifts what follows by one: the block is at most `shifts` away from where it was.
    const hint = this.index.get(id)
    if (hint === undefined) return this.ids.indexOf(id)
    for (let far = 0; far <= this.shifts; far++) {
      if (this.ids[hint - far] === id) return hint - far
      if (this.ids[hint + far] === id) return hint + far
    }
    return -1
  }

  at(index: number): BlockId | undefined {
    return this.ids[index]
  }

  /** Puts a block right after another one, or first. False where that one is not here. */
  put(id: BlockId, after: BlockId | null): boolean {
    const at = after === null ? 0 : this.indexOf(after) + 1
    if (after !== null && at === 0) return false
    this.change({ kind: 'put', id, after }, at)
    return true
  }

  /** Takes a block out. False where it is not here. */
  take(id: BlockId): boolean {
    const at = this.indexOf(id)
    if (at < 0) return false
    this.change({ kind: 'taken', id, after: this.ids[at - 1] ?? null }, at)
    return true
  }

  commit(): OrderCell[] {
    const done = this.done
    this.done = []
    return done
  }

  rollback(): void {
    const done = this.commit()
    for (const cell of done.reverse())
      if (cell.kind === 'put') this.take(cell.id)
      else this.put(cell.id, cell.after)
    this.done = []
  }

  freeze(): readonly BlockId[] {
    return this.own ?? this.original
  }

  private change(cell: OrderCell, at: number): void {
    if (!this.own) this.ids = this.own = [...this.ids]
    if (cell.kind === 'put') {
      this.own.splice(at, 0, cell.id)
      this.index?.set(cell.id, at)
    } else {
      this.own.splice(at, 1)
      this.index?.delete(cell.id)
    }
    this.shifts++
    this.done.push(cell)
  }
}
