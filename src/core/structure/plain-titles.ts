import type { RuleId } from '../corrections/correction.ts'
import type { Draft } from './draft.ts'
import { TITLE_SIGNS } from './frame.ts'
import { isFinal } from './layout/stretch.ts'
import { isShortName } from './names.ts'
import { type Piece, questionOf } from './piece.ts'

const LONGEST = 36
/** What a book does by custom it does so often at least. */
const LEAST_MARKED = 2
const LEAST_GAPPED = 3
/** After a title its text begins: a mark of a sentence comes within so many characters. */
const REACH = 80
const MARKED = new RegExp(`^([${TITLE_SIGNS}])[^\\S\\n]*([^\\s${TITLE_SIGNS}]+)(?=\\s|$)`, 'u')
const GAPPED = /^([^\s。，；：、]+)(?:[ \u00a0]{2,}|\t+|[\u2003\u3000]+)(?=\S+$)/u
/** 同日, 三月, 第一条: they open a day, a month or an article, and are no titles. */
const NO_TITLE = /^(?:[同是当本次][日月年]|\p{Script=Han}{1,3}[月日]|第[一二三四五六七八九十百]+[条款项])$/u

interface Found {
  readonly piece: Piece
  /** ■ and the like, or empty where a gap alone ends the title. */
  readonly sign: string
  /** Characters of the title with its sign. */
  readonly length: number
}

/**
 * Titles of a book that sets none in 【】: ■ at the start of a line before a short name, or a short name with a wide gap
 * after it. One such line proves nothing; a custom shows in several. Gives the pieces that became titles to `became`; a
 * title that a gap alone tells is asked about, once, by the rule `asks`.
 */
export function plainTitles(
  draft: Draft,
  asks: { readonly id: RuleId; readonly version: number },
  became: Map<Piece, Piece[]>,
): void {
  const signs = new Map<string, Found[]>()
  draft.pieces.forEach((piece, i) => {
    const found = read(draft, piece, draft.pieces[i - 1])
    if (!found) return
    const alike = signs.get(found.sign)
    if (alike) alike.push(found)
    else signs.set(found.sign, [found])
  })
  // A book keeps to one custom: the one it follows most.
  const custom = [...signs.values()].sort((a, b) => b.length - a.length)[0]
  const gapped = custom?.[0]?.sign === ''
  if (!custom || custom.length < (gapped ? LEAST_GAPPED : LEAST_MARKED)) return
  custom.forEach(({ piece, length }, k) => {
    if (piece.from + length < piece.to) {
      const rest = draft.cut(piece, piece.from + length)
      if (!rest) return
      became.set(piece, [piece, rest])
    }
    piece.role = 'title'
    if (!gapped || k > 0) return
    const reason = { key: 'gapped', values: [draft.content(piece), custom.length] }
    piece.question = questionOf(asks, reason, 0.6, false)
  })
}

function read(draft: Draft, piece: Piece, before: Piece | undefined): Found | null {
  if (piece.role || piece.inline) return null
  const content = draft.content(piece)
  const marked = MARKED.exec(content)
  const name = marked?.[2] ?? (draft.isolates ? undefined : GAPPED.exec(content)?.[1])
  if (name === undefined || !isShortName(name, LONGEST) || NO_TITLE.test(name)) return null
  if (before?.role === null && !isFinal(draft.text, before) && !isShortName(draft.plain(before), 16))
    return null
  const length = marked ? marked[0].length : name.length
  const after = draft.text.slice(piece.from + length, piece.from + length + REACH)
  const sentence = after.search(/[，。；：]/)
  const next = marked ? after.indexOf(marked[1]!) : -1
  if (sentence < 0 || (next >= 0 && next < sentence)) return null
  return { piece, sign: marked?.[1] ?? '', length }
}
