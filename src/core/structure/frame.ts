import type { Role } from './block.ts'

/**
 * How much of a block's owned raw text is structure rather than text, at its two ends: breaks, indents, the
 * 【】 or ■ of a title, the 〔图〕 of a caption, the brackets of a contributor or a credit, the 撰稿： before a name. Exporters draw these anew.
 */
export interface Frame {
  /** UTF-16 units at the start. */
  readonly open: number
  /** UTF-16 units at the end; `open + close` never exceeds the length. */
  readonly close: number
}

/** What stands before a title in books that set none in 【】. */
export const TITLE_SIGNS = '■□●◆◇▲△▶★◎'

const BLANKS = String.raw`\s\u200b-\u200d\u2060\ufeff\u00ad`
const SPACE = `[${BLANKS}]`
const OPEN: Partial<Record<Role, RegExp>> = {
  title: new RegExp(`^${SPACE}*[【［[〔﹝〖${TITLE_SIGNS}]?${SPACE}*`),
  // As the text export marks it.
  caption: new RegExp(`^${SPACE}*(?:〔图〕)?${SPACE}*`),
  credit: new RegExp(`^${SPACE}*[（(]?${SPACE}*`),
  contributor: new RegExp(
    `^${SPACE}*[（(]?${SPACE}*(?:(?:撰稿|撰写|编撰|供稿|执笔|作者)(?:人|单位)?${SPACE}*[：:]${SPACE}*(?=[^${BLANKS}]))?`,
  ),
}
const CLOSE: Partial<Record<Role, string>> = { title: '】］]〕﹞〗', credit: '）)', contributor: '）)' }
const IS_SPACE = new RegExp(SPACE)

/** The structural marks at both ends of `owned`, the raw text of all spans of a block in reading order. */
export function frame(role: Role, owned: string): Frame {
  const open = OPEN[role]?.exec(owned)![0].length ?? blankStart(owned)
  let end = blankEnd(owned, owned.length, open)
  const marks = CLOSE[role]
  // A torn contributor's bracket stands on a line of its own: 周明远⏎）⏎.
  if (marks && end > open && marks.includes(owned[end - 1]!)) end = blankEnd(owned, end - 1, open)
  return { open, close: owned.length - end }
}

function blankStart(text: string): number {
  let start = 0
  while (start < text.length && isBlankAt(text, start)) start++
  return start
}

function blankEnd(text: string, from: number, least: number): number {
  let end = from
  while (end > least && isBlankAt(text, end - 1)) end--
  return end
}

/** The pattern is asked about few characters: it is asked of every block, many times. */
function isBlankAt(text: string, at: number): boolean {
  const c = text.charCodeAt(at)
  return (c <= 0x3000 || c === 0xfeff) && IS_SPACE.test(text[at]!)
}
