import type { Closeness, Code } from '../scan/quantity.ts'
import type { MeasureKind } from './kinds.ts'

/** UTF-16 offsets in the text that was read, half-open. */
interface Place {
  readonly from: number
  readonly to: number
}

/** An exact number, written out: digits with an optional sign and point, no exponent. `high` is the end of a range. */
export interface Measured {
  readonly value: string
  readonly high: string | null
  /** Null for a bare number. */
  readonly unit: string | null
}

/** 4,387人, 1.45亿元, 三十二亿元, 3—5万元: `value` in the unit as printed, `normal` in the base unit of its kind. */
export interface TypedNumber extends Place, Measured {
  readonly kind: MeasureKind
  readonly normal: Measured
  readonly closeness: Closeness
}

/** 12.5%, 0.8‰, 四成: a part of a hundred. Points are the difference of two such. */
export interface TypedShare extends Place, Measured {
  readonly kind: 'share' | 'points'
  readonly closeness: Closeness
}

/** 1∶3, 3比1, 三分之二: terms in their order. */
export interface TypedRatio extends Place {
  readonly kind: 'ratio' | 'score' | 'fraction'
  readonly terms: readonly string[]
}

export type DatePrecision = 'year' | 'half' | 'quarter' | 'month' | 'ten-days' | 'day'

/**
 * ISO 8601, truncated where the text leaves the year or the month out: 2019-05-20, 2019-05, 2019, --05-20, --05, ---31.
 * As printed: 9月31日 is --09-31.
 */
export interface TypedDate extends Place {
  readonly kind: 'date'
  /** Null for 上年 and its like. */
  readonly start: string | null
  /** The last day, month or year of a range or a period; null for a single one. */
  readonly end: string | null
  readonly precision: DatePrecision
  /** 上年: -1, 次年: 1, counted from the year that is spoken of; null where it is not said so. */
  readonly relative: number | null
}

export interface TypedTime extends Place {
  readonly kind: 'time'
  readonly start: string
  readonly end: string | null
}

/** 第3届, 118号: a place in an order, or a number that names. */
export interface TypedOrdinal extends Place {
  readonly kind: 'ordinal'
  readonly value: string
  readonly unit: string
}

/** Digits that are no number. */
export interface TypedCode extends Place {
  readonly kind: Code['of']
  /** As a search would ask for it: a telephone number and an ISBN without separators, a document number with its issuer. */
  readonly value: string
  /** ISBN: does its check digit fit? Null for all else. */
  readonly fits: boolean | null
}

export type Typed = TypedNumber | TypedShare | TypedRatio | TypedDate | TypedTime | TypedOrdinal | TypedCode
export type TypedKind = Typed['kind']
