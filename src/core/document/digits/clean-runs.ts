import type { BlockId } from '../../corrections/correction.ts'
import type { Segment } from '../../corrections/segment.ts'
import type { Block } from '../../structure/block.ts'
import { segments } from '../../structure/segments.ts'
import type { RawText } from '../../text/raw-text.ts'
import { aligned, type EditSegment } from './alignment.ts'
import { readTokens, RunBuilder, sameTokens } from './tokens.ts'

/** A digit, point or comma of corrected text, and where it comes from. */
export interface CleanToken {
  readonly text: string
  /** Index of its piece among the pieces of the block. */
  readonly piece: number
  /** The edit that put it there; null where it is the raw text's own, be it that an edit wrote it again. */
  readonly edit: EditSegment | null
  /** The raw text that it stands for: a character, or all that its edit replaced. */
  readonly from: number
  readonly to: number
  /** Does it stand for one character? Then its neighbours in the raw text are known. */
  readonly exact: boolean
}

export interface CleanRun {
  readonly block: BlockId
  readonly text: string
  readonly tokens: readonly CleanToken[]
  /** All pieces of the block, in reading order. */
  readonly pieces: readonly Segment[]
}

/**
 * The digit runs of one block's corrected text. Each block is a text of its own: a border parts runs,
 * whatever stands on the other side.
 */
export function cleanRuns(raw: RawText, block: Block): { pieces: readonly Segment[]; runs: CleanRun[] } {
  const pieces = segments(raw, block)
  const runs: CleanRun[] = []
  const builder = new RunBuilder<CleanToken>((text, tokens) =>
    runs.push({ block: block.id, text, tokens, pieces }),
  )
  const part = (): void => builder.end()
  for (const [piece, s] of pieces.entries()) {
    if (s.kind === 'kept')
      readTokens(raw.text, s.from, s.to, {
        token: (text, from, to) => builder.add(text, { text, piece, edit: null, from, to, exact: true }),
        part,
      })
    else if (s.kind === 'edit' && s.insert !== '') {
      const places = aligned(raw.text, s)
      readTokens(s.insert, 0, s.insert.length, {
        token: (text, at, end) => builder.add(text, tokenOf(raw.text, s, piece, text, places.slice(at, end))),
        part,
      })
    }
  }
  builder.end()
  return { pieces, runs }
}

function tokenOf(
  raw: string,
  edit: EditSegment,
  piece: number,
  text: string,
  places: readonly number[],
): CleanToken {
  const from = places[0] ?? -1
  const to = (places.at(-1) ?? -1) + 1
  if (from < 0 || to - from !== places.length)
    return { text, piece, edit, from: edit.from, to: edit.to, exact: false }
  return { text, piece, edit: sameTokens(raw, from, to, text) ? null : edit, from, to, exact: true }
}
