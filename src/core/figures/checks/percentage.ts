import { abs, approximately, decimal, minus, plus, type Decimal } from '../decimal.ts'
import type { Share } from '../scan/quantity.ts'

/**
 * Does `part` of `whole` make the printed percentage, given how all three are rounded? Off by one in the last
 * digit is cut instead of rounded, and no finding.
 */
export function makes(part: Rounded, whole: Rounded, printed: Pick<Share, 'percent' | 'step'>): boolean {
  const low = ratio(minus(part.value, half(part.step)), plus(whole.value, half(whole.step)))
  const high = ratio(plus(part.value, half(part.step)), minus(whole.value, half(whole.step)))
  const slack = approximately(printed.step) * 1.05
  const percent = approximately(abs(printed.percent))
  return percent >= low - slack && percent <= high + slack
}

export interface Rounded {
  readonly value: Decimal
  /** Worth of its last digit. */
  readonly step: Decimal
}

/** `part` of `whole` in percent, to as many places as `like` has. */
export function percentOf(part: Decimal, whole: Decimal, like: Decimal): string {
  return ratio(part, whole).toFixed(Math.max(1, like.scale))
}

function ratio(part: Decimal, whole: Decimal): number {
  const below = approximately(whole)
  return below === 0 ? Number.POSITIVE_INFINITY : (approximately(part) / below) * 100
}

function half(step: Decimal): Decimal {
  return { units: step.units * decimal('5').units, scale: step.scale + 1 }
}
