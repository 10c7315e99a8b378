import type { Draft } from './draft.ts'
import type { Piece } from './piece.ts'

/** A title of which one mark was lost stands in so many pieces at most, where digits are set apart. */
const MOST_PIECES = 16
/** So many characters at most. */
const LONGEST = 40
/** A heading is no wider, in half squares. */
const HEADING = 24
const GAP = /^【([^【】。，；：\s]{2,36}(?:[ \t\u00a0][A-Za-z0-9&.-]+)*)[ \t\u00a0\u2003\u3000]+(?=\S)/
/** Text that begins right after a title mostly begins with a date, a place, a body that does something. */
const BEGINS =
  /(?<![0-9０-９])(?:(?:19|20)[0-9]{2}(?:年(?!度)|—)|二[〇○][〇○一二][〇○一二三四五六七八九]年|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}—[0-9]{1,2}月|位于|至(?:19|20)[0-9]{2}年)/

/** 【title without its 】: it ends at a gap, at the end of its line, or where its text begins with a date. */
export function unclosedTitle(draft: Draft, i: number, became: Map<Piece, Piece[]>): void {
  const piece = draft.pieces[i]!
  const content = draft.content(piece)
  if (!content.startsWith('【')) return
  const gap = GAP.exec(content)
  let end = gap ? gap[1]!.length + 1 : -1
  if (end < 0) {
    const begins = content.slice(3).search(BEGINS)
    if (begins >= 0 && begins < 36 && !/[。，；：]/.test(content.slice(1, begins + 3))) end = begins + 3
    else if (content.length <= 37 && !/[。，；：]/.test(content)) end = content.length
    else return
  }
  if (piece.from + end < piece.to) {
    const rest = draft.cut(piece, piece.from + end)
    if (!rest) return
    became.set(piece, [piece, rest])
  } else if (draft.isolates) markTitle(draft, i, unclosedEnd(draft, i, became))
  piece.role = 'title'
}

/** 【第⏎40⏎届技能竞赛⏎2020⏎年: before which piece the text begins with a date; the next one where none does. */
function unclosedEnd(draft: Draft, i: number, became: Map<Piece, Piece[]>): number {
  const { pieces } = draft
  let text = draft.content(pieces[i]!)
  for (let j = i + 1; j < Math.min(pieces.length, i + MOST_PIECES) && text.length <= LONGEST; j++) {
    const [content, ...after] = pieces.slice(j, j + 3).map((p) => draft.content(p))
    if (content === undefined) break
    const begins = (content + after.join('')).search(BEGINS)
    if (begins === 0) return j
    if (/[【】。，；：]/.test(content)) break
    if (begins === content.length) return j + 1
    if (begins > 0 && begins < content.length) {
      const rest = draft.cut(pieces[j]!, pieces[j]!.from + begins)
      if (rest) became.set(pieces[j]!, [pieces[j]!, rest])
      return j + 1
    }
    text += content
  }
  return i + 1
}

/** The pieces from `from` up to `to` are one title. */
function markTitle(draft: Draft, from: number, to: number): void {
  for (let k = from; k < to; k++) {
    draft.pieces[k]!.role = 'title'
    draft.pieces[k]!.continues = k > from
  }
}

/** What a title follows: a sentence’s end, a signature, a row of cells. */
const ENDS = /[。！？][）)”]?$|^[（(].*[）)]$|[0-9]\s+[0-9.,%]+$/

/** title】 after a finished sentence, at the start of a line or some lines on: its 【 was lost. */
export function halfTitle(draft: Draft, i: number, became: Map<Piece, Piece[]>): boolean {
  const { pieces } = draft
  const piece = pieces[i]!
  const found = /^[^【】。，；：]{0,36}】/.exec(draft.content(piece))
  if (!found) return false
  // The second line of a title, given twice.
  const before = pieces[i - 1]
  if (before?.role === 'title' && draft.content(before) === draft.content(piece)) return false
  const from = halfStart(draft, i, found[0].length)
  if (from < 0) return false
  const after = piece.from + found[0].length
  if (after < piece.to) {
    const rest = draft.cut(piece, after)
    if (!rest) return false
    became.set(piece, [piece, rest])
  }
  markTitle(draft, from, i + 1)
  return true
}

/** The first piece of a title whose end is in piece `i`: what stands before it is no running text, or ends a sentence. */
function halfStart(draft: Draft, i: number, length: number): number {
  const { pieces } = draft
  const piece = pieces[i]!
  for (let k = i; k > i - MOST_PIECES && length <= LONGEST; k--) {
    const before = pieces[k - 1]
    if (before?.role !== null || ENDS.test(draft.content(before))) return length > 2 ? k : -1
    // A heading, which is not yet known for one.
    if (k === i && length > 2 && before.width <= HEADING && !before.isRun && !piece.isRun) return k
    if (/[【】。，；：！？]/.test(draft.content(before))) return -1
    length += draft.content(before).length
  }
  return -1
}
