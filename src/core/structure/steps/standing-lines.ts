import { ruleId } from '../../rules/rule.ts'
import { isBalanced } from '../../text/brackets.ts'
import { cannotBeginLine } from '../../text/characters.ts'
import { isAside, type Draft } from '../draft.ts'
import { ColumnWidths } from '../layout/widths.ts'
import { holdsDocuments } from '../known-names.ts'
import { firstUnitWidth, isFinal } from '../layout/stretch.ts'
import { compact, isShortName, nameRow } from '../names.ts'
import type { Piece } from '../piece.ts'
import type { Step } from '../step.ts'
import { startsListItemAt } from './lists.ts'

const LONGEST = 44
/** Of its column a line that stands by itself fills so much at most; with a mark of a heading it only is not full. */
const SHARE = 0.62
const FREE = 8
/** Where lines have no common width: so wide, in half squares, and so many in a row. */
const WIDEST = 48
const ROW = 3
/** Centred: set in by more than a paragraph is. */
const CENTRED = 6
const SENTENCE = /[。！？；，、,;!?…]|[：:](?!$)/
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百0-9]{1,4}[章节篇编])/
/** A chapter’s name on a line of its own has so many characters at most. */
const NAMED = 12
/** 第二章, 第一节 概况 */
const CHAPTER =
  /^第[一二三四五六七八九十百]{1,4}[编篇章节](?:\s*\p{Script=Han}[\p{Script=Han}、“”（）]{1,15})?$/u
const SPREAD = /^\p{Script=Han}(?:\s+\p{Script=Han}){1,7}$/u
/** 王建国（1932—2019）, 李　明（女，1975.3—　）: whose life is told. */
const LIVED =
  /^\p{Script=Han}(?:\s*\p{Script=Han}){1,3}\s*[（(](?:[男女](?:\s*，)?\s*)?(?:[12][0-9]{3}(?:[.年][0-9]{1,2}月?(?:[.]?[0-9]{1,2}日?)?)?\s*(?:[—～~－-]{1,2}\s*(?:[12][0-9]{3}(?:[.年][0-9]{1,2}月?(?:[.]?[0-9]{1,2}日?)?)?)?|年?生))?\s*[）)]$/u
/** ——在全县大会上的讲话, （2020年1月8日）, 各位代表： */
const OF_A_SPEECH =
  /^——\p{Script=Han}|^——[0-9]{4}年|^[（(][0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日[^）)]*[）)]$|^[^0-9]{2,14}[：:]$/u

/**
 * Lines that stand by themselves in text without 【】: headings of speeches and tables, the names of a list. Rows cannot tell
 * them where a sentence ends before and none ends in them; their shape does.
 */
export const standingLines: Step = {
  id: ruleId('structure/standing-lines'),
  version: 1,
  title: { zh: '独立短行', en: 'Lines that stand by themselves' },
  why: {
    zh: '上文已完句，本行短而无标点，或编号为标题，即为独立的一行：讲话的小标题、名单中的一名。',
    en: 'After a finished sentence, a short line without a mark of a sentence stands by itself: a heading in a speech, a name of a list.',
  },
  messages: {},
  run(draft) {
    const flow = draft.pieces.filter((p) => !isAside(p.role) && !p.relocation)
    if (draft.isolates) {
      chapters(draft, flow)
      return
    }
    let columns: ColumnWidths | null = null
    let i = 0
    // Under 【】 the text is prose: a line alone is more likely a row that was cut short.
    let inEntry = false
    while (i < flow.length) {
      const { role } = flow[i]!
      if (role === 'title') inEntry = true
      else if (role === 'heading' || role === 'category') inEntry = false
      if (!mayStand(draft, flow, i)) {
        i++
        continue
      }
      let end = i + 1
      while (end < flow.length && mayStand(draft, flow, end)) end++
      const before = flow[i - 1]
      const after = flow[end]
      if (before?.role !== null || isFinal(draft.text, before)) {
        columns ??= new ColumnWidths(draft)
        for (let k = i; k < end; k++) {
          const next = flow[k + 1]?.role === null ? flow[k + 1] : undefined
          const unit = next ? firstUnitWidth(draft.text, next) : 0
          const leads = next !== undefined && startsListItemAt(draft.text, next.from)
          // What leads to a list that is set in further is the last line of its paragraph: rows tell whether it is all of it.
          if (inEntry && leads && next.line.indent > flow[k]!.line.indent) continue
          const opens = end - i === 1 && opensSection(draft, before, flow[k]!, next)
          const below = after?.role === null ? after.width : 0
          const place = { together: end - i, inEntry, unit, leads, opens, below }
          if (!stands(draft, flow[k]!, place, columns)) continue
          flow[k]!.stands = true
          if (opens) flow[k]!.role = 'heading'
          // Names are parted like cells.
          if (nameRow(draft.plain(flow[k]!))) flow[k]!.role = 'table'
        }
        // The last of them may be the first line of a paragraph.
        if (end - i < ROW && after && cannotBeginLine(draft.text.charCodeAt(after.from)))
          flow[end - 1]!.stands = false
        for (let k = i; k < end; k++) if (isDocumentTitle(draft, flow, k)) flow[k]!.role = 'heading'
      }
      i = end
    }
  },
}

