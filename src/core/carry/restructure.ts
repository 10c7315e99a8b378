import type { BlockId } from '../corrections/correction.ts'
import type { CorrectionId } from '../corrections/edit.ts'
import { blockAt, type Document } from '../document/document.ts'
import type { Joined, Lifted, Merged, Moved, Split, TypedIn } from '../document/event.ts'
import { startOf } from '../document/spans.ts'
import { joinBlocks } from '../document/verbs/join-blocks.ts'
import { liftText } from '../document/verbs/lift-text.ts'
import type { Block } from '../structure/block.ts'
import { correctedText } from '../structure/segments.ts'
import { rawOffset, type RawOffset, rawSpan, type Span } from '../text/offset.ts'
import { squeeze } from './alignment.ts'
import type { Verdict } from './carried.ts'
import { cleanRange } from './clean-range.ts'
import type { StructureEvent } from './decisions.ts'
import type { Places } from './places.ts'

export interface Ground {
  readonly old: Document
  /** The new book as far as it is by now. */
  readonly doc: Document
  readonly places: Places
  /** A name that neither book knows. */
  readonly name: () => string
}

/**
 * What a change of the blocks of the earlier book is in the new one. Its place is found by the words on both sides of it; which
 * blocks are meant follows from who owns these words now.
 */
export function restructure(ground: Ground, event: StructureEvent): Verdict {
  switch (event.type) {
    case 'split':
      return split(ground, event)
    case 'joined':
      return join(ground, event)
    case 'lifted':
      return lift(ground, event)
    case 'moved':
      return move(ground, event)
    case 'typed-in':
      return typeIn(ground, event)
    case 'merged':
      return merge(ground, event)
    case 'role-set':
    case 'promoted':
      return 'refused'
  }
}

/** Without the text that was put in there: it comes later, in two parts where it was cut. */
function split({ old, doc, places, name }: Ground, event: Split): Verdict {
  // It was put together again since.
  if (readBefore(old, event.at) !== null) return 'already'
  const border = places.border(event.at)
  if (!border) return places.whyNot({ from: event.at, to: event.at })
  const [block, next] = beside(doc, border)
  if (!block || !next) return 'gone'
  if (block.id !== next.id) return 'already'
  const { role, level } = event
  const head = { ...(role === undefined ? {} : { role }), ...(level === undefined ? {} : { level }) }
  return { type: 'split', block: block.id, at: border.to, created: name() as BlockId, ...head }
}

function join({ old, doc, places, name }: Ground, event: Pick<Joined, 'at'>): Verdict {
  const before = readBefore(old, event.at)
  // It was cut again since.
  if (before === null) return 'already'
  if (before > event.at) return 'refused'
  const found = places.find({ from: before, to: event.at })
  if (!found) return places.whyNot({ from: before, to: event.at })
  const [first, second] = beside(doc, found.gap)
  if (!first || !second) return 'gone'
  if (first.id === second.id) return 'already'
  const isWhole = endsAt(places, first, found.gap) && places.isBlankUpTo(startOf(second), found.gap.to)
  if (!isWhole) return 'changed'
  const names = { correction: name() as CorrectionId, move: name() as CorrectionId }
  const made = joinBlocks(doc, first.id, second.id, names)
  return made.ok ? made.value : 'refused'
}

function lift({ old, doc, places, name }: Ground, event: Lifted): Verdict {
  if (!old.blocks.has(event.created)) return 'refused'
  const spans = sameSpans(places, event.spans)
  if (!Array.isArray(spans)) return spans
  const [first] = spans
  const last = spans.at(-1)
  const block = first && blockAt(doc, first.from)
  if (!block || !last || last.to < first.from) return 'gone'
  const wanted = squeeze(event.replaces.join('')).text
  if (squeeze(block.spans.map(({ from, to }) => doc.raw.text.slice(from, to)).join('')).text === wanted)
    return block.role === event.role ? 'already' : roleOf(block, event)
  const range = cleanRange(doc.raw, block, rawSpan(first.from, last.to))
  if (!range) return 'refused'
  const { role, place } = event
  const to = { created: name() as BlockId, correction: name() as CorrectionId, role, place }
  const made = liftText(doc, block.id, range, to)
  if (!made.ok) return 'refused'
  if (squeeze(made.value.replaces.join('')).text !== wanted) return 'changed'
  return event.level === undefined ? made.value : { ...made.value, level: event.level }
}

