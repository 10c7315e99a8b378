import type { BlockId, Origin, Replacement } from '../corrections/correction.ts'
import type { CorrectionId } from '../corrections/edit.ts'
import { ruleId } from '../rules/rule.ts'
import { codesOf, isBlank, isDigit, isGreek, isLatin, isWideDigit } from '../text/characters.ts'
import { rawSpan, type Span } from '../text/offset.ts'
import type { Role } from './block.ts'
import type { Draft } from './draft.ts'
import type { Piece } from './piece.ts'
import { beginsWithSurname } from './surnames.ts'

/**
 * The correction that joins two pieces of one block: what is blank between them goes, or becomes a space between
 * Latin words, and between digits, which are never joined without a yes. Null where they touch already.
 */
export function joinCorrection(
  draft: Draft,
  block: BlockId,
  role: Role,
  a: Piece,
  b: Piece,
): Replacement | null {
  const { text } = draft
  // Where something was lifted from between them, each keeps its own blanks: one edit on each side.
  const touches = a.end === b.start
  const behind = touches ? spanOf(a.to, b.from) : spanOf(a.to, a.end)
  const ahead = touches ? null : spanOf(b.start, b.from)
  const first = behind ?? ahead
  if (!first) return null
  const second = behind && ahead
  const glue = glueBetween(text, a, b, role)
  const how = a.breakAfter?.kind === 'join' ? a.breakAfter : null
  const { origin, prefix } = ORIGINS[how?.rule ?? 'hard-wrap']
  const edit = { span: first, insert: glue.insert }
  const quote = text.slice(first.from, first.to)
  // Lists as long as they are, and a copy only where it is needed: a book has 300,000 of them.
  const join: Replacement = {
    kind: 'replace',
    id: `${prefix}${a.to}` as CorrectionId,
    origin,
    layer: 'layout',
    reason: how?.reason ?? { key: 'continued', values: [a.line.number] },
    block,
    edits: second ? [edit, { span: second, insert: '' }] : [edit],
    replaces: second ? [quote, text.slice(second.from, second.to)] : [quote],
  }
  return glue.rejoined ? { ...join, rejoined: true } : join
}

/** Null where nothing is between the two. */
function spanOf(from: number, to: number): Span | null {
  return to > from ? rawSpan(from, to) : null
}

const origin = (
  rule: string,
): { readonly origin: Extract<Origin, { kind: 'rule' }>; readonly prefix: string } => ({
  origin: { kind: 'rule', rule: ruleId(rule), version: 1 },
  prefix: `${rule}@`,
})
const ORIGINS = {
  'hard-wrap': origin('layout/hard-wrap'),
  'isolated-run': origin('layout/isolated-run'),
  'cut-number': origin('layout/cut-number'),
  'han-spaces': origin('layout/han-spaces'),
} as const

/** Ａ–Ｚ, ａ–ｚ. */
function isWideLatin(c: number): boolean {
  return (c >= 0xff21 && c <= 0xff3a) || (c >= 0xff41 && c <= 0xff5a)
}

/** The nearest character that is not blank, from `at` on in the direction of `step`. */
function solid(text: string, at: number, step: -1 | 1): number {
  while (isBlank(text.charCodeAt(at))) at += step
  return at
}

/** The correction that takes out a line which the extractor gave twice. */
export function doubleRemoval(
  draft: Draft,
  block: BlockId,
  p: Piece,
  before: Piece | undefined,
): Replacement {
  const span = rawSpan(p.from, p.to)
  return {
    kind: 'replace',
    id: `structure/doubled-lines@${p.from}` as CorrectionId,
    origin: { kind: 'rule', rule: ruleId('structure/doubled-lines'), version: 1 },
    layer: 'substance',
    reason: { key: 'double', values: [before?.line.number ?? 0, p.line.number] },
    block,
    edits: [{ span, insert: '' }],
    replaces: [draft.content(p)],
  }
}

/** Words of Latin letters that numbers have beside them, and an extractor may tear. */
const WORDS = new Set(
  'ISBN ISSN GB PM2 PM10 km kg cm mm mg μg µg ml mL kW MW kV GDP APP App CT AI LED TOP10 CPI'.split(' '),
)

/** k⏎m², IS⏎BN: do the letters on both sides make one of these words? */
function isTornWord(text: string, a: Piece, b: Piece): boolean {
  const head = /[A-Za-zμµ]+$/.exec(text.slice(Math.max(a.from, a.to - 4), a.to))?.[0]
  const tail = /^(?:[A-Za-z]+|[0-9]+)/.exec(text.slice(b.from, Math.min(b.to, b.from + 4)))?.[0]
  return head !== undefined && tail !== undefined && WORDS.has(head + tail)
}

/** 陆　珊, a name of two characters set to the width of three. */
function beginsWithSpreadName(text: string): boolean {
  const spread = /^(\p{Script=Han})[^\S\n]+(\p{Script=Han})(?!\p{Script=Han})/u.exec(text)
  return spread !== null && beginsWithSurname(spread[1]! + spread[2]!)
}

