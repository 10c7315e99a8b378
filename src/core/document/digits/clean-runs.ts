import type { BlockId } from '../../corrections/correction.ts'
import type { Segment } from '../../corrections/segment.ts'
import type { Block } from '../../structure/block.ts'
import { segments } from '../../structure/segments.ts'
import type { RawText } from '../../text/raw-text.ts'
import { readTokens, RunBuilder } from './tokens.ts'

export type EditSegment = Extract<Segment, { kind: 'edit' }>

/** A digit, point or comma of corrected text, and where it comes from. */
export interface CleanToken {
  readonly text: string
  /** Index of its piece among the pieces of the block. */
  readonly piece: number
  /** The edit that inserted it; null where it is raw text. */
  readonly edit: EditSegment | null
  /** Of raw text: the raw offset. Of inserted text: the offset in the insertion. */
  readonly at: number
  /** The raw text that it stands for: its own, or all that its edit replaced. */
  readonly from: number
  readonly to: number
}

export interface CleanRun {
  readonly block: BlockId
  readonly text: string
  readonly tokens: readonly CleanToken[]
  /** The edits that lie inside the run and around it, one piece to each side, in reading order. */
  readonly pieces: readonly Segment[]
}

/**
 * The digit runs of one block's corrected text. Each block is a text of its own: a border parts runs, whatever stands on
 * the other side.
 */
export function cleanRuns(raw: RawText, block: Block): { pieces: readonly Segment[]; runs: CleanRun[] } {
  const pieces = segments(raw, block)
  const runs: CleanRun[] = []
  const builder = new RunBuilder<CleanToken>((text, tokens) =>
    runs.push({ block: block.id, text, tokens, pieces }),
  )
  for (const [piece, s] of pieces.entries()) {
    if (s.kind === 'kept')
      readTokens(raw.text, s.from, s.to, {
        token: (text, at, end) => builder.add(text, { text, piece, edit: null, at, from: at, to: end }),
        part: () => builder.end(),
      })
    else if (s.kind === 'edit')
      readTokens(s.insert, 0, s.insert.length, {
        token: (text, at) => builder.add(text, { text, piece, edit: s, at, from: s.from, to: s.to }),
        part: () => builder.end(),
      })
  }
  builder.end()
  return { pieces, runs }
}
