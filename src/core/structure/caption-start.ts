import { isBalanced } from '../text/brackets.ts'
import { CaptionRows } from './caption-rows.ts'
import { goesOnBehind } from './counted.ts'
import type { Draft } from './draft.ts'
import type { Piece } from './piece.ts'

const DATE = /^(?:(?:19|20|２０|１９)[0-9０-９OoIl〇○]{2}\s*年|[0-9０-９OoIl]{1,2}\s*月)/
const FINAL = /[。！？][”）)]?$/
const YEAR = /^(?:19|20|２０|１９|2o)/i
/** 2019年度工作会议会场 goes on from a name before it. */
const OF_YEAR = /^[0-9０-９OoIl〇○]{4}\s*年度/
/** Nor is a photo of 29—31日, or of 21日起. */
const OF_PERIOD = /^[0-9０-９OoIl]{1,2}\s*月\s*[0-9０-９OoIl]{1,2}(?:\s*[—～~－-]|\s*日\s*[起前后至止])/
/** A year alone dates no photo: 2019年全省首批…, but for 2019年， and 2019年春. */
const YEAR_ONLY = /^[0-9０-９OoIl〇○]{4}\s*年(?!\s*[0-9０-９OoIl]{1,2}\s*月|[，春夏秋冬])/
/** 3月⏎12日，…: the heading of a month, and its first day. */
const MONTH = /^[0-9]{1,2}月$/
/** 2021⏎全县运动会开幕式: a year as a part of a name. */
const OF_NAME = /^(?:19|20|１９|２０)[0-9０-９]{2}\s*(?!年)[\p{Script=Han}“]/u
/** What leads on to a name, so that the name begins nothing. */
const LEADS_ON = /[在于对为获与和及至从自的“‘《（(—～~-]$/
/** A row of a table. */
const CELLS = /^\S+(?:\s+\S+){3,}$/
/** 9月12日, with which a caption begins, and no sentence goes on. */
const DAY = /^[0-9０-９OoIl]{1,2}\s*月\s*[0-9０-９OoIl]{1,2}\s*日/
/** A caption of more than this many pieces (isolated runs count each) or half squares is none. */
const MOST_PIECES = 16
const MOST_WIDTH = 160

/**
 * Where the caption that ends before piece `stop` begins. Evidence: a date at the start, a gap above it, brackets
 * that balance, and that it does not begin in the middle of a number that an extractor has set apart.
 * `inline`: caption and credit share a line, so that one piece is certain. `rest`: the text that goes on after the credit.
 */
export function captionStart(draft: Draft, stop: number, inline: boolean, rest: TextAfter): number {
  const { pieces } = draft
  let best = stop
  let bestScore = -Infinity
  let text = ''
  let width = 0
  /** The widest gap inside, as far as it is read. */
  let inner = 0
  let isDated = false
  const usualGap = usualBlanks(draft, stop)
  const rows = new CaptionRows(draft, stop, rest.piece)
  for (let k = stop - 1; k >= Math.max(0, stop - MOST_PIECES); k--) {
    const p = pieces[k]!
    if (p.role || (p.inline && k < stop - 1)) break
    // On the line of its credit the text ends before the bracket.
    const content = inline && k === stop - 1 ? draft.plain(p).replace(/[（(][^（(]*$/, '') : draft.plain(p)
    if (k < stop - 1 && (/(?:[。；！？][”）)]?|一览表|统计表|情况表)$/.test(content) || CELLS.test(content)))
      break
    if (draft.isolates && MONTH.test(content) && /^[0-9]{1,2}[日—]/.test(text)) break
    text = content + text
    width += p.width
    if (width > MOST_WIDTH) break
    const before = pieces[k - 1]
    let score = -0.6 * (stop - 1 - k)
    // 3月28日开通⏎云山县2019年…: no caption has its day before its year.
    if (/^[0-9０-９OoIl]{1,2}\s*月.*(?:19|20)[0-9]{2}\s*年/.test(text)) score -= 12
    if (DATE.test(text))
      score +=
        OF_YEAR.test(text) || OF_PERIOD.test(text) ? 0 : YEAR_ONLY.test(text) ? 2 : YEAR.test(text) ? 12 : 6
    else if (OF_NAME.test(text) && !(before && LEADS_ON.test(draft.plain(before)))) score += 5
    else if (p.isRun) score -= 4
    // Runs aside, a break between two stretches of Han is one of the print.
    else if (draft.isolates && before?.role === null && !before.isRun) score += 1.5
    // One date is enough: what stands before the nearest is text.
    if (isDated) score -= 12
    const gap = p.line.blanksBefore > usualGap
    if (gap) score += 4
    if (!isBalanced(text)) score -= 20
    if (text.includes('。')) score -= 14
    // 标兵⏎20⏎县科技馆外景⏎（供图）⏎名: the number goes on after the caption.
    const counts =
      before?.role === null && /[0-9０-９]$/.test(draft.plain(before)) && goesOnBehind(text, rest.text)
    if (counts) score += 4
    else if (before?.isRun && !before.role && !DATE.test(text) && !gap) score -= 4
    // 2019⏎年⏎9⏎月: a month after its year begins nothing.
    if (
      before?.role === null &&
      /(?:^|[0-9０-９]\s*)年$/.test(draft.plain(before)) &&
      !YEAR.test(text) &&
      DATE.test(text)
    )
      score -= 10
    if (before?.role === null && splitsDate(draft.plain(before), text)) score -= 30
    // 7⏎—⏎12⏎月: the end of a period.
    if (before?.role === null && DATE.test(text) && /[—～~－-]$/.test(draft.plain(before))) score -= 12
    // The text of an entry begins with a date, too: right after a title it is hardly a caption, unless that comes after it.
    if (before?.role === 'title' && !/^(?:19|20)[0-9]{2}\s*年/.test(rest.text)) score -= 14
    if (DAY.test(text) && before?.role === null && !/[年—～~至和、]$/.test(draft.plain(before)))
      isDated = true
    if (inline && k === stop - 1) score += 1
    if (width < 8) score -= 6
    else if (width < 14) score -= 1
    // After a finished sentence, set off from it more than its lines are from each other.
    if (
      k < stop - 1 &&
      p.line.blanksBefore > inner &&
      before?.role === null &&
      FINAL.test(draft.plain(before))
    )
      score += 2
    // Its own date, on one line: nothing else is needed.
    const isOwn = k === stop - 1 && DATE.test(text)
    if (!isOwn) score += rows.score(k)
    const said = clauses(text)
    if (said > 1 || (said > 0 && k < stop - 1 && before?.role === null && FINAL.test(draft.plain(before))))
      score -= 4
    inner = Math.max(inner, p.line.blanksBefore)
    if (score > bestScore) {
      bestScore = score
      best = k
    }
    // A gap that is wider than elsewhere ends the search: the caption is set off.
    if (gap && score > 0) break
    // A line that begins with a date begins the caption: what stands above is text, whatever date that begins with.
    if (!p.isRun && DATE.test(text) && isBalanced(text)) break
    // Where runs are set apart, a space before one may be stray.
    if (p.line.pageMark && !(draft.isolates && p.line.pageMark === 'leading-space' && !isDated)) break
  }
  return best
}

/** What goes on after a credit, heads aside, as far as it shows how it begins. */
export interface TextAfter {
  readonly text: string
  readonly piece: Piece | undefined
}

export function textAfter(draft: Draft, credit: number): TextAfter {
  let k = credit + 1
  while (draft.pieces[k]?.role === 'furniture') k++
  const piece = draft.pieces[k]?.role === null ? draft.pieces[k] : undefined
  let text = ''
  for (; draft.pieces[k]?.role === null && text.length < 6; k++) text += draft.plain(draft.pieces[k]!)
  return { text, piece }
}

/** Commas of a text that come after its date: a caption has hardly more than one. */
function clauses(text: string): number {
  return (text.match(/，/g)?.length ?? 0) - (/^[^，]{1,16}日，/.test(text) ? 1 : 0)
}

/** 5⏎月⏎16⏎日: does a border between the two part what one date is made of? */
function splitsDate(before: string, text: string): boolean {
  if (/[0-9０-９]$/.test(before)) return /^\s*[年月日]/.test(text)
  return before.endsWith('月') && /^\s*[0-9０-９]{1,2}\s*日/.test(text)
}

/** The most common number of blank lines between lines around here. */
function usualBlanks(draft: Draft, at: number): number {
  const counts = [0, 0, 0, 0]
  for (let k = Math.max(1, at - 40); k < Math.min(draft.pieces.length, at + 40); k++) {
    const p = draft.pieces[k]!
    if (!p.inline) counts[Math.min(3, p.line.blanksBefore)]!++
  }
  return counts.indexOf(Math.max(...counts))
}
