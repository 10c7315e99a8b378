import { abs, compare, minus, sum, type Decimal } from '../decimal.ts'
import { dimension, isExact, value, type Statement } from '../read/statement.ts'
import type { Share } from '../scan/quantity.ts'
import { makes, percentOf } from './percentage.ts'

/** A value with the share that stands behind it. */
export interface Portion {
  readonly part: Statement
  readonly share: Statement
}

/** A row of portions that are all of one whole, the first that does not fit, and what its share would have to be. */
export interface UnfitRow {
  readonly row: readonly Portion[]
  readonly unfit: Portion
  readonly percent: string
}

const HUNDRED = { units: 100n, scale: 0 }
/** Between a value and its share nothing but what explains the value. */
const BETWEEN = /^(?:（[^（）]*）)?，$/

/** 甲3,440亩，占73%，乙1,275亩，占27%: shares that come to all of it, whose values do not stand to each other like them. */
export function unfitRows(statements: readonly Statement[]): UnfitRow[] {
  const out: UnfitRow[] = []
  let row: Portion[] = []
  for (const [i, share] of statements.entries()) {
    const portion = share.phrase.left === '占' ? portionAt(statements, i) : null
    if (!portion) continue
    const last = row.at(-1)
    if (last && !isBeside(last, portion)) row = []
    row.push(portion)
    const shares = sum(row.map((p) => value(p.share.figure)))
    if (compare(abs(minus(shares, HUNDRED)), sum(row.map((p) => p.share.figure.step))) > 0) continue
    const unfit = row.length > 1 ? unfitOf(row) : null
    if (unfit) out.push(unfit)
    row = []
  }
  return out
}

function portionAt(statements: readonly Statement[], at: number): Portion | null {
  const [part, share] = [statements[at - 1], statements[at]!]
  if (part?.figure.kind !== 'amount' || share.figure.kind !== 'share' || part.sentence !== share.sentence)
    return null
  const between = share.passage.text.slice(part.figure.to, share.phrase.from)
  return BETWEEN.test(between) && isExact(part.figure) && isExact(share.figure) ? { part, share } : null
}

function isBeside(a: Portion, b: Portion): boolean {
  return a.share.sentence === b.share.sentence && dimension(a.part.figure) === dimension(b.part.figure)
}

function unfitOf(row: readonly Portion[]): UnfitRow | null {
  const whole = {
    value: sum(row.map((p) => value(p.part.figure))),
    step: sum(row.map((p) => p.part.figure.step)),
  }
  const unfit = whole.value.units > 0n && row.find((p) => !makes(rounded(p), whole, shareOf(p)))
  if (!unfit) return null
  return { row, unfit, percent: percentOf(value(unfit.part.figure), whole.value, shareOf(unfit).percent) }
}

function rounded({ part }: Portion): { value: Decimal; step: Decimal } {
  return { value: value(part.figure), step: part.figure.step }
}

function shareOf({ share }: Portion): Share {
  return share.figure as Share
}
