import type { BlockEdit, CorrectionId } from '../corrections/edit.ts'
import type { Block } from '../structure/block.ts'
import { walk, type Walker } from '../structure/segments.ts'
import type { RawText } from '../text/raw-text.ts'

/** What becomes of a piece, below 0; from 0 on it is an edit, with that place in `edits`. */
export const KEPT = -1
/** Kept, too, but moved. */
export const MOVED = -2
export const MARK = -3

export interface EditPiece {
  readonly kind: 'edit'
  /** Raw offsets. */
  readonly from: number
  readonly to: number
  readonly insert: string
  readonly correction: CorrectionId
}

/** A piece by itself. Raw offsets. */
export type Piece = EditPiece | { readonly kind: 'kept' | 'mark'; readonly from: number; readonly to: number }

/**
 * The pieces of all blocks, in the order of both, in columns: a book has 600,000, and three readers that check its laws go
 * through them. They are found by the one walk, once.
 */
export class Pieces implements Walker {
  readonly blocks: readonly Block[]
  /** By block, its first piece; of one past the last, how many pieces there are. */
  readonly firsts: Uint32Array
  readonly edits: BlockEdit[]
  private count = 0
  private fates: Int32Array
  private starts: Uint32Array
  private ends: Uint32Array

  /** Blocks that stand in the same place in `older` are not walked again. */
  constructor(raw: RawText, blocks: readonly Block[], older?: Pieces) {
    this.blocks = blocks
    this.edits = older ? [...older.edits] : []
    this.firsts = new Uint32Array(blocks.length + 1)
    this.fates = new Int32Array(4 * blocks.length + 16)
    this.starts = new Uint32Array(this.fates.length)
    this.ends = new Uint32Array(this.fates.length)
    for (let i = 0; i < blocks.length; i++) {
      if (older && older.blocks[i] === blocks[i]) this.copy(older, i)
      else walk(raw, blocks[i]!, this)
      this.firsts[i + 1] = this.count
    }
  }

  fate(piece: number): number {
    return this.fates[piece]!
  }

  /** Raw offset. */
  from(piece: number): number {
    return this.starts[piece]!
  }

  to(piece: number): number {
    return this.ends[piece]!
  }

  kept(from: number, to: number, moved: CorrectionId | undefined): void {
    this.add(moved === undefined ? KEPT : MOVED, from, to)
  }

  mark(from: number, to: number): void {
    this.add(MARK, from, to)
  }

  edit(edit: BlockEdit): void {
    this.add(this.edits.length, edit.span.from, edit.span.to)
    this.edits.push(edit)
  }

  /** Some of them as a list. */
  list(first: number, end: number): Piece[] {
    const out: Piece[] = []
    for (let i = first; i < end; i++) {
      const fate = this.fate(i)
      const from = this.from(i)
      const to = this.to(i)
      if (fate < 0) out.push({ kind: fate === MARK ? 'mark' : 'kept', from, to })
      else {
        const { insert, correction } = this.edits[fate]!
        out.push({ kind: 'edit', from, to, insert, correction })
      }
    }
    return out
  }

  private copy(older: Pieces, block: number): void {
    const end = older.firsts[block + 1]!
    for (let i = older.firsts[block]!; i < end; i++) this.add(older.fate(i), older.from(i), older.to(i))
  }

  private add(fate: number, from: number, to: number): void {
    if (this.count === this.fates.length) this.grow()
    this.fates[this.count] = fate
    this.starts[this.count] = from
    this.ends[this.count] = to
    this.count++
  }

  private grow(): void {
    const [fates, starts, ends] = [this.fates, this.starts, this.ends]
    this.fates = new Int32Array(2 * fates.length)
    this.starts = new Uint32Array(2 * fates.length)
    this.ends = new Uint32Array(2 * fates.length)
    this.fates.set(fates)
    this.starts.set(starts)
    this.ends.set(ends)
  }
}
