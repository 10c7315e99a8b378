import type { Correction, Layer, Origin } from '../corrections/correction.ts'
import type { Exportable, Messages } from './exporter.ts'
import { places, type Place } from './place.ts'

/** One changed stretch of raw text (UTF-16 offsets), before and after. A moved one is the same on both sides. */
export interface ChangeRecord {
  readonly from: number
  readonly to: number
  readonly before: string
  readonly after: string
}

/** A change that was made, with its reason and everything needed to take it back. */
export interface CorrectionRecord {
  readonly id: string
  readonly kind: Correction['kind']
  readonly origin: Origin['kind']
  /** Null for a change made by hand. */
  readonly rule: string | null
  /** Null where a change made by hand gives no reason. */
  readonly message: string | null
  readonly layer: Layer
  readonly place: Place
  readonly changes: readonly ChangeRecord[]
  /** For a move: the raw offset after which the text is read now; null where it heads what follows. */
  readonly movedAfter?: number | null
}

/** The corrections of all sources, in the order of their places. */
export function corrections(book: Exportable, messages: Messages): CorrectionRecord[] {
  return book.sources.flatMap((source, index) => {
    const place = places(source, index)
    const records = source.corrections.map((c) => record(c, messages, place))
    return records.sort((a, b) => (a.changes[0]?.from ?? 0) - (b.changes[0]?.from ?? 0) || byName(a.id, b.id))
  })
}

/** A document's tables are in no order: what starts at one place is told apart by its name. */
function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function record(c: Correction, messages: Messages, place: (at: number) => Place): CorrectionRecord {
  const changes = changesOf(c)
  const { origin } = c
  return {
    id: c.id,
    kind: c.kind,
    origin: origin.kind,
    rule: origin.kind === 'manual' ? null : origin.rule,
    message: origin.kind === 'manual' ? null : messages(origin.rule, c.reason),
    layer: c.layer,
    place: place(changes[0]?.from ?? 0),
    changes,
    ...(c.kind === 'move' ? { movedAfter: c.after } : {}),
  }
}

function changesOf(c: Correction): ChangeRecord[] {
  if (c.kind === 'move') {
    return c.spans.map(({ from, to }, i) => ({ from, to, before: c.replaces[i]!, after: c.replaces[i]! }))
  }
  return c.edits.map((e, i) => ({
    from: e.span.from,
    to: e.span.to,
    before: c.replaces[i]!,
    after: e.insert,
  }))
}
