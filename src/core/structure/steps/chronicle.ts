import { ruleId } from '../../rules/rule.ts'
import { isAside, type Draft } from '../draft.ts'
import { isChronicle } from '../known-names.ts'
import { isFinal } from '../layout/stretch.ts'
import { compact } from '../names.ts'
import type { Piece } from '../piece.ts'
import type { Step } from '../step.ts'

const DIGITS = '[0-9０-９]{1,2}'
const MONTH = new RegExp(`^(?:${DIGITS}|[一二三四五六七八九十]{1,3})月份?$`)
const DATE = String.raw`(?:${DIGITS}\s*月\s*)?${DIGITS}\s*(?:日\s*)?(?:[—～~至、-]\s*(?:${DIGITS}\s*月\s*)?${DIGITS}\s*)?日`
const LATER = '同日|是日|当日|同月|是月|本月|当月|月内|[上中下]旬|月[初中末底]|年内|是年|同年|年[初中末底]'
/** A paragraph of a chronicle begins with its day; 3日，… goes on with a sentence. */
const DAY = new RegExp(`^(?:${DATE}|(?:${LATER})[ \\t\\u00a0\\u2003\\u3000])(?![，、,])`)
/** The same where all days of the chronicle have a comma after them. */
const DAY_OR_LATER = new RegExp(`^(?:${DATE}|${LATER})[ \\t\\u00a0\\u2003\\u3000]?(?![、起前后至])`)
/** The pieces of a date that an extractor has set apart: 28 — 3 月 2 日. */
const MOST_PIECES = 8
/** Of months that stand like headings, so many may come again before they are only part of a date. */
const MOST_AGAIN = 0.25
/** Months without anything to tell are left out, so many in a row at most. */
const MOST_SKIPPED = 3

/** 大事记: months are its headings, and each day begins a paragraph. */
export const chronicle: Step = {
  id: ruleId('structure/chronicle'),
  version: 2,
  title: { zh: '大事记', en: 'Chronicles' },
  why: {
    zh: '大事记以月份为目，按日分段；“同日”“是月”等领起的也各自成段。',
    en: 'A chronicle has its months as headings and a paragraph for each day; 同日, 是月 and the like begin one, too.',
  },
  messages: {
    displaced: {
      zh: '第 {0} 行的类目名打断了大事记正文，移至本页首个月份（第 {1} 行）之前',
      en: 'the title in line {0} interrupts the chronicle that it heads; read before the first month of its page (line {1})',
    },
  },
  run(draft) {
    const flow = draft.pieces.filter((p) => !isAside(p.role))
    for (let i = 0; i < flow.length; i++) {
      if (flow[i]!.role !== 'category' || !isChronicle(compact(draft.plain(flow[i]!)))) continue
      let end = i + 1
      while (end < flow.length && flow[end]!.role !== 'category') end++
      const from = isTorn(draft, flow, i) ? pageStart(flow, i) : i
      // The title itself parts nothing of the text that it stands in.
      const part = flow.slice(from, end).filter((p) => !p.role?.startsWith('category'))
      mark(draft, from < i ? part : [flow[i]!, ...part])
      if (from < i) moveTitle(part, flow, i)
      i = end - 1
    }
  },
}

/** Numbers may have lines of their own: 3⏎月⏎12⏎日，… */
function mark(draft: Draft, part: readonly Piece[]): void {
  const heads = monthHeads(draft, part)
  const days = part.map((_, i) => (mayBeginAt(draft, part, i, heads) ? dayAt(draft, part, i) : ''))
  const told = days.filter((d) => d !== '')
  const withComma = told.filter((d) => d.endsWith('，')).length
  heads.forEach((n, i) => markHeading(draft, part, i, n))
  part.forEach((p, i) => {
    if (days[i] === '' || p.role !== null) return
    // Where lines are those of the print, its rows tell more.
    if (!draft.isolates && !p.isRun) {
      if (DAY.test(draft.plain(p))) p.role = 'list'
      return
    }
    // Beside days that all have one, a comma says nothing; beside days that have none, the sentence goes on.
    if (!days[i]!.endsWith('，') || withComma > told.length / 2) p.role = 'list'
  })
}

