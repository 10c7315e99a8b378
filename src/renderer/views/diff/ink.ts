import type { Layer } from '../../../core/corrections/correction.ts'
import type { Change } from '../../../core/diff/change.ts'
import type { Shown } from '../../../core/diff/hunks.ts'
import { refine } from '../../../core/diff/refine.ts'
import type { SidedPiece } from '../../../core/diff/rows.ts'
import { breaks, visible } from '../../ui/visible.ts'

/** Which text is written: one of the two columns, or both in one. */
export type Side = 'raw' | 'corrected' | 'inline'

/**
 * How a run of text looks.
 * - mark: a break, an indent, a bracket of the print, which is drawn anew
 * - away, here: moved text, where it stands in the raw text and where it is read
 * - gap: text that is left out
 */
export type Ink = 'plain' | 'mark' | 'removed' | 'inserted' | 'away' | 'here' | 'furniture' | 'gap'

/** A run of text of one look. An empty one marks the place where something went or came. */
export interface Run {
  readonly ink: Ink
  readonly text: string
  /** Of a change that is shown. */
  readonly layer: Layer | null
  /** A number is changed here. */
  readonly figures: boolean
  readonly change: Change | null
  /** Of text that is read elsewhere, what both its ends are known by. */
  readonly move: string | null
}

/** What of a row is written on one side, in order. `shows` says which changes are made visible. */
export function runsOf(shown: readonly Shown[], side: Side, shows: (change: Change) => boolean): Run[] {
  const out: Run[] = []
  for (const item of shown) {
    if (item.kind === 'gap') push(out, run('gap', String(item.length), null))
    else for (const one of pieceRuns(item.piece, side, shows)) push(out, one)
  }
  return out
}

function pieceRuns(piece: SidedPiece, side: Side, shows: (change: Change) => boolean): Run[] {
  const { before, after, change } = piece
  const raw = side !== 'corrected' && piece.side !== 'corrected'
  const corrected = side !== 'raw' && piece.side !== 'raw'
  if (!raw && !corrected) return []
  if (!change) {
    if (piece.side === 'both') return [run('plain', before, null)]
    // Out of its place without a record of it: the way there is shown all the same.
    return [{ ...run(raw ? 'away' : 'here', raw ? breaks(before) : after, null), move: piece.block }]
  }
  if (!shows(change)) return [run('plain', quiet(corrected ? after : before, change, corrected), null)]
  switch (change.kind) {
    case 'structural':
      // In one column the marks of the print would stand beside those that are drawn anew.
      return side === 'raw' ? [run('mark', visible(before), change)] : []
    case 'furniture':
      return [run('furniture', breaks(before), change)]
    case 'moved':
      if (piece.side === 'both') return [run('plain', before, null)]
      return [{ ...run(raw ? 'away' : 'here', raw ? breaks(before) : after, change), move: change.moved }]
    case 'removed':
    case 'inserted':
    case 'replaced':
    case 'joined':
      return edited(change, raw, corrected)
  }
}

/** A change that is not to be seen: on the raw side the text as it is, without the breaks that only the print needed. */
function quiet(text: string, change: Change, corrected: boolean): string {
  return !corrected && (change.kind === 'joined' || change.kind === 'structural')
    ? ''
    : text.replace(/[\n\f]+/g, ' ')
}

function edited(change: Change, raw: boolean, corrected: boolean): Run[] {
  const out: Run[] = []
  for (const part of refine(change.before, change.after, change.figures)) {
    if (part.kind === 'same') out.push(run('plain', part.text, change))
    else if (part.kind === 'removed' && raw)
      out.push({ ...run('removed', visible(part.text), change), figures: part.figures })
    else if (part.kind === 'inserted' && corrected)
      out.push({ ...run('inserted', visible(part.text), change), figures: part.figures })
  }
  // Where this side has nothing to show of it, its place is marked.
  const marks = out.some((r) => r.ink !== 'plain')
  if (!marks) out.push({ ...run(raw ? 'removed' : 'inserted', '', change), figures: change.figures })
  return out
}

function run(ink: Ink, text: string, change: Change | null): Run {
  return { ink, text, layer: change?.layer ?? null, figures: false, change, move: null }
}

/** Neighbours without any change are one text node. */
function push(out: Run[], one: Run): void {
  const last = out.at(-1)
  const joins =
    last &&
    one.change === null &&
    last.change === null &&
    last.ink === one.ink &&
    last.move === one.move &&
    one.ink !== 'gap'
  if (joins) out[out.length - 1] = { ...last, text: last.text + one.text }
  else if (one.text !== '' || one.change) out.push(one)
}