function move({ old, doc, places, name }: Ground, { what, reason }: Moved): Verdict {
  const correction = name() as CorrectionId
  if (what.kind === 'block') {
    const [, block] = beside(doc, places.border(what.at))
    const before = what.after === null ? undefined : old.blocks.get(what.after)?.spans.at(-1)?.to
    const after = before === undefined ? null : beside(doc, places.border(before))[0]
    if (!block || (what.after !== null && !after)) return 'gone'
    if (doc.order[doc.order.indexOf(block.id) - 1] === after?.id) return 'already'
    const at = startOf(block)
    return {
      type: 'moved',
      correction,
      reason,
      what: { ...what, block: block.id, at, after: after?.id ?? null },
    }
  }
  const spans = sameSpans(places, what.spans)
  if (!Array.isArray(spans)) return spans
  if (isMoved(doc, spans)) return 'already'
  const gap = what.after === null ? null : places.find({ from: what.after, to: what.after })?.gap
  const into = beside(doc, gap)[0]
  if (!gap || !into) return 'gone'
  const replaces = spans.map(({ from, to }) => doc.raw.text.slice(from, to))
  return {
    type: 'moved',
    correction,
    reason,
    what: { ...what, spans, replaces, into: into.id, after: gap.from },
  }
}

function typeIn({ old, doc, places, name }: Ground, event: TypedIn): Verdict {
  const typed = old.blocks.get(event.created)
  const found = places.find({ from: event.at, to: event.at })
  if (!found) return places.whyNot({ from: event.at, to: event.at })
  if (!typed) return 'refused'
  const text = correctedText(old.raw, typed)
  if (found.now !== '') return bare(found.now) === bare(squeeze(text).text) ? 'already' : 'changed'
  const before = event.after === null ? null : beside(doc, found.gap)[0]
  if (before && !endsAt(places, before, found.gap)) return 'changed'
  if (event.after !== null && !before) return 'gone'
  const at = before ? before.spans.at(-1)!.to : rawOffset(0)
  const names = { created: name() as BlockId, correction: name() as CorrectionId }
  return { ...event, ...names, after: before?.id ?? null, at, text }
}

/** A title that is none, or two blocks that became one; of more it is not on record where they met. */
function merge(ground: Ground, { what }: Merged): Verdict {
  if (what.kind === 'blocks') return what.blocks.length === 2 ? join(ground, what) : 'refused'
  const { doc, places } = ground
  const border = places.border(what.at)
  if (!border) return places.whyNot({ from: what.at, to: what.at })
  const [, title] = beside(doc, border)
  if (!title || !places.isBlankUpTo(startOf(title), border.to)) return 'changed'
  if (title.role === what.role) return 'already'
  return { type: 'merged', what: { ...what, title: title.id, at: startOf(title) } }
}

/** Where what is read right before the character at `at`, in the same block, ends; null where the block begins with it. */
function readBefore(doc: Document, at: RawOffset): RawOffset | null {
  const spans = blockAt(doc, at)?.spans ?? []
  const i = spans.findIndex(({ from, to }) => from <= at && at < to)
  const span = spans[i]
  if (!span) return null
  return span.from < at ? at : (spans[i - 1]?.to ?? null)
}

/** Whose the characters on both sides of a gap are. */
function beside(doc: Document, gap: Span | null | undefined): readonly [Block | null, Block | null] {
  if (!gap) return [null, null]
  const of = (at: number): Block | null => (at < 0 ? null : blockAt(doc, rawOffset(at)))
  return [of(gap.from - 1), of(gap.to)]
}

function endsAt(places: Places, block: Block, { from, to }: Span): boolean {
  const end = block.spans.at(-1)!.to
  return from <= end && end <= to && places.isBlankUpTo(from, end)
}

function sameSpans(places: Places, spans: readonly Span[]): Span[] | 'gone' | 'changed' {
  const now: Span[] = []
  for (const span of spans) {
    const same = places.same(span)
    if (!same) return places.whyNot(span)
    now.push(same)
  }
  return now
}

function roleOf(block: Block, { role, level }: Lifted): Verdict {
  const depth = level === undefined ? {} : { level }
  return { type: 'role-set', block: block.id, at: startOf(block), role, ...depth }
}

/** Does a relocation of the new book move just this already? */
function isMoved(doc: Document, spans: readonly Span[]): boolean {
  const key = (list: readonly Span[]): string => list.map(({ from, to }) => `${from}-${to}`).join()
  const wanted = key(spans)
  return [...doc.corrections.values()].some((one) => one.kind === 'move' && key(one.spans) === wanted)
}

/** A title that is typed in has no brackets; in print it has. */
function bare(text: string): string {
  return text.replace(/[【】（）]/g, '')
}
