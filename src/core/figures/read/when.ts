import { Guard } from '../guard.ts'
import type { DateQuantity } from '../scan/quantity.ts'

/**
 * The time that a figure is for, as a key: '' the book's own year, '2018' another one, 'm' with more behind it a
 * part of a year, which is like no other.
 */
export type When = string

const COMPARED = /(?:比|较|与|和|同|对|自|从|以|于|据|按|至)$/
const PART =
  /(上半年|下半年|[一二三四]季度|前[一二三]季度|第[一二三四]季度|春季|夏季|秋季|冬季|年初|上年末|上年|去年|同期|寒假|暑假|春节|国庆|汛期|“十[一二三四]五”|十[一二三四]五)/

/** What stands in all that PART finds. */
export const TIMES = new Guard('半季初末年期假节庆汛五')

/** The time that a date gives to the figures after it; null where it is only compared with. */
export function dateWhen(
  date: DateQuantity,
  before: string,
  after: string,
  bookYear: number | null,
): When | null {
  // 比上年的400万人次增长15%: the number is the other year's own.
  if (date.relative !== null && date.relative !== 0 && after.startsWith('的')) return `y${date.relative}`
  if (COMPARED.test(before) && !/(?:截至|截止|至)$/.test(before)) return null
  if (/^(?:以来|以后|以前|之前|起|开始|建成|成立|获|被)/.test(after)) return null
  if (date.relative !== null) return date.relative === 0 ? null : `y${date.relative}`
  const { start, end, precision } = date
  if (end)
    return `m${start.year ?? ''}-${start.month ?? ''}-${start.day ?? ''}~${end.year ?? ''}-${end.month ?? ''}-${end.day ?? ''}`
  if (precision !== 'year') return `m${start.month ?? ''}-${start.day ?? ''}`
  return start.year === bookYear ? '' : String(start.year)
}

/** A part of the year that is named in words. */
export function wordWhen(text: string): When | null {
  if (!PART.test(text)) return null
  // Where the words are only compared with, they say nothing: the comparison ends its clause, so that none spans it.
  const m = PART.exec(text.replace(/(?:比|较|同比|与)[^，。；、]*/g, ''))
  return m ? `m${m[1]!}` : null
}
