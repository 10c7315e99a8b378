import { ruleId } from '../../rules/rule.ts'
import { cannotBeginLine } from '../../text/characters.ts'
import { goesOnBehind } from '../counted.ts'
import { creditEndingAt, endsAsPhoto } from '../credit.ts'
import type { Draft } from '../draft.ts'
import type { Piece } from '../piece.ts'
import type { Step } from '../step.ts'

const DATE = /^(?:(?:19|20|２０|１９)[0-9０-９OoIl〇○]{2}\s*年|[0-9０-９OoIl]{1,2}\s*月)/
const FINAL = /[。！？][”）)]?$/
const YEAR = /^(?:19|20|２０|１９|2o)/i
/** 2019年度工作会议会场 goes on from a name before it. */
const OF_YEAR = /^[0-9０-９OoIl〇○]{4}\s*年度/
/** Nor is a photo of 29—31日, or of 21日起. */
const OF_PERIOD = /^[0-9０-９OoIl]{1,2}\s*月\s*[0-9０-９OoIl]{1,2}(?:\s*[—～~－-]|\s*日\s*[起前后至止])/
/** A year alone dates no photo: 2019年全省首批…, but for 2019年， and 2019年春. */
const YEAR_ONLY = /^[0-9０-９OoIl〇○]{4}\s*年(?!\s*[0-9０-９OoIl]{1,2}\s*月|[，春夏秋冬])/
/** A row of a table. */
const CELLS = /^\S+(?:\s+\S+){3,}$/
/** 9月12日, with which a caption begins, and no sentence goes on. */
const DAY = /^[0-9０-９OoIl]{1,2}\s*月\s*[0-9０-９OoIl]{1,2}\s*日/
/** A caption of more than this many pieces (isolated runs count each) or half squares is none. */
const MOST_PIECES = 16
const MOST_WIDTH = 160

/** Captions with a credit, wherever they fall into the text. */
export const captions: Step = {
  id: ruleId('structure/captions'),
  version: 5,
  title: { zh: '图片说明', en: 'Captions' },
  why: {
    zh: '图片说明与供稿人落入句中，须提出，使句子复合；说明归其打断的条目。',
    en: 'A photo’s caption and credit fall into a sentence: lifted out, so that the sentence closes; the caption stays with the entry it interrupted.',
  },
  messages: {
    lifted: {
      zh: '“{0}”是供稿标记，其前为图片说明，提出后上下文相接',
      en: '“{0}” is a credit; what stands before it is a caption, and the text around it joins',
    },
    plain: {
      zh: '“{0}”自成短行，打断未完之句，作图片说明提出',
      en: '“{0}” is a short line of its own in mid-sentence: lifted out as a caption',
    },
    maybe: {
      zh: '“{0}”自成短行，打断未完之句，或为图片说明',
      en: '“{0}” is a short line of its own in mid-sentence: it may be a caption',
    },
  },
  run(draft) {
    const { pieces } = draft
    const became = new Map<Piece, Piece[]>()
    for (let i = 0; i < pieces.length; i++) {
      const p = pieces[i]!
      if (p.role) continue
      if (isNumbered(draft, p) || isMarked(draft, i)) {
        p.role = 'caption'
        continue
      }
      const credit = creditEndingAt(draft, i)
      if (!credit) {
        if (endsAsPhoto(draft, p)) takePhoto(draft, i)
        continue
      }
      const first = pieces[credit.piece]!
      const own = credit.at === first.from
      // A sentence before it on its line: it is a remark in brackets.
      if (!own && /[。；]/.test(draft.text.slice(first.from, credit.at))) continue
      const start = captionStart(draft, own ? credit.piece : credit.piece + 1, !own, textAfter(draft, i))
      if (own && start === credit.piece) continue
      if (!own) {
        const rest = draft.cut(first, credit.at)
        if (!rest) continue
        became.set(first, [first, rest])
        rest.role = 'credit'
      }
      for (let k = own ? credit.piece : credit.piece + 1; k <= i; k++) {
        pieces[k]!.role = 'credit'
        pieces[k]!.continues = !own || k > credit.piece
      }
      markCaption(pieces, start, own ? credit.piece : credit.piece + 1)
    }
    draft.rebuild(became)
  },
}

/** A caption that names nobody, and ends with （2019年9月摄） or the like. */
function takePhoto(draft: Draft, i: number): void {
  const { pieces, text } = draft
  const p = pieces[i]!
  const next = pieces[i + 1]
  // A sentence before the bracket, or one that goes on right after it, speaks of a photo.
  if (p.inline || next?.inline || /[。；]/.test(draft.content(p))) return
  if (next?.role === null && cannotBeginLine(text.charCodeAt(next.from))) return
  // Its credit comes on the next line.
  if (next?.role === null && creditEndingAt(draft, i + 1)?.at === next.from) return
  markCaption(pieces, captionStart(draft, i + 1, true, textAfter(draft, i)), i + 1)
}

