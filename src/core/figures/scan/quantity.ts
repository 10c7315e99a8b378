import type { Decimal } from '../decimal.ts'
import type { Unit } from './units.ts'

/** Where it stands in the text that was scanned: UTF-16 offsets, half-open. */
interface Place {
  readonly from: number
  readonly to: number
}

/** 约 and the like; 多, 余, 逾: at least so much; 不足, 近: not quite. */
export type Closeness = 'exact' | 'about' | 'more' | 'less'

/** A number with or without a unit, or a range of two. */
export interface Amount extends Place {
  readonly kind: 'amount'
  /** As printed, with its multiplier: 1.45亿元 → 145000000. */
  readonly value: Decimal
  /** The upper end of a range; null for a single number. */
  readonly high: Decimal | null
  readonly unit: Unit | null
  /** In the base unit of its dimension, so that 元 and 亿元 compare. */
  readonly normal: Decimal
  readonly normalHigh: Decimal | null
  /** The worth of its last printed digit, in base units: 1.45亿元 → 1000000. */
  readonly step: Decimal
  readonly closeness: Closeness
  /** Printed in Han numerals: 三十二亿. */
  readonly han: boolean
}

/** A part of a hundred, whatever the sign: 12.5%, 百分之十二点五, 0.8‰, 四成. */
export interface Share extends Place {
  readonly kind: 'share'
  readonly percent: Decimal
  readonly high: Decimal | null
  readonly step: Decimal
  readonly closeness: Closeness
}

/** 个百分点: the difference of two shares. */
export interface Points extends Place {
  readonly kind: 'points'
  readonly percent: Decimal
  readonly high: Decimal | null
  readonly step: Decimal
}

/** 1∶3, 4:4:2. A score is written 3比1. */
export interface Ratio extends Place {
  readonly kind: 'ratio' | 'score'
  readonly terms: readonly Decimal[]
}

export interface Fraction extends Place {
  readonly kind: 'fraction'
  readonly numerator: Decimal
  readonly denominator: Decimal
}

/** Of year, month and day as many as are printed; the rest is null. Not checked: 9月31日 is read as it stands. */
export interface DayParts {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
}

export interface DateQuantity extends Place {
  readonly kind: 'date'
  readonly start: DayParts
  /** The end of a range, with what it shares with the start filled in. */
  readonly end: DayParts | null
  /** 同年, 上年, 次年: the year is so many after the one spoken of. */
  readonly relative: number | null
  readonly precision: 'year' | 'month' | 'day'
}

export interface TimeQuantity extends Place {
  readonly kind: 'time'
  readonly hour: number
  readonly minute: number
}

/** A place in an order, or a number that only names: 第3届, 前10位, 118号, 4级. */
export interface Ordinal extends Place {
  readonly kind: 'ordinal'
  readonly value: Decimal
  readonly unit: string
}

/** Digits that are no number: they are never compared. */
export interface Code extends Place {
  readonly kind: 'code'
  readonly of: 'document' | 'phone' | 'isbn' | 'name'
}

/** A quantity that is stated of something. */
export type Figure = Amount | Share | Points

export type Quantity = Figure | Ratio | Fraction | DateQuantity | TimeQuantity | Ordinal | Code

export function isFigure(q: Quantity): q is Figure {
  return q.kind === 'amount' || q.kind === 'share' || q.kind === 'points'
}

/** Tries to read one kind of quantity that starts at `at`; `null` where there is none. */
export type Reader<Q extends Quantity = Quantity> = (text: string, at: number) => Q | null
