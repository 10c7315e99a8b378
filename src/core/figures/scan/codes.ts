import type { Code, Ordinal, Reader, TimeQuantity } from './quantity.ts'
import { decimalAt } from '../decimal.ts'
import { arabicEnd, hanEnd, hanNumber } from './numerals.ts'
import { unitAt } from './units.ts'

const DOCUMENT = /[〔［[](?:18|19|20)\d{2}[〕］\]](?:第)?\d{1,5}号?/y
const ISBN =
  /IS(?:BN[\s:：]?(?:97[89](?:[- ]?\d){10}|\d(?:[- ]?\d){8}[- ]?[\dXx])|SN[\s:：]?\d{4}-?\d{3}[\dXx])/y
const PHONE = /(?:0\d{2,3}[-—]\d{7,8}|[48]00[-—]\d{3}[-—]\d{4}|1[3-9]\d{9}|\d{5}(?=热线))(?!\d)/y
/** Digits grown together with letters, or with signs as names have them: 4A, 5G, 4·26, 1+X. */
const NAME = /\d+(?:\.\d+)?(?:[A-Za-z][A-Za-z0-9]*(?:[.-]\d+)?|·\d+(?:·\d+)*|\+[A-Z]\w*)/y
const AFTER_LETTER = /\d+(?:\.\d+)*[A-Za-z0-9]*/y
const CLOCK = /(\d{1,2})[:：](\d{2})(?![\d:：∶])/y
const HOURS = /(\d{1,2})时(?![期间段代速尚空常光装值])(?:(\d{1,2})分(?![钟之别]))?/y
/** Names by number, or a rank: no count. */
const LABELS = ['号楼', '号线', '号院', '号井', '号', '级', '届', '星级', '版', '年级', '路']
const RANKS = new Set('第前')

/** Document numbers, telephone numbers, ISBN, and digits that are part of a name. */
export const readCode: Reader<Code> = (text, at) => {
  const of = (pattern: RegExp, kind: Code['of']): Code | null => {
    pattern.lastIndex = at
    const m = pattern.exec(text)
    return m ? { kind: 'code', of: kind, from: at, to: at + m[0].length } : null
  }
  const c = text[at]!
  if (c === 'I') return of(ISBN, 'isbn')
  if (c === '〔' || c === '［' || c === '[') return of(DOCUMENT, 'document')
  const before = at > 0 ? text[at - 1]! : ''
  if (/[A-Za-z]/.test(before)) return of(AFTER_LETTER, 'name')
  const phone = of(PHONE, 'phone')
  if (phone) return phone
  const name = of(NAME, 'name')
  if (!name) return null
  // 5km and 3.1t are measures.
  const to = arabicEnd(text, at)
  const unit = to > at ? unitAt(text, to) : null
  return unit && to + unit.name.length >= name.to ? null : name
}

/** A time of day that the clock has: 9:30, 14时30分. Others are read as ratios and judged by what stands before. */
export const readTime: Reader<TimeQuantity> = (text, at) => {
  for (const pattern of [CLOCK, HOURS]) {
    pattern.lastIndex = at
    const m = pattern.exec(text)
    if (!m) continue
    const [hour, minute] = [Number(m[1]), Number(m[2] ?? 0)]
    if (hour <= 24 && minute < 60) return { kind: 'time', from: at, to: at + m[0].length, hour, minute }
  }
  return null
}

/** 第3届, 第二批, 前10位, 118号, 4级. */
export const readOrdinal: Reader<Ordinal> = (text, at) => {
  const rank = RANKS.has(text[at]!) ? 1 : 0
  const start = at + rank
  let end = arabicEnd(text, start)
  let value = null
  if (end > start) value = decimalAt(text, start, end)
  else if (rank === 1) {
    end = hanEnd(text, start)
    value = hanNumber(text.slice(start, end))
  }
  if (value === null) return null
  if (rank === 0) {
    const label = LABELS.find((l) => text.startsWith(l, end))
    return label ? { kind: 'ordinal', from: at, to: end + label.length, value, unit: label } : null
  }
  const unit = unitAt(text, end)?.name ?? ''
  return { kind: 'ordinal', from: at, to: end + unit.length, value, unit }
}
