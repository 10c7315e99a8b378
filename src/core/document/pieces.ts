import type { BlockEdit, CorrectionId } from '../corrections/edit.ts'
import type { Block } from '../structure/block.ts'
import { walk, type Walker } from '../structure/segments.ts'
import type { RawText } from '../text/raw-text.ts'

/** What becomes of a piece, below 0; from 0 on it is an edit, with that place in `edits`. */
export const KEPT = -1
/** Kept, too, but moved. */
export const MOVED = -2
export const MARK = -3

/**
 * The pieces of all blocks, in the order of both, in columns: a book has 600,000, and three readers that check its laws go
 * through them. They are found by the one walk, once.
 */
export class Pieces implements Walker {
  readonly blocks: readonly Block[]
  /** By block, its first piece; of one past the last, how many pieces there are. */
  readonly firsts: Uint32Array
  readonly edits: BlockEdit[] = []
  private count = 0
  private fates: Int32Array
  private starts: Uint32Array
  private ends: Uint32Array

  constructor(raw: RawText, blocks: readonly Block[]) {
    this.blocks = blocks
    this.firsts = new Uint32Array(blocks.length + 1)
    this.fates = new Int32Array(4 * blocks.length + 16)
    this.starts = new Uint32Array(this.fates.length)
    this.ends = new Uint32Array(this.fates.length)
    for (let i = 0; i < blocks.length; i++) {
      walk(raw, blocks[i]!, this)
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