/** Where runs are set apart, a short line shows nothing but by its number: 第二节, and its name on the next line. */
function chapters(draft: Draft, flow: readonly Piece[]): void {
  let before: Piece | undefined
  let named = true
  for (const p of flow) {
    const text = p.role === null && !p.inline && p.to - p.from <= LONGEST ? draft.plain(p) : ''
    const ended = before?.role !== null || before.stands || isFinal(draft.text, before)
    if (CHAPTER.test(text) && ended) {
      p.stands = true
      named = /[编篇章节]\s*\S/u.test(text.slice(1))
    } else {
      if (!named && before?.stands && !p.isRun && isShortName(text, NAMED)) p.stands = true
      named = true
    }
    before = p
  }
}

/** Nothing of a sentence in it, and no run beside it that an extractor has set apart. */
function mayStand(draft: Draft, flow: readonly Piece[], i: number): boolean {
  const p = flow[i]!
  if (p.role !== null || p.inline || p.isRun || p.to - p.from > LONGEST || p.to - p.from < 2) return false
  const next = flow[i + 1]
  if (
    next?.inline ||
    (next?.role === null && next.isRun) ||
    (flow[i - 1]?.role === null && flow[i - 1]!.isRun)
  )
    return false
  const text = draft.plain(p)
  const said = text.replace(NUMBERED, '')
  if (LIVED.test(text)) return true
  return /^(?:[\p{Script=Han}“《（(—]|[0-9]{4}年)/u.test(text) && !SENTENCE.test(said) && isBalanced(text)
}

interface Place {
  /** So many lines of the kind in a row. */
  readonly together: number
  readonly inEntry: boolean
  /** Width of what the next line begins with, which may not have found room on this one. */
  readonly unit: number
  /** An item of a list comes next. */
  readonly leads: boolean
  /** Width of the line of text below them: titles of one width look like a column, but that line is none of it. */
  readonly below: number
  /** It may be the name of a section whose text has no 【】. */
  readonly opens: boolean
}

function stands(
  draft: Draft,
  p: Piece,
  { together, inEntry, unit, leads, opens, below }: Place,
  columns: ColumnWidths,
): boolean {
  const text = draft.plain(p)
  const widths = columns.near(p.from)
  const marked =
    LIVED.test(text) ||
    NUMBERED.test(text) ||
    SPREAD.test(text) ||
    OF_A_SPEECH.test(text) ||
    (leads && /[：:]$/.test(text))
  if (!marked && !opens && inEntry && together === 1) return false
  if (widths.length > 0) {
    const wide = widths.filter((w) => w + 2 >= below)
    const least = Math.min(...(wide.length > 0 ? wide : widths))
    return p.width <= (marked ? least - FREE : SHARE * least) && p.width + unit <= least
  }
  if (p.width > WIDEST) return false
  return marked || opens || together >= ROW || p.line.indent >= CENTRED
}

/** A short name after a category's title or a signature, and text under it: a section without entries. */
function opensSection(draft: Draft, before: Piece | undefined, p: Piece, next: Piece | undefined): boolean {
  const free =
    !before || before.role === 'category' || before.role === 'category-en' || before.role === 'contributor'
  if (!free || !next || !isShortName(draft.plain(p), 12)) return false
  return next.width > p.width && /[，。；：]/.test(draft.plain(next))
}

/** The title of a speech or another document, right after 特载 and the like. */
function isDocumentTitle(draft: Draft, flow: readonly Piece[], i: number): boolean {
  const before = flow[i - 1]
  const p = flow[i]!
  if (!p.stands || before?.role !== 'category' || !holdsDocuments(compact(draft.plain(before)))) return false
  const text = draft.plain(p)
  return !NUMBERED.test(text) && !OF_A_SPEECH.test(text)
}
