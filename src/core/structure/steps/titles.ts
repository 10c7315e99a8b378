import { ruleId } from '../../rules/rule.ts'
import { isCredit } from '../credit.ts'
import type { Draft } from '../draft.ts'
import { halfTitle, unclosedTitle } from '../half-titles.ts'
import { compact } from '../names.ts'
import type { Piece } from '../piece.ts'
import { plainTitles } from '../plain-titles.ts'
import type { Step } from '../step.ts'

const OPEN = '【［[〔﹝〖'
const CLOSE = '】］]〕﹞〗'
/** A title has so many characters at most, in so many pieces where digits are set apart; no sentence ends in it. */
const MOST_PIECES = 16
const MOST_UNITS = 80
/** A caption inside a title, its credit counted, has so many lines at most; where runs are set apart, so many pieces. */
const MOST_CAPTION = 4
const MOST_APART = 12
/** 2019年5月, 5月16日: not 2019年度, which a title goes on with. */
const CAPTION_DATE =
  /^(?:[0-9]{4}\s*年\s*)?[0-9]{1,2}\s*月\s*(?:[0-9]{1,2}\s*日|，|$)|^[0-9]{4}\s*年(?:\s*[0-9]{1,2}\s*月|，)/

/** 【entry title】: finds its marks, also read as [ or ［, over several lines, with text after it on the line. */
export const titles: Step = {
  id: ruleId('structure/titles'),
  version: 2,
  title: { zh: '条目题名', en: 'Entry titles' },
  why: {
    zh: '条目以【】中的题名开头；题名可能折行，括号可能误识为 [ ] 或 ［ ］。全书无【】时，行首的■●等或题名后的空格屡次出现，即为题名。',
    en: 'An entry begins with its title in 【】, which may wrap over lines or be read as [ ] or ［ ］. In a book without 【】, ■ ● and the like at the start of lines, or a wide gap after a short name, mark titles where they recur.',
  },
  messages: {
    gapped: {
      zh: '全书无【】，“{0}”等 {1} 行的短语后有空格，已作题名',
      en: 'the book has no 【】; “{0}” and others, {1} lines in all, have a wide gap after a short name and were read as titles',
    },
  },
  run(draft) {
    const { pieces } = draft
    const became = new Map<Piece, Piece[]>()
    // Marks are rare: where the next one stands is looked up once.
    const { text } = draft
    let open = text.indexOf('【')
    let close = text.indexOf('】')
    for (let i = 0; i < pieces.length; i++) {
      const piece = pieces[i]!
      if (piece.role) continue
      if (open >= 0 && open < piece.from) open = text.indexOf('【', piece.from)
      if (close >= 0 && close < piece.from) close = text.indexOf('】', piece.from)
      const holds = (at: number): boolean => at >= 0 && at < piece.to
      if (OPEN.includes(draft.text[piece.from]!)) {
        if (mayBegin(draft, i)) i = titleAt(draft, i, became)
        if (pieces[i]!.role === null) unclosedTitle(draft, i, became)
      } else if (!(holds(close) && halfTitle(draft, i, became)) && holds(open))
        inlineTitle(draft, piece, became)
    }
    if (!pieces.some((p) => p.role === 'title')) plainTitles(draft, titles, became)
    draft.rebuild(became)
  },
}

/** Marks the title that opens at piece `i`; returns the index of the last piece it takes. */
function titleAt(draft: Draft, i: number, became: Map<Piece, Piece[]>): number {
  const { pieces, text } = draft
  const black = text[pieces[i]!.from] === '【'
  let units = 0
  let inner = 0
  let skipped = new Set<number>()
  for (let j = i; j < Math.min(pieces.length, i + MOST_PIECES); j++) {
    const piece = pieces[j]!
    if (j > i && skipped.size === 0) skipped = captionInside(draft, i, j)
    if (skipped.has(j)) continue
    const content = draft.content(piece)
    if (j > i && content.startsWith('【')) return i
    const found = closing(content, j === i ? 1 : 0, inner)
    inner = found.inner
    const close = found.at
    const sentence = content.slice(0, close < 0 ? content.length : close).search(/[。；]/)
    if (sentence >= 0) return i
    units += close < 0 ? content.length : close
    if (units > MOST_UNITS) return i
    if (close < 0) continue
    // [1] and the like are references, 〔2019〕12号 a document's number; neither is a title.
    if (!black && !/\p{Script=Han}{2}/u.test(compact(text.slice(pieces[i]!.from, piece.from + close))))
      return i
    const after = piece.from + close + 1
    if (after < piece.to) {
      const rest = draft.cut(piece, after)
      if (!rest) return i
      became.set(piece, [piece, rest])
    }
    for (let k = i; k <= j; k++) {
      if (skipped.has(k)) continue
      pieces[k]!.role = 'title'
      pieces[k]!.continues = k > i
    }
    return j
  }
  return i
}

/** Other brackets than 【 also stand in running text: one opens a title after a finished sentence only. */
function mayBegin(draft: Draft, i: number): boolean {
  const { pieces, text } = draft
  const before = pieces[i - 1]
  if (!'〔﹝〖'.includes(text[pieces[i]!.from]!) || before?.role !== null) return true
  return before.to - before.from <= 16 || /[。！？）)”]$/.test(draft.content(before))
}

/** Where a title's bracket closes; those that open inside it close first. `inner`: how many are open. */
function closing(content: string, from: number, inner: number): { at: number; inner: number } {
  let open = inner
  for (let i = from; i < content.length; i++) {
    if (OPEN.includes(content[i]!)) open++
    else if (CLOSE.includes(content[i]!)) {
      if (open === 0 || content[i] === '】') return { at: i, inner: open }
      open--
    }
  }
  return { at: -1, inner: open }
}

/** A photo's caption and credit between two lines of a title: the pieces from `j` on that are not the title's. */
function captionInside(draft: Draft, i: number, j: number): Set<number> {
  const { pieces } = draft
  const out = new Set<number>()
  const most = draft.isolates ? MOST_APART : MOST_CAPTION
  for (let k = j + 1; k < Math.min(pieces.length, j + most); k++) {
    if (closing(draft.content(pieces[k - 1]!), 0, 0).at >= 0) return out
    if (!isCredit(draft, pieces[k]!)) continue
    // A gap or a date begins the caption; without either it is one line.
    const begins =
      pieces[j]!.line.blanksBefore > pieces[i]!.line.blanksBefore ||
      CAPTION_DATE.test(
        pieces
          .slice(j, k)
          .map((p) => draft.plain(p))
          .join(''),
      )
    if (!begins && k > j + 1) return out
    for (let n = j; n <= k; n++) out.add(n)
    return out
  }
  return out
}

/** …。【title】 in mid-line: the extractor dropped the break before it. */
function inlineTitle(draft: Draft, piece: Piece, became: Map<Piece, Piece[]>): void {
  const content = draft.content(piece)
  const at = content.search(/[。！？）)”]\s*【[^【】。]{1,60}】/)
  if (at < 0) return
  const title = draft.cut(piece, piece.from + content.indexOf('【', at))
  if (!title) return
  title.role = 'title'
  const parts = [piece, title]
  const close = title.from + draft.content(title).indexOf('】') + 1
  const rest = close < title.to ? draft.cut(title, close) : null
  if (rest) parts.push(rest)
  became.set(piece, parts)
}
