import { digitLock } from '../core/document/digit-lock.ts'
import { fromAnalysis } from '../core/document/from-analysis.ts'
import { ledger } from '../core/document/ledger.ts'
import type { Analysis } from '../core/structure/block.ts'
import { lineStarts } from '../core/text/lines.ts'
import type { RawText } from '../core/text/raw-text.ts'

/** The first place where raw and corrected text do not add up. */
export interface Imbalance {
  readonly check: 'ledger' | 'digits'
  /** What it is, for a report to the makers: not a sentence. */
  readonly detail: string
  /** Line of the raw text, from 1. */
  readonly line: number
}

/** The ledger and the digit lock over one source; null where both hold. Nothing is exported otherwise. */
export function verify(raw: RawText, analysis: Analysis): Imbalance | null {
  const lineAt = (at: number): number => lineStarts(raw.text.slice(0, at)).length
  const document = fromAnalysis(raw, analysis)
  if (!document.ok) {
    const { reason, at, id } = document.error
    return { check: 'ledger', detail: id === null ? reason : `${reason} ${id}`, line: lineAt(at ?? 0) }
  }
  const [imbalance] = ledger(document.value).imbalances
  if (imbalance) return { check: 'ledger', detail: imbalance.kind, line: lineAt(imbalance.from) }
  const [violation] = digitLock(document.value).violations
  if (!violation) return null
  const detail = `${violation.kind}: ${violation.raw.join(' ')} -> ${violation.clean.join(' ')}`
  return { check: 'digits', detail, line: lineAt(violation.from) }
}