interface Glue {
  readonly insert: string
  /** Two parts of one number. */
  readonly rejoined: boolean
}

const SPACE: Glue = { insert: ' ', rejoined: false }
const NOTHING: Glue = { insert: '', rejoined: false }
const REJOINED: Glue = { insert: '', rejoined: true }

/** Read for a digit now and then. */
const LIKE_DIGITS = codesOf('OoIl|〇○')

/** 1. alone, where an item of a list may begin: after a title, a finished sentence or a colon. */
function isItemMark(text: string, { from, to }: Piece): boolean {
  if (to - from > 3 || !/^[0-9０-９]{1,2}[.．]$/.test(text.slice(from, to))) return false
  const at = solid(text, from - 1, -1)
  return at < 0 || '。！？：:；;】'.includes(text[at]!)
}

const digit = (c: number): boolean => isDigit(c) || isWideDigit(c)
const point = (c: number): boolean => c === 0x2e || c === 0x2c || c === 0xff0e || c === 0xff0c
const word = (c: number): boolean => isLatin(c) || isGreek(c) || isWideLatin(c) || digit(c)

/** What goes between two pieces. */
function glueBetween(text: string, a: Piece, b: Piece, role: Role): Glue {
  const last = text.charCodeAt(a.to - 1)
  const first = text.charCodeAt(b.from)
  if (role === 'credit' && /^(?:供稿|供图|摄|提供)/.test(text.slice(b.from, b.from + 2))) return SPACE
  // Names are parted by a space; a single character goes with the one before, unless it is a spread name: 陆　珊.
  if (
    role === 'contributor' &&
    /\p{Script=Han}{2}$/u.test(text.slice(a.from, a.to)) &&
    (/^\p{Script=Han}{2}/u.test(text.slice(b.from, b.to)) || beginsWithSpreadName(text.slice(b.from, b.to)))
  )
    return SPACE
  // Pieces of a row are its cells, those of a title are not.
  if (role === 'table' && a.breakAfter === null) return SPACE
  // A word or a number is not parted by the print, so that a line ends in it only where a space stood. Digits and
  // digits get the space as well: they are never joined without a yes.
  // O, l, 〇 beside a digit may be one: they are kept apart like digits.
  if ((digit(last) && LIKE_DIGITS.has(first)) || (digit(first) && LIKE_DIGITS.has(last))) return SPACE
  if (word(last) && word(first)) return isTornWord(text, a, b) ? NOTHING : SPACE
  // cv.⏎Merrillii, No.⏎5: an abbreviation and what it stands before, but no address.
  if (
    last === 0x2e &&
    word(first) &&
    !digit(first) &&
    /(?<![A-Za-z0-9./@-])[A-Za-z]{1,7}\.$/.test(text.slice(Math.max(a.from, a.to - 10), a.to)) &&
    !/^www\.$/i.test(text.slice(a.to - 4, a.to))
  )
    return SPACE
  // What may have to go as a whole is kept apart from numbers until then.
  if ((a.question?.remove || b.question?.remove) && (digit(last) || digit(first))) return SPACE
  // 1.⏎2020年: an item of a list, and no number.
  if (digit(first) && isItemMark(text, a)) return SPACE
  const number = point(last) || point(first) ? atPoint(text, a, b) : null
  return number ?? (role === 'category-en' ? SPACE : NOTHING)
}

/** What goes beside the point, or comma, of a number; null where the two pieces are not two parts of one. */
function atPoint(text: string, a: Piece, b: Piece): Glue | null {
  const last = text.charCodeAt(a.to - 1)
  const first = text.charCodeAt(b.from)
  // The point itself may have been set apart, from both its neighbours: 68⏎,⏎412.
  const after = solid(text, b.from + 1, 1)
  const afterPoint = point(last) && digit(first) && digit(text.charCodeAt(solid(text, a.to - 2, -1)))
  const rest = text.slice(after, after + 4)
  const comma = afterPoint ? last === 0x2c || last === 0xff0c : first === 0x2c || first === 0xff0c
  const beforePoint = digit(last) && point(first) && (comma ? BEHIND_COMMA : BEHIND_POINT).test(rest)
  if (!afterPoint && !beforePoint) return null
  const group = afterPoint ? text.slice(b.from, b.from + 4) : rest
  // A comma inside a number stands before groups of three; elsewhere it parts two numbers.
  if (!comma || /^[0-9０-９OoIl〇○][0-9０-９]{2}(?![0-9０-９])/.test(group)) return REJOINED
  const wide = afterPoint ? last === 0xff0c : first === 0xff0c
  return wide ? NOTHING : SPACE
}

/** 1⏎,O64, 20⏎.l3: a digit may be misread. */
const BEHIND_COMMA = /^[0-9０-９]|^[OoIl〇○][0-9]{2}(?![0-9])/
const BEHIND_POINT = /^[0-9０-９]|^[OoIl〇○][0-9]/
