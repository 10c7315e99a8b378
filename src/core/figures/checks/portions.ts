import { abs, approximately, compare, minus, sum } from '../decimal.ts'
import { dimension, isExact, value, type Statement } from '../read/statement.ts'
import type { Amount, Share } from '../scan/quantity.ts'
import { makes } from './percentage.ts'

/** A value with the share that stands behind it. */
interface Portion {
  readonly part: Statement
  readonly share: Statement
}

/** A row of portions that are all of one whole, the one that does not fit, and what its share would have to be. */
export interface UnfitRow {
  readonly row: readonly Portion[]
  readonly unfit: Portion
  readonly percent: string
}

const HUNDRED = { units: 100n, scale: 0 }
/** Between a value and its share nothing but what explains the value. */
const BETWEEN = /^(?:（[^（）]*）)?，$/

/**
 * 甲3,440亩，占73%，乙1,275亩，占27%: shares of one whole, in the same words, whose values do not stand to each other like
 * them. The whole itself need not be printed.
 */
export function unfitRows(statements: readonly Statement[]): UnfitRow[] {
  const out: UnfitRow[] = []
  let row: Portion[] = []
  const close = (): void => {
    const found = row.length > 1 ? (inFull(row) ?? amongOthers(row)) : null
    if (found) out.push(found)
    row = []
  }
  for (const [i, share] of statements.entries()) {
    const portion = share.phrase.left.startsWith('占') ? portionAt(statements, i) : null
    if (!portion) continue
    if (row.length > 0 && !isBeside(row.at(-1)!, portion)) close()
    row.push(portion)
    if (areAll(row)) close()
  }
  close()
  return out
}

function portionAt(statements: readonly Statement[], at: number): Portion | null {
  const [part, share] = [statements[at - 1], statements[at]!]
  if (part?.figure.kind !== 'amount' || share.figure.kind !== 'share') return null
  const between = share.passage.text.slice(part.figure.to, share.phrase.from)
  const isOne = part.sentence === share.sentence && BETWEEN.test(between)
  return isOne && isExact(part.figure) && isExact(share.figure) ? { part, share } : null
}

function isBeside(a: Portion, b: Portion): boolean {
  return (
    a.share.sentence === b.share.sentence &&
    a.share.phrase.left === b.share.phrase.left &&
    dimension(a.part.figure) === dimension(b.part.figure)
  )
}

/** Do the shares come to the whole, as far as they are rounded? */
function areAll(row: readonly Portion[]): boolean {
  const steps = sum(row.map((p) => p.share.figure.step))
  return compare(abs(minus(sum(row.map((p) => value(p.share.figure))), HUNDRED)), steps) <= 0
}

/** Where the shares come to all, so do the values. */
function inFull(row: readonly Portion[]): UnfitRow | null {
  if (!areAll(row)) return null
  const whole = {
    value: sum(row.map((p) => value(p.part.figure))),
    step: sum(row.map((p) => p.part.figure.step)),
  }
  const rounded = ({ part }: Portion): typeof whole => ({ value: value(part.figure), step: part.figure.step })
  const unfit = whole.value.units > 0n && row.find((p) => !makes(rounded(p), whole, p.share.figure as Share))
  return unfit ? { row, unfit, percent: percentOf(unfit, approximately(whole.value)) } : null
}

/** Of three or more, the only one that is of another whole than all others. */
function amongOthers(row: readonly Portion[]): UnfitRow | null {
  const wholes = row.map(wholeOf)
  if (row.length < 3 || common(wholes)) return null
  const odd = row.filter((_, i) => common(wholes.filter((_, k) => k !== i)))
  const others = odd.length === 1 ? common(wholes.filter((_, i) => row[i] !== odd[0])) : null
  return others ? { row, unfit: odd[0]!, percent: percentOf(odd[0]!, (others.low + others.high) / 2) } : null
}

/** Between what and what a whole lies. */
interface Range {
  readonly low: number
  readonly high: number
}

function wholeOf({ part, share }: Portion): Range {
  const [of, step] = [approximately(value(part.figure)), approximately((part.figure as Amount).step) / 2]
  const [percent, slack] = [approximately(value(share.figure)), approximately(share.figure.step)]
  const high = percent > slack ? ((of + step) / (percent - slack)) * 100 : Number.POSITIVE_INFINITY
  return { low: ((of - step) / (percent + slack)) * 100, high }
}

function common(ranges: readonly Range[]): Range | null {
  const low = Math.max(...ranges.map((r) => r.low))
  const high = Math.min(...ranges.map((r) => r.high))
  return low <= high ? { low, high } : null
}

function percentOf({ part, share }: Portion, whole: number): string {
  const places = Math.max(1, (share.figure as Share).percent.scale)
  return ((approximately(value(part.figure)) / whole) * 100).toFixed(places)
}
