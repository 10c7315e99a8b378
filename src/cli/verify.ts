import { fromAnalysis } from '../core/document/from-analysis.ts'
import { ledger } from '../core/document/ledger.ts'
import type { Analysis } from '../core/structure/block.ts'
import type { RawText } from '../core/text/raw-text.ts'

/** The first place where raw and corrected text do not add up. */
export interface Imbalance {
  readonly check: 'ledger' | 'digits'
  /** What it is, for a report to the makers: not a sentence. */
  readonly kind: string
  /** Line of the raw text, from 1. */
  readonly line: number
}

/** The ledger and the digit lock over one source; null where both hold. Nothing is exported otherwise. */
export function verify(raw: RawText, analysis: Analysis): Imbalance | null {
  const lineAt = (at: number): number => raw.text.slice(0, at).split('\n').length
  const document = fromAnalysis(raw, analysis)
  if (!document.ok) {
    const { reason, at } = document.error
    return { check: 'ledger', kind: reason, line: lineAt(at ?? 0) }
  }
  const [first] = ledger(document.value).imbalances
  return first ? { check: 'ledger', kind: first.kind, line: lineAt(first.from) } : null
}
