import type { RuleId } from './corrections/correction.ts'
import type { CorrectionId } from './corrections/edit.ts'
import { suggestionKey } from './document/suggestion-key.ts'
import { FIGURE_RULES } from './figures/checks/index.ts'
import { openFigures, type OpenFigure } from './figures/suggestions.ts'
import { RULES } from './rules/index.ts'
import type { Rule } from './rules/rule.ts'
import { runRules, type OpenFinding, type RuleRun } from './rules/runner.ts'
import { assemble, type OpenPiece } from './structure/assemble.ts'
import type { Analysis, Fix, Suggestion } from './structure/block.ts'
import { Draft } from './structure/draft.ts'
import { findPages } from './structure/pages.ts'
import { STEPS } from './structure/steps/index.ts'
import { paragraphs } from './structure/steps/paragraphs.ts'
import type { RuleChoice } from './switches.ts'
import { rawOffset, rawSpan, type Span } from './text/offset.ts'
import type { RawText } from './text/raw-text.ts'
import { asRule } from './user-rules/user-rule.ts'

/** Raised whenever the same text may come out otherwise. Kept with every analysis. */
const ENGINE = '0.1.0'

export interface AnalyseOptions extends Partial<RuleChoice> {
  /** Applies nothing that touches a digit, a unit or a word: such findings all become suggestions. */
  readonly strict?: boolean
  readonly rules?: readonly Rule[]
  /** Called now and then with the share that is done, 0 to 1. Throwing from it ends the analysis. */
  readonly onProgress?: (done: number) => void
}

/**
 * Raw text to structure, corrections and suggestions: all that the engine decides by itself. Never throws on any raw
 * text (what `onProgress` throws passes through); linear in its length.
 */
export function analyse(raw: RawText, options: AnalyseOptions = {}): Analysis {
  const isOn = ({ id }: { readonly id: RuleId }): boolean => options.off?.has(id) !== true
  const checks = FIGURE_RULES.filter(isOn)
  const own = (options.userRules ?? []).map(asRule)
  const rules = [...(options.rules ?? RULES), ...own]
    .filter(isOn)
    .map((r) => (options.strict ? strictly(r) : r))
  const draft = new Draft(raw.text, options.strict)
  STEPS.forEach((step, i) => {
    step.run(draft)
    options.onProgress?.((0.4 * (i + 1)) / STEPS.length)
  })
  const { blocks, corrections, open: breaks } = assemble(draft)
  const absorbed = new Set<CorrectionId>()
  const open: Open[] = breaks.map((p) => openPiece(raw, p))
  const done: RuleRun[] = []
  blocks.forEach((block, i) => {
    const run = runRules(raw, block, rules)
    for (const id of run.absorbed) absorbed.add(id)
    for (const c of run.corrections) corrections.push(c)
    for (const f of run.open) open.push(openFinding(f))
    done.push(run)
    if (i % 256 === 255) options.onProgress?.(0.4 + (0.6 * i) / blocks.length)
  })
  for (const f of openFigures(raw, done, checks)) open.push(openFigure(f))
  options.onProgress?.(1)
  return {
    engine: ENGINE,
    rules: [...STEPS, ...rules, ...checks].map((r) => ({ rule: r.id, version: r.version })),
    blocks: done.map((run) => run.block),
    corrections: absorbed.size === 0 ? corrections : corrections.filter((c) => !absorbed.has(c.id)),
    suggestions: keyed(raw, open),
    pages: findPages(draft),
  }
}

/** The rule as `--strict` runs it: findings of substance wait for a yes. */
function strictly(rule: Rule): Rule {
  return {
    ...rule,
    *check(view) {
      for (const f of rule.check(view))
        yield f.apply && f.fixes.some((x) => x.layer === 'substance') ? { ...f, apply: false } : f
    },
  }
}

/** A suggestion before it has its key. */
type Open = Omit<Suggestion, 'key'>

function openFinding(f: OpenFinding): Open {
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

/** Figures that disagree have no fix: which of them is right, the text does not say. */
function openFigure({ rule, finding, block, from, to, quote }: OpenFigure): Open {
  return {
    rule: rule.id,
    version: rule.version,
    block,
    span: rawSpan(from, to),
    quote,
    reason: { key: finding.message, values: finding.values },
    confidence: finding.confidence,
    fixes: [],
    quotes: finding.quotes,
  }
}

/** A paragraph end in doubt is quoted by the text before it, a line in question as a whole. */
function openPiece(raw: RawText, p: OpenPiece): Open {
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
function keyed(raw: RawText, open: readonly Open[]): Suggestion[] {
  const seen = new Map<string, number>()
  const sorted = [...open].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
  return sorted.map((o) => {
    const before = raw.text.slice(Math.max(0, o.span.from - 8), o.span.from)
    const after = raw.text.slice(o.span.to, o.span.to + 8)
    const place = `${o.rule}\n${before}\n${o.quote}\n${after}`
    const occurrence = seen.get(place) ?? 0
    seen.set(place, occurrence + 1)
    return { key: suggestionKey(o.rule, o.quote, before, after, occurrence), ...o }
  })
}
