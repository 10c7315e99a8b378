import { digitLock } from '../core/document/digit-lock.ts'
import type { Document } from '../core/document/document.ts'
import { fromAnalysis } from '../core/document/from-analysis.ts'
import { ledger } from '../core/document/ledger.ts'
import type { Analysis } from '../core/structure/block.ts'
import { lineNumbers } from '../core/text/lines.ts'
import type { RawText } from '../core/text/raw-text.ts'

/** The first place where raw and corrected text do not add up. */
export interface Imbalance {
  readonly check: 'ledger' | 'digits'
  /** What it is, for a report to the makers: not a sentence. */
  readonly detail: string
  /** Line of the raw text, from 1. */
  readonly line: number
}

/** The ledger and the digit lock over what the engine made of one source; null where both hold. */
export function verify(raw: RawText, analysis: Analysis): Imbalance | null {
  const document = fromAnalysis(raw, analysis)
  if (document.ok) return verifyDocument(document.value)
  const { reason, at, id } = document.error
  const detail = id === null ? reason : `${reason} ${id}`
  return { check: 'ledger', detail, line: lineNumbers(raw.text)(at ?? 0) }
}

/** The same over a book under work. Nothing is exported where one of them is broken. */
export function verifyDocument(document: Document): Imbalance | null {
  const { raw } = document
  const [imbalance] = ledger(document).imbalances
  if (imbalance)
    return { check: 'ledger', detail: imbalance.kind, line: lineNumbers(raw.text)(imbalance.from) }
  const [violation] = digitLock(document).violations
  if (!violation) return null
  const detail = `${violation.kind}: ${violation.raw.join(' ')} -> ${violation.clean.join(' ')}`
  return { check: 'digits', detail, line: lineNumbers(raw.text)(violation.from) }
}
