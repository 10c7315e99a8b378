import type { Draft } from '../draft.ts'

/** A page has so many lines of furniture at one edge at most. */
const DEEP = 3

/**
 * Where pages begin and end, as far as it is known: at form feeds and lines that begin with one space, at the start of
 * a text, and beside furniture that has been found.
 */
export class PageEdges {
  /** By index of piece: how many lines of furniture lie between it and the edge, and one; 0: no edge. */
  private readonly depth: Uint8Array
  private readonly draft: Draft
  /** Pages are marked in this text. */
  readonly marked: boolean

  constructor(draft: Draft) {
    this.draft = draft
    const { pieces } = draft
    this.depth = new Uint8Array(pieces.length)
    let marks = 0
    pieces.forEach((p, i) => {
      if (p.line.pageMark === null || p.inline) return
      marks++
      this.depth[i] = 1
      if (i > 0) this.depth[i - 1] = 1
    })
    this.marked = marks > 0
    this.depth[0] = 1
    if (this.marked) this.depth[pieces.length - 1] = 1
  }

  has(index: number): boolean {
    return this.depth[index]! > 0
  }

  /** The piece is furniture: what stands beside it may be, too. */
  extend(index: number): void {
    const deep = Math.max(1, this.depth[index]!)
    if (deep >= DEEP) return
    const first = this.draft.pieces[index]!.line.pageMark !== null
    const last =
      this.draft.pieces[index + 1] !== undefined && this.draft.pieces[index + 1]!.line.pageMark !== null
    // A page's first line is followed by more of its head, its last one has more of it above.
    if (!first) this.set(index - 1, deep)
    if (!last) this.set(index + 1, deep)
  }

  private set(index: number, deep: number): void {
    if (this.depth[index] === 0) this.depth[index] = deep + 1
  }
}