/** Of each month’s heading the index of its first piece, and its pieces. */
function monthHeads(draft: Draft, part: readonly Piece[]): ReadonlyMap<number, number> {
  const found: { i: number; pieces: number; month: number; isSure: boolean }[] = []
  let alone = 0
  for (let i = 0; i < part.length; i++) {
    const text = plainAt(draft, part, i)
    // A line of the print that holds nothing else.
    const isLine = isMonth(text) && !draft.isolates
    if (!isLine && !mayBeginAt(draft, part, i)) continue
    const pieces = isMonth(text) ? 1 : text !== '' && isMonth(text + plainAt(draft, part, i + 1)) ? 2 : 0
    if (pieces > 0 && (isLine || dayAt(draft, part, i + pieces) !== ''))
      found.push({ i, pieces, month: monthOf(text.normalize('NFKC')), isSure: isLine })
    else if (dayAt(draft, part, i) !== '') alone++
  }
  const again = found.filter((f, k) => k > 0 && f.month <= found[k - 1]!.month).length
  // 3月12日，… 3月15日，…: each paragraph has its whole date.
  const areDates = again > found.length * MOST_AGAIN || alone < found.length / 2
  let last = 0
  return new Map(
    found
      .filter(({ month, isSure }) => {
        const isNext = last === 0 || (month > last && month - last <= MOST_SKIPPED)
        const isHead = isSure || (isNext && !areDates)
        if (isHead) last = month
        return isHead
      })
      .map(({ i, pieces }) => [i, pieces]),
  )
}

const isMonth = (text: string): boolean => text.length <= 5 && MONTH.test(text)

function monthOf(text: string): number {
  const digits = /^[0-9]+/.exec(text)
  if (digits) return Number(digits[0])
  const han = text.replace(/月.*/, '')
  const ones = '一二三四五六七八九'.indexOf(han.at(-1)!) + 1
  return han.startsWith('十') ? 10 + ones : ones
}

function plainAt(draft: Draft, part: readonly Piece[], i: number): string {
  const p = part[i]
  return p?.role === null && !p.inline && p.to - p.from <= 8 ? compact(draft.plain(p)) : ''
}

function markHeading(draft: Draft, part: readonly Piece[], i: number, pieces: number): void {
  const head = part[i]!
  head.role = 'heading'
  if (pieces < 2) return
  part[i + 1]!.role = 'heading'
  part[i + 1]!.continues = true
  const reason = { key: 'run', values: [head.line.number, draft.content(head)] }
  head.breakAfter = { kind: 'join', rule: 'isolated-run', reason }
}

/** The day that the pieces from `i` on begin with, and the comma after it; nothing where they begin with none. */
function dayAt(draft: Draft, part: readonly Piece[], i: number): string {
  const first = part[i]
  if (first?.role !== null || !/^[0-9０-９同是当本月上中下年]/.test(draft.text[first.from]!)) return ''
  let text = ''
  for (let k = i; k < Math.min(part.length, i + MOST_PIECES); k++) {
    const p = part[k]!
    if (p.role !== null) break
    text += draft.text.slice(p.from, Math.min(p.to, p.from + 12))
    if (text.length > 16) break
  }
  const day = DAY_OR_LATER.exec(text)
  return day ? day[0] + (/^[，,]/.test(text.slice(day[0].length)) ? '，' : '') : ''
}

/** Nothing, something with a role, or a finished sentence stands before it. */
function mayBegin(draft: Draft, before: Piece | undefined): boolean {
  return before !== undefined && (before.role !== null || isFinal(draft.text, before))
}

function mayBeginAt(
  draft: Draft,
  part: readonly Piece[],
  i: number,
  heads: ReadonlyMap<number, number> = NO_HEADS,
): boolean {
  const p = part[i]!
  if (p.role !== null || p.inline) return false
  if (i === 0 || mayBegin(draft, part[i - 1])) return true
  return heads.get(i - 1) === 1 || heads.get(i - 2) === 2
}

const NO_HEADS: ReadonlyMap<number, number> = new Map()

/** Does the title at `i` stand in mid-sentence? */
function isTorn(draft: Draft, flow: readonly Piece[], i: number): boolean {
  const before = flow[i - 1]
  return before?.role === null && !isFinal(draft.text, before)
}

/** The first piece of the page on which the title stands, no farther up than the part before it. */
function pageStart(flow: readonly Piece[], i: number): number {
  let k = i
  while (k > 0 && flow[k - 1]!.role !== 'category' && flow[k]!.line.pageMark === null) k--
  return k
}

/** The title, and its English line, are read before the first month that stands above it. */
function moveTitle(part: readonly Piece[], flow: readonly Piece[], i: number): void {
  const title = flow[i]!
  const anchor = part.find((p) => p.role === 'heading')
  if (!anchor || anchor.from > title.from) return
  for (const p of [title, flow[i + 1]])
    if (p?.role?.startsWith('category'))
      p.relocation = {
        rule: chronicle.id,
        reason: { key: 'displaced', values: [title.line.number, anchor.line.number] },
        where: 'before',
        anchor,
      }
}
