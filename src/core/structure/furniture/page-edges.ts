import type { Draft } from '../draft.ts'

/** A page has so many lines of furniture at one edge at most. */
const DEEP = 3

/**
 * Where pages begin and end, as far as it is known: at form feeds and lines that begin with one space, at the start of
 * a text, and beside furniture that has been found.
 */
export class PageEdges {
  /** By index of piece: how many lines of furniture lie between it and the edge; absent: no edge. */
  private readonly depth = new Map<number, number>()
  private readonly draft: Draft
  /** Pages are marked in this text. */
  readonly marked: boolean

  constructor(draft: Draft) {
    this.draft = draft
    const { pieces } = draft
    let marks = 0
    pieces.forEach((p, i) => {
      if (p.line.pageMark === null || p.inline) return
      marks++
      this.depth.set(i, 0)
      if (i > 0) this.depth.set(i - 1, 0)
    })
    this.marked = marks > 0
    this.depth.set(0, 0)
    if (this.marked) this.depth.set(pieces.length - 1, 0)
  }

  has(index: number): boolean {
    return this.depth.has(index)
  }

  /** The piece is furniture: what stands beside it may be, too. */
  extend(index: number): void {
    const deep = (this.depth.get(index) ?? 0) + 1
    if (deep >= DEEP) return
    const first = this.draft.pieces[index]!.line.pageMark !== null
    const last =
      this.draft.pieces[index + 1] !== undefined && this.draft.pieces[index + 1]!.line.pageMark !== null
    // A page's first line is followed by more of its head, its last one has more of it above.
    if (!first) this.set(index - 1, deep)
    if (!last) this.set(index + 1, deep)
  }

  private set(index: number, deep: number): void {
    if (index >= 0 && index < this.draft.pieces.length && !this.depth.has(index)) this.depth.set(index, deep)
  }
}
