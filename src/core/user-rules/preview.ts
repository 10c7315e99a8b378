import { runRules } from '../rules/runner.ts'
import type { Block } from '../structure/block.ts'
import type { RawText } from '../text/raw-text.ts'
import { asRule, type UserRule } from './user-rule.ts'

/** One place where a rule would strike. */
export interface Strike {
  /** Raw offset. */
  readonly at: number
  readonly quote: string
  /** Null: it points out only. */
  readonly insert: string | null
  readonly changesDigits: boolean
}

/** What a rule would do to a book. */
export interface RulePreview {
  readonly id: string
  readonly count: number
  /** The first few. */
  readonly first: readonly Strike[]
}

const SHOWN = 3

/** What each of these rules would propose in a book as it is corrected now. Changes nothing. */
export function previewRules(
  raw: RawText,
  blocks: Iterable<Block>,
  definitions: readonly UserRule[],
): RulePreview[] {
  const rules = definitions.map(asRule)
  const found = new Map(rules.map(({ id }) => [id, { count: 0, first: [] as Strike[] }]))
  for (const block of blocks) {
    for (const { rule, finding, from, quote } of runRules(raw, block, rules).open) {
      const seen = found.get(rule.id)!
      if (++seen.count > SHOWN) continue
      const insert = finding.fixes[0]?.insert ?? null
      seen.first.push({ at: from, quote, insert, changesDigits: finding.message === 'digits' })
    }
  }
  return definitions.map(({ id }, k) => ({ id, ...found.get(rules[k]!.id)! }))
}
