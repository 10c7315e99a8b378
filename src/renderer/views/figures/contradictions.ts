import type { BlockId } from '../../../core/corrections/correction.ts'
import type { Suggestion } from '../../../core/structure/block.ts'
import type { Finding } from '../../session/findings.ts'

/** Two figures that cannot both be right. */
export interface Contradiction {
  readonly finding: Extract<Finding, { kind: 'suggestion' }>
  readonly suggestion: Suggestion
  readonly block: BlockId
  readonly quotes: readonly [string, string]
  /** One place that contradicts itself. */
  readonly isOne: boolean
}

/** Those among the findings, the surest first, else in reading order. */
export function contradictions(findings: readonly Finding[]): Contradiction[] {
  const out: Contradiction[] = []
  for (const finding of findings) {
    if (finding.kind !== 'suggestion' || !finding.suggestion.quotes) continue
    const { suggestion, block } = finding
    const { quotes = ['', ''] } = suggestion
    out.push({
      finding,
      suggestion,
      block,
      quotes,
      isOne: quotes[0] === quotes[1],
    })
  }
  return out.sort((a, b) => b.suggestion.confidence - a.suggestion.confidence)
}
