import type { BlockId } from '../../corrections/correction.ts'
import type { RawText } from '../../text/raw-text.ts'
import type { EditPiece, Piece } from '../pieces.ts'
import { aligned } from './alignment.ts'
import type { RawRuns } from './raw-runs.ts'
import { readTokens, RunBuilder, sameTokens } from './tokens.ts'

/** A digit, point or comma of corrected text, and where it comes from. */
export interface CleanToken {
  readonly text: string
  /** Index of its piece among those that were read. */
  readonly piece: number
  /** The edit that put it there; null where it is the raw text's own, be it that an edit wrote it again. */
  readonly edit: EditPiece | null
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
  /** The pieces that were read, in reading order. */
  readonly pieces: readonly Piece[]
}

/**
 * The digit runs of some pieces of one block's corrected text, as if nothing stood before and behind them. Each block is a
 * text of its own: a border parts runs, whatever stands on the other side.
 *
 * Most runs lie inside a stretch of kept text, with another run before and one behind them there: what parts a run from its
 * neighbours is then kept as well, so that it is a raw run as it stands. `same` is told the indices of such runs, half-open;
 * only the others are read again and come back.
 */
export function cleanRuns(
  raw: RawText,
  block: BlockId,
  pieces: readonly Piece[],
  known: RawRuns,
  same: (first: number, last: number) => void,
): CleanRun[] {
  const runs: CleanRun[] = []
  const builder = new RunBuilder<CleanToken>((text, tokens) => runs.push({ block, text, tokens, pieces }))
  const part = (): void => builder.end()
  for (let piece = 0; piece < pieces.length; piece++) {
    const s = pieces[piece]!
    if (s.kind === 'kept') {
      const sink = {
        token: (text: string, from: number, to: number): void =>
          builder.add(text, { text, piece, edit: null, from, to, exact: true }),
        part,
      }
      const first = known.firstEndingAfter(s.from)
      let last = first
      while (last + 1 < known.size && known.start(last + 1) < s.to) last++
      if (last - first < 2) readTokens(raw.text, s.from, s.to, sink)
      else {
        readTokens(raw.text, s.from, known.start(first + 1), sink)
        builder.end()
        same(first + 1, last)
        readTokens(raw.text, known.start(last), s.to, sink)
      }
    } else if (s.kind === 'edit' && s.insert !== '') {
      const places = aligned(raw.text, s)
      readTokens(s.insert, 0, s.insert.length, {
        token: (text, at, end) => builder.add(text, tokenOf(raw.text, s, piece, text, places.slice(at, end))),
        part,
      })
    }
  }
  builder.end()
  return runs
}

function tokenOf(
  raw: string,
  edit: EditPiece,
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
