import type { Draft } from '../draft.ts'
import { headLine, type HeadLine } from './head-line.ts'

/** All lines of a text that could be furniture, in raw order. */
export class HeadLines {
  /** With a head. */
  readonly heads: HeadLine[] = []
  /** A number alone. */
  readonly numbers: HeadLine[] = []
  private readonly byPiece: (HeadLine | undefined)[]

  constructor(draft: Draft) {
    this.byPiece = draft.pieces.map((_, i) => {
      const line = headLine(draft, i)
      if (line) (line.key === '' ? this.numbers : this.heads).push(line)
      return line ?? undefined
    })
  }

  /** That of the piece with this index. */
  get(index: number): HeadLine | undefined {
    return this.byPiece[index]
  }
}