const NUMBERED =
  /^(?:图|照片|插图)\s*[0-9]{1,3}(?:[-—.·][0-9]{1,3})?[\s：:]\s*\p{Script=Han}[^。；！？]{2,40}$/u

/** 图1 县科技馆外景, on a line of its own. */
function isNumbered(draft: Draft, p: Piece): boolean {
  return (
    !p.inline &&
    draft.text[p.to - 1] !== '，' &&
    /^[图照插]/.test(draft.text.slice(p.from, p.from + 1)) &&
    NUMBERED.test(draft.plain(p))
  )
}

/** 〔图〕, as the text export has it, on a line that no credit ends. */
function isMarked(draft: Draft, i: number): boolean {
  const p = draft.pieces[i]!
  return !p.inline && draft.text.startsWith('〔图〕', p.from) && !creditEndingAt(draft, i)
}

function markCaption(pieces: readonly Piece[], start: number, stop: number): void {
  for (let k = start; k < stop; k++) {
    pieces[k]!.role = 'caption'
    pieces[k]!.continues = k > start
  }
}

/**
 * Where the caption that ends before piece `stop` begins. Evidence: a date at the start, a gap above it, brackets
 * that balance, and that it does not begin in the middle of a number that an extractor has set apart.
 * `inline`: caption and credit share a line, so that one piece is certain. `rest`: the text that goes on after the credit.
 */
function captionStart(draft: Draft, stop: number, inline: boolean, rest: string): number {
  const { pieces } = draft
  let best = stop
  let bestScore = -Infinity
  let text = ''
  let width = 0
  /** The widest gap inside, as far as it is read. */
  let inner = 0
  let isDated = false
  const usualGap = usualBlanks(draft, stop)
  for (let k = stop - 1; k >= Math.max(0, stop - MOST_PIECES); k--) {
    const p = pieces[k]!
    if (p.role || (p.inline && k < stop - 1)) break
    // On the line of its credit the text ends before the bracket.
    const content = inline && k === stop - 1 ? draft.plain(p).replace(/[（(][^（(]*$/, '') : draft.plain(p)
    if (k < stop - 1 && (/(?:[。；！？][”）)]?|一览表|统计表|情况表)$/.test(content) || CELLS.test(content)))
      break
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
    else if (p.isRun) score -= 4
    // Runs aside, a break between two stretches of Han is one of the print.
    else if (draft.isolates && before?.role === null && !before.isRun) score += 1.5
    // One date is enough: what stands before the nearest is text.
    if (isDated) score -= 12
    const gap = p.line.blanksBefore > usualGap
    if (gap) score += 4
    if (!balanced(text)) score -= 20
    if (text.includes('。')) score -= 14
    // 标兵⏎20⏎县科技馆外景⏎（供图）⏎名: the number goes on after the caption.
    const counts =
      before?.role === null && /[0-9０-９]$/.test(draft.plain(before)) && goesOnBehind(text, rest)
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
    if (before?.role === 'title' && !/^(?:19|20)[0-9]{2}\s*年/.test(rest)) score -= 14
    if (DAY.test(text) && before?.role === null && !/[年—～~至和、]$/.test(draft.plain(before)))
      isDated = true
    if (inline && k === stop - 1) score += 1
    if (width < 8) score -= 6
    // After a finished sentence, set off from it more than its lines are from each other.
    if (
      k < stop - 1 &&
      p.line.blanksBefore > inner &&
      before?.role === null &&
      FINAL.test(draft.plain(before))
    )
      score += 2
    inner = Math.max(inner, p.line.blanksBefore)
    if (score > bestScore) {
      bestScore = score
      best = k
    }
    // A gap that is wider than elsewhere ends the search: the caption is set off.
    if (gap && score > 0) break
    // A line that begins with a date begins the caption: what stands above is text, whatever date that begins with.
    if (!p.isRun && DATE.test(text) && balanced(text)) break
    // Where runs are set apart, a space before one may be stray.
    if (p.line.pageMark && !(draft.isolates && p.line.pageMark === 'leading-space' && !isDated)) break
  }
  return best
}

/** What goes on after a credit, heads aside, as far as it shows how it begins. */
function textAfter(draft: Draft, credit: number): string {
  let k = credit + 1
  while (draft.pieces[k]?.role === 'furniture') k++
  let text = ''
  for (; draft.pieces[k]?.role === null && text.length < 6; k++) text += draft.plain(draft.pieces[k]!)
  return text
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

function balanced(text: string): boolean {
  let depth = 0
  for (const c of text) {
    if ('（(“《'.includes(c)) depth++
    else if ('）)”》'.includes(c) && --depth < 0) return false
  }
  return depth === 0
}
