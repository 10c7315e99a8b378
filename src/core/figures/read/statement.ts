import type { Decimal } from '../decimal.ts'
import type { Figure } from '../scan/quantity.ts'
import type { Passage } from './passage.ts'
import type { Phrase } from './phrase.ts'
import type { Scope } from './scope.ts'
import type { When } from './when.ts'

/**
 * level: so much there is. change: so much more or less than before. portion: such a share of something. each: so
 * much for every one of several. Only levels of the same thing can contradict each other outright.
 */
export type FigureRole = 'level' | 'change' | 'portion' | 'each'

/** A quantity with what it measures, where and when. */
export interface Statement {
  readonly passage: Passage
  /** Index among the quantities of its passage. */
  readonly index: number
  readonly figure: Figure
  readonly phrase: Phrase
  readonly role: FigureRole
  /** The verb that governs it, '' for what simply is there. */
  readonly action: string
  /** Did it take the verb from the list it stands in, or may it have? */
  readonly governed: 'own' | 'list' | 'loose'
  /** What is counted or measured, without scope, time and suffixes that the unit implies. */
  readonly noun: string
  /** The noun with what a part takes from its whole: 贷款余额…，其中小微贷款 is 小微贷款余额. */
  readonly full: string
  /** Words behind the number that belong to the thing: 40亿元的产业基金. */
  readonly right: string
  readonly scope: Scope
  readonly when: When
  readonly plan: boolean
  /** What it is a part of, where 其中 says so; null where it is no part or the whole is not found. */
  readonly whole: Statement | null
  readonly part: boolean
  /** What its clause hangs on: 普通高中4所，在校生…; '' where it stands for itself. */
  readonly topic: string
  readonly sentence: number
}

/** What it is counted in: only figures of one dimension are compared. */
export function dimension(figure: Figure): string {
  if (figure.kind === 'share') return 'share'
  if (figure.kind === 'points') return 'points'
  return figure.unit?.dimension ?? 'number'
}

/** Its value in base units; of a range the lower end. */
export function value(figure: Figure): Decimal {
  return figure.kind === 'amount' ? figure.normal : figure.percent
}

/** One plain number, neither 约 nor a range: the only kind that can be held to its last digit. */
export function isExact(figure: Figure): boolean {
  if (figure.high !== null) return false
  return figure.kind === 'points' || figure.closeness === 'exact'
}
