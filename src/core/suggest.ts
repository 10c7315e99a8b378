import { suggestionKey } from './document/suggestion-key.ts'
import { FIGURE_RULES } from './figures/checks/index.ts'
import type { FigureFinding } from './figures/finding.ts'
import { openFigures, type OpenFigure } from './figures/suggestions.ts'
import type { OpenFinding } from './rules/runner.ts'
import type { OpenPiece } from './structure/assemble.ts'
import { byPlace, type Analysis, type Fix, type Suggestion } from './structure/block.ts'
import { paragraphs } from './structure/steps/paragraphs.ts'
import { rawOffset, rawSpan, type Span } from './text/offset.ts'
import type { RawText } from './text/raw-text.ts'

/** A suggestion before it has its key. */
export type Open = Omit<Suggestion, 'key'>

export function openFinding(f: OpenFinding): Open {
  return {
    rule: f.rule.id,
    version: f.rule.version,
    block: f.block,
    span: rawSpan(f.from, f.to),
    quote: f.quote,
    reason: { key: f.finding.message, ...(f.finding.values ? { values: f.finding.values } : {}) },
    confidence: f.finding.confidence,
    fixes: f.fixes,
  }
}

/** A paragraph end in doubt is quoted by the text before it, a line in question as a whole. */
export function openPiece(raw: RawText, p: OpenPiece): Open {
  const whole = 'rule' in p.doubt
  const from = whole ? p.from : Math.max(0, p.to - 12)
  const span = rawSpan(from, p.to)
  return {
    rule: 'rule' in p.doubt ? p.doubt.rule : paragraphs.id,
    version: 'rule' in p.doubt ? p.doubt.version : paragraphs.version,
    block: p.block,
    span,
    quote: raw.text.slice(from, p.to),
    reason: p.doubt.reason,
    confidence: p.doubt.confidence,
    fixes: fixesOf(p, span),
  }
}

function fixesOf({ fix, to }: OpenPiece, span: Span): Fix[] {
  if (fix === null) return []
  if (fix !== 'remove') return [{ kind: fix, id: fix, layer: 'layout', at: rawOffset(to) }]
  return [{ kind: 'edit', id: 'remove', layer: 'substance', edits: [{ span, insert: '' }] }]
}

/** In raw order, each with a key that outlives a shift of offsets. */
export function keyed(raw: RawText, open: readonly Open[]): Suggestion[] {
  const seen = new Map<string, number>()
  return [...open].sort(byPlace).map((o) => {
    const before = raw.text.slice(Math.max(0, o.span.from - 8), o.span.from)
    const after = raw.text.slice(o.span.to, o.span.to + 8)
    const place = `${o.rule}\n${before}\n${o.quote}\n${after}`
    const occurrence = seen.get(place) ?? 0
    seen.set(place, occurrence + 1)
    return { key: suggestionKey(o.rule, o.quote, before, after, occurrence), ...o }
  })
}

/**
 * The analysis with figures that disagree among its suggestions. `blocks`: those whose text was compared. What of them the
 * analysis has no more, dissolved or cut shorter, is not spoken of.
 */
export function withFigures(
  raw: RawText,
  analysis: Analysis,
  blocks: Analysis['blocks'],
  findings: readonly FigureFinding[],
): Analysis {
  const found = openFigures(raw, blocks, findings)
  const named = new Set(found.map((f) => f.block))
  const now = new Map(analysis.blocks.flatMap((b) => (named.has(b.id) ? [[b.id, b]] : [])))
  const open = found.flatMap((f): Open[] => {
    const spans = now.get(f.block)?.spans ?? []
    const isThere = (at: number): boolean => spans.some((s) => s.from <= at && at <= s.to)
    return isThere(f.from) && isThere(f.to) ? [openFigure(f)] : []
  })
  const suggestions = [...analysis.suggestions, ...keyed(raw, open)].sort(byPlace)
  return { ...analysis, suggestions }
}

const VERSIONS = new Map(FIGURE_RULES.map((r) => [r.id, r.version]))

/** Figures that disagree have no fix: which of them is right, the text does not say. */
function openFigure({ finding, block, from, to, quote }: OpenFigure): Open {
  return {
    rule: finding.rule,
    version: VERSIONS.get(finding.rule)!,
    block,
    span: rawSpan(from, to),
    quote,
    reason: { key: finding.message, values: finding.values },
    confidence: finding.confidence,
    fixes: [],
    quotes: finding.quotes,
  }
}
