import type { BlockId } from './corrections/correction.ts'
import { editList, type CorrectionId } from './corrections/edit.ts'
import { keyOfStretch } from './document/suggestion-key.ts'
import { byPlace, type Analysis, type Block, type OwnedSpan, type Suggestion } from './structure/block.ts'
import { paragraphs } from './structure/steps/paragraphs.ts'
import { lines } from './text/lines.ts'
import { rawSpan, type Span } from './text/offset.ts'
import type { RawText } from './text/raw-text.ts'
import { splitsPair } from './text/surrogates.ts'

/** So much of a passage is quoted where it is reported. */
const QUOTE = 24

/**
 * The analysis with the blocks of `ids` dissolved: the raw text that they own becomes a paragraph for each of its lines, in
 * raw order, without any correction or join; what was corrected or moved there is so no more. Each passage is reported as a
 * suggestion without a fix; the suggestions of the dissolved blocks go with them. Linear but for sorting.
 */
export function leavePlain(raw: RawText, analysis: Analysis, ids: ReadonlySet<BlockId>): Analysis {
  const rest = analysis.blocks.filter((b) => !ids.has(b.id))
  const dissolved = analysis.blocks.filter((b) => ids.has(b.id))
  const withdrawn = new Set<CorrectionId>()
  for (const b of dissolved) {
    for (const e of b.edits) withdrawn.add(e.correction)
    for (const s of b.spans) if (s.moved !== undefined) withdrawn.add(s.moved)
  }
  for (const c of analysis.corrections) if (ids.has(c.block)) withdrawn.add(c.id)
  const passages = touching(dissolved.flatMap((b) => b.spans)).map((p) => linesOf(raw, p))
  const kept = analysis.suggestions.filter((s) => !ids.has(s.block))
  const found = passages.flatMap((p) => report(raw, p) ?? [])
  return {
    ...analysis,
    blocks: inOrder(
      rest.map((b) => without(b, withdrawn)),
      passages.flat(),
    ),
    corrections: analysis.corrections.filter((c) => !withdrawn.has(c.id)),
    suggestions: [...kept, ...found].sort(byPlace),
  }
}

/** The stretches of raw text that the spans cover, in raw order. */
function touching(spans: readonly OwnedSpan[]): Span[] {
  const out: { from: number; to: number }[] = []
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1)
    if (last?.to === from) last.to = to
    else if (from < to) out.push({ from, to })
  }
  return out.map(({ from, to }) => rawSpan(from, to))
}

function linesOf(raw: RawText, { from, to }: Span): Block[] {
  const found = lines(raw.text.slice(from, to)).map((l) => rawSpan(from + l.start, from + l.end))
  return (found.length > 0 ? found : [rawSpan(from, to)]).map((span) => ({
    id: `b${span.from}` as BlockId,
    role: 'paragraph',
    decidedBy: 'engine',
    spans: [span],
    edits: [] as never,
  }))
}

function without(block: Block, withdrawn: ReadonlySet<CorrectionId>): Block {
  const edits = block.edits.filter((e) => !withdrawn.has(e.correction))
  const isMoved = ({ moved }: OwnedSpan): boolean => moved !== undefined && withdrawn.has(moved)
  if (edits.length === block.edits.length && !block.spans.some(isMoved)) return block
  const list = editList(edits)
  if (!list.ok) throw new Error(`leaving edits out made others overlap in ${block.id}`)
  const [first, ...others] = block.spans.map((s) => (isMoved(s) ? rawSpan(s.from, s.to) : s))
  return { ...block, spans: [first!, ...others], edits: list.value }
}

/** The plain blocks, which are in raw order, each before the first block in its place that stands behind it in raw text. */
function inOrder(rest: readonly Block[], plain: readonly Block[]): Block[] {
  const out: Block[] = []
  let next = 0
  for (const block of rest) {
    const [first] = block.spans
    // What is read elsewhere than where it stands tells no place.
    if (first.moved === undefined)
      while (next < plain.length && plain[next]!.spans[0].from < first.from) out.push(plain[next++]!)
    out.push(block)
  }
  return [...out, ...plain.slice(next)]
}

/** Tells the editor what was left as it stands; nothing where it is all blank. */
function report({ text }: RawText, passage: readonly Block[]): Suggestion | null {
  const [block] = passage
  const [owned] = block!.spans
  const [line] = lines(text.slice(owned.from, owned.to))
  if (!line) return null
  const from = owned.from + line.from
  let to = Math.min(owned.from + line.to, from + QUOTE)
  if (splitsPair(text, to)) to++
  const span = rawSpan(from, to)
  const quote = text.slice(from, to)
  return {
    // No occurrence that another finding may have: those are counted from 0.
    key: keyOfStretch(paragraphs.id, text, span, -1 - from),
    rule: paragraphs.id,
    version: paragraphs.version,
    block: block!.id,
    span,
    quote,
    reason: { key: 'plain', values: [passage.length] },
    confidence: 0.5,
    fixes: [],
  }
}
