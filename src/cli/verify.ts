import { digitLock } from '../core/document/digit-lock.ts'
import type { Document } from '../core/document/document.ts'
import { ledger } from '../core/document/ledger.ts'
import { lineNumbers } from '../core/text/lines.ts'

/** The first place where raw and corrected text do not add up. */
export interface Imbalance {
  readonly check: 'ledger' | 'digits'
  /** What it is, for a report to the makers: not a sentence. */
  readonly detail: string
  /** Line of the raw text, from 1. */
  readonly line: number
}

/** The ledger and the digit lock over a book under work; null where both hold. Else nothing of it is exported. */
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
