import { plainText, type Draft } from './draft.ts'
import type { Piece } from './piece.ts'

const WORD = '(?:供\\s*稿|供\\s*图|摄\\s*影|提\\s*供|摄|图)'
/** A name and what was given; no year in it, for （2019年9月摄） is a date. */
const LABEL = '(?:供\\s*[稿图]|摄\\s*影?|图\\s*片?(?:提供|来源)?)\\s*[:：/／]'
const INSIDE = `\\s*(?:${LABEL}\\s*[^（()）。；，]{2,30}?|(?![^（()）]*[年月])[^（()）。；，]{1,30}?\\s*[/／]?\\s*${WORD})\\s*`
const WHOLE = new RegExp(`^[（(]${INSIDE}[）)]$`)
const AT_END = new RegExp(`[（(]${INSIDE}[）)]$`)
const CLOSES = new RegExp(`(?:^|[^\\d])(?:${WORD}|稿|影|供)?\\s*[）)]$`)
/** A credit is torn over so many pieces at most. */
const MOST_PIECES = 6
/** A credit that is printed without brackets: 陈 芳 摄, a line of its own. */
const BARE = /^\p{Script=Han}[\p{Script=Han}\s]{1,16}[ \t\u00a0\u2003\u3000](?:摄影?|供图|供稿)$/u

/** Is the whole piece a credit? （县粮食局 供稿） */
export function isCredit(draft: Draft, piece: Piece): boolean {
  const text = draft.plain(piece)
  return WHOLE.test(text) || (!piece.inline && BARE.test(text))
}

/**
 * Where the credit begins that ends with piece `i`: its piece, and the raw offset of its bracket. Caption and credit may
 * share a line, and the line may wrap inside the credit.
 */
export function creditEndingAt(draft: Draft, i: number): { piece: number; at: number } | null {
  const { pieces, text } = draft
  const last = pieces[i]!
  const close = text[last.to - 1]
  if ('摄影图稿'.includes(close!) && last.role === null && isCredit(draft, last))
    return { piece: i, at: last.from }
  if (close !== '）' && close !== ')') return null
  let joined = ''
  for (let k = i; k >= Math.max(0, i - MOST_PIECES); k--) {
    const p = pieces[k]!
    if (p.role !== null || (p.inline && k < i)) return null
    const content = draft.content(p)
    const open = Math.max(content.lastIndexOf('（'), content.lastIndexOf('('))
    joined = (open < 0 ? content : content.slice(open)) + joined
    if (open < 0) {
      if (joined.length > 34 || (k === i && !CLOSES.test(draft.plain(p)))) return null
      continue
    }
    return AT_END.test(plainText(joined)) ? { piece: k, at: p.from + open } : null
  }
  return null
}

/** （2019年9月摄） （航拍） （资料照片）: what a photo is, where its caption names nobody. */
const PHOTO =
  /[（(]\s*(?:[^（()）。，]{0,14}[0-9〇]{4}\s*年[^（()）。，]{0,10}摄|(?:无人机)?航\s*拍(?:图|照片?)?|(?:历史)?资料\s*(?:照\s*片|图\s*片?)|(?:设计)?效果\s*图|鸟瞰\s*图|老照片)\s*[）)]$/u

/** Is the piece a line of its own, or the rest of a line, that ends as only a caption does? */
export function endsAsPhoto(draft: Draft, piece: Piece): boolean {
  const close = draft.text[piece.to - 1]
  return (close === '）' || close === ')') && PHOTO.test(draft.plain(piece))
}
