import type { SuggestionKey } from '../../core/corrections/correction.ts'
import type { Document } from '../../core/document/document.ts'
import { suggestionKey } from '../../core/document/suggestion-key.ts'
import { RULES } from '../../core/rules/index.ts'
import type { Rule } from '../../core/rules/rule.ts'
import { type OpenFinding, runRules } from '../../core/rules/runner.ts'
import type { Block, Suggestion } from '../../core/structure/block.ts'
import { openFinding } from '../../core/suggest.ts'
import { asRule, type UserRule } from '../../core/user-rules/user-rule.ts'

/** A rule as it looks at text that an editor has had in hand: it proposes, it applies nothing. */
function looking(rule: Rule): Rule {
  return {
    ...rule,
    *check(view) {
      for (const finding of rule.check(view)) yield finding.apply ? { ...finding, apply: false } : finding
    },
  }
}

const LOOKING: readonly Rule[] = RULES.map(looking)

const BY_BOOK = new WeakMap<Document['rules'], readonly Rule[]>()

/**
 * Only those that the book was analysed with: what was switched off for it stays off, and a rule of the editor's own that says
 * something else by now is another one.
 */
export function rulesOf({ rules }: Document, userRules: readonly UserRule[] = []): readonly Rule[] {
  const known = userRules.length === 0 ? BY_BOOK.get(rules) : undefined
  if (known) return known
  const ran = new Map(rules.map((r) => [r.rule, r.version]))
  const own = userRules.map(asRule).filter((rule) => ran.get(rule.id) === rule.version)
  const all = [...LOOKING.filter((rule) => ran.has(rule.id)), ...own]
  if (userRules.length === 0) BY_BOOK.set(rules, all)
  return all
}

/**
 * What the rules say of a block as it is now. A finding that was there before keeps its name, so that what was said of
 * it holds. Depends on the document and the rules alone, so that it is the same after a reload.
 */
export function lookAgain(doc: Document, block: Block, rules = rulesOf(doc)): Suggestion[] {
  const taken = new Set<SuggestionKey>()
  return runRules(doc.raw, block, rules).open.map((found) => named(doc, found, taken))
}

function named(doc: Document, f: OpenFinding, taken: Set<SuggestionKey>): Suggestion {
  const { text } = doc.raw
  const before = text.slice(Math.max(0, f.from - 8), f.from)
  const after = text.slice(f.to, f.to + 8)
  for (let occurrence = 0; ; occurrence++) {
    const key = suggestionKey(f.rule.id, f.quote, before, after, occurrence)
    const known =
      doc.suggestions.get(key) ?? doc.dismissed.get(key)?.suggestion ?? doc.accepted.get(key)?.suggestion
    // The same words stand elsewhere, too: that finding has this name.
    if (taken.has(key) || (known && known.span.from !== f.from)) continue
    taken.add(key)
    return { key, ...openFinding(f) }
  }
}
