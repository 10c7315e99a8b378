import { ruleId } from '../../rules/rule.ts'
import type { Draft } from '../draft.ts'
import { isFinal } from '../layout/stretch.ts'
import { type Piece, questionOf } from '../piece.ts'
import type { Step } from '../step.ts'
import { startsListItemAt } from './lists.ts'

/** ① 注： ①注： * [1], with words after it, on its line or the next. */
const MARK = /^(?:([①-⑳]|[*＊※]|[[［〔][0-9０-９]{1,2}[\]］〕])\s*(注(?:释)?[：:])?|(注(?:释)?[：:]))/
/** Of more pieces no footnote is made, runs that an extractor sets apart counted each. */
const MOST = 6
const MOST_RUNS = 24
/** The reference stands so many characters above its note at most. */
const REACH = 2_000

/** Notes at the foot of a page, which the text of the page would run into. */
export const footnotes: Step = {
  id: ruleId('structure/footnotes'),
  version: 1,
  title: { zh: '页末脚注', en: 'Footnotes' },
  why: {
    zh: '页末以①、*、注：起头的行，句子在翻页后才接下去，是脚注：移到所打断的段落之后，自成一段，并予报告。',
    en: 'Lines at the end of a page that begin with ①, * or 注：, where the sentence goes on past the turn, are a footnote: read after the paragraph that they interrupt, as a paragraph of their own, and reported.',
  },
  messages: {
    moved: {
      zh: '“{0}”在页末打断句子，作脚注移到该段之后；请看一眼',
      en: '“{0}” interrupts a sentence at the end of a page: read as a footnote after its paragraph; to be looked at',
    },
    maybe: {
      zh: '“{0}”像脚注，打断了句子，已与上下文相接；若是脚注，请移出',
      en: '“{0}” looks like a footnote in mid-sentence and was joined with the text around it; lift it out if it is one',
    },
  },
  run(draft) {
    const { pieces } = draft
    const most = draft.isolates ? MOST_RUNS : MOST
    for (let i = 1; i < pieces.length; i++) {
      const mark = noteAt(draft, i)
      if (!mark) continue
      const end = footOf(pieces, i, most)
      const before = pieces[i - 1]!
      const isOpen =
        before.role === null && !isFinal(draft.text, before) && !/[：:；;]$/.test(draft.plain(before))
      if (end === null || !isFinal(draft.text, pieces[end - 1]!) || !goesOn(draft, end)) {
        if (isOpen && mark.isNamed && mayEnd(draft, i, most)) ask(draft, i, 'maybe')
        continue
      }
      if (mark.isNamed || isReferred(draft, before.to, mark.sign)) {
        for (let k = i; k < end; k++) {
          pieces[k]!.role = 'paragraph'
          pieces[k]!.continues = k > i
        }
      } else if (isOpen) ask(draft, i, 'maybe')
      i = end - 1
    }
  },
}

/** The sign at the start of a piece that may be a footnote’s, and whether 注 says that it is one. */
function noteAt({ pieces, text }: Draft, i: number): { sign: string; isNamed: boolean } | null {
  const p = pieces[i]!
  if (p.role || p.inline) return null
  const found = MARK.exec(text.slice(p.from, Math.min(p.to, p.from + 12)))
  if (!found || pieces[i - 1]!.role === 'title') return null
  return { sign: found[1] ?? '', isNamed: (found[2] ?? found[3]) !== undefined }
}

/** Past the last piece from `i` on before the page turns; null where it does not turn soon. */
function footOf(pieces: readonly Piece[], i: number, most: number): number | null {
  for (let k = i + 1; k < Math.min(pieces.length, i + most); k++) {
    const p = pieces[k]!
    if (p.role === 'furniture' || p.line.pageMark !== null) return k
    if (p.role) return null
  }
  return null
}

/** Past the turn of the page the text goes on: no title, no item of a list. */
function goesOn({ pieces, text }: Draft, end: number): boolean {
  let k = end
  while (pieces[k]?.role === 'furniture') k++
  const next = pieces[k]
  return next?.role === null && !startsListItemAt(text, next.from)
}

/** Without a sign of the page's turn: a sentence ends soon, and text follows. */
function mayEnd({ pieces, text }: Draft, i: number, most: number): boolean {
  for (let k = i; k + 1 < Math.min(pieces.length, i + most); k++) {
    if (pieces[k]!.role) return false
    if (isFinal(text, pieces[k]!)) return pieces[k + 1]!.role === null
  }
  return false
}

/** The sign stands in the text above, too: 粮站①. */
function isReferred({ text }: Draft, end: number, sign: string): boolean {
  const near = text.slice(Math.max(0, end - REACH), end)
  const at = near.lastIndexOf(sign)
  return at > 0 && near[at - 1] !== '\n'
}

/** Asks about the footnote that begins with piece `i`. */
export function ask(draft: Draft, i: number, key: 'moved' | 'maybe'): void {
  const piece = draft.pieces[i]!
  const values = [draft.content(piece).slice(0, 16)]
  piece.question = questionOf(footnotes, { key, values }, 0.5, false)
}
