import { beginsWithSurname, isDouble } from './surnames.ts'

const BLANKS = /[\s\u200b-\u200d\u2060\ufeff\u00ad]+/gu

/** Without any blank: letter spacing taken out, for comparing. */
export function compact(text: string): string {
  return isSolid(text) ? text : text.replace(BLANKS, '')
}

/** Han and ASCII only, without a blank: as most short lines are, which need no pattern. */
function isSolid(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if ((c < 0x4e00 || c > 0x9fff) && (c <= 0x20 || c >= 0x7f)) return false
  }
  return true
}

const NAME = /^[\p{Script=Han}“（(][\p{Script=Han}〇、·（）()“”—\dA-Za-z&]+$/u

/** Could it be the name of a category or section: `least` to `most` Han, nothing of a sentence in it. */
export function isShortName(text: string, most: number, least = 2): boolean {
  const name = compact(text)
  if (name.length < least || name.length > most) return false
  return NAME.test(name) && (name.match(/[（(“]/g)?.length ?? 0) === (name.match(/[）)”]/g)?.length ?? 0)
}

/** 县委组织部: a body that signs a section, of so many characters at most. */
const SIGNER =
  /^\p{Script=Han}{1,14}(?:[局委办部院社站会厂台馆队所校联行处科镇乡]|中心|公司|集团|街道|[中小大]学|检察院|银行|政府)$/u

/** The bodies in a contributor’s brackets; `null` where it does not read as such. */
export function contributorBodies(inner: string): string[] | null {
  const bodies = inner.split(/[\s、，,\u200b-\u200d\u2060\ufeff\u00ad]+/u).filter(Boolean)
  const isFew = bodies.length > 0 && bodies.length <= 3
  return isFew && bodies.every((b) => b.length >= 3 && SIGNER.test(b)) ? bodies : null
}

const PERSON = /^(\p{Script=Han}{2,4})(?:（[^（）]{1,8}）)?$/u
/** Ends the name of a place or a body. */
const NO_PERSON = /[省市县区镇乡村局院校厂社会部委室站所科股队组]$/u

/**
 * The cells of a row in a list of names, letter spacing undone: `李 静（女） 县第一中学` is a name and a body, `陈 芳 周明远` two
 * names. `null` where it does not begin with a person's name, or holds nothing else.
 */
export function nameRow(text: string): string[] | null {
  if (/[0-9０-９]/.test(text)) return null
  const cells = together(text.trim().split(BLANKS))
  if (cells.length < 2) return null
  const persons = cells.filter(isPerson).length
  const first = isPerson(cells[0]!)
  return first && (persons === cells.length || cells.every((c) => isPerson(c) || c.length >= 4))
    ? cells
    : null
}

/** 优秀教师：王　芳、李建军 */
function listedRow(text: string, label: string): LabelledRow | null {
  const cells = compact(text).split('、')
  const isLong = label.length >= LONG
  return cells.every(isPerson) ? { cells, persons: cells.length, isLong, isListed: true } : null
}

/** 李 静（女）: two single characters are one name. */
function together(tokens: readonly string[]): string[] {
  const cells: string[] = []
  for (let i = 0; i < tokens.length; i++) {
    const next = tokens[i + 1]
    if (isSingle(tokens[i]!) && next !== undefined && isSingle(next.replace(/[（(].*/, ''))) {
      cells.push(tokens[i]! + next)
      i++
    } else cells.push(tokens[i]!)
  }
  return cells
}

const isSingle = (text: string): boolean => /^\p{Script=Han}$/u.test(text)

function isPerson(cell: string): boolean {
  const name = PERSON.exec(cell.replace(/\(/g, '（').replace(/\)/g, '）'))?.[1]
  return name !== undefined && !NO_PERSON.test(name) && beginsWithSurname(name)
}

/** A row of a list of honours: what was awarded, then names of persons, or of bodies, in cells. */
export interface LabelledRow {
  readonly cells: readonly string[]
  /** How many of the cells are persons; 0 where they are bodies. */
  readonly persons: number
  /** What was awarded has a name of some length, and is no mere office. */
  readonly isLong: boolean
  /** The names are parted by 、, as in a sentence. */
  readonly isListed: boolean
}

const LABEL =
  /^(?=.*\p{Script=Han}{2})[\p{Script=Han}“《（\d][\p{Script=Han}\d“”《》（）()·、—]{1,25}[：:]?$/u
/** An office has a shorter name than what was awarded. */
const LONG = 4
const BODY = /^[\p{Script=Han}“”（）]{3,20}$/u

/**
 * `省劳动模范　王建国　李　明`, `优秀教师：王　芳　李建军`: letter spacing undone. Bodies are parted by wide gaps. `null` where it
 * does not begin with something other than a name, or holds anything else.
 */
export function labelledRow(text: string): LabelledRow | null {
  const colon = /^[^\s：:]{2,26}[：:](?=\S)/u.exec(text)?.[0]
  const [first, ...rest] = text
    .slice(colon?.length ?? 0)
    .trim()
    .split(BLANKS)
  const label = colon ?? first ?? ''
  if (!LABEL.test(label) || (!colon && isPerson(label))) return null
  if (/[：:]$/.test(label) && text.includes('、')) return listedRow(text.slice(label.length), label)
  const names = together(colon && first !== undefined ? [first, ...rest] : rest)
  if (names.length === 0) return null
  // No space stands behind a colon.
  const cells = /[：:]$/.test(label) ? [label + names[0]!, ...names.slice(1)] : [label, ...names]
  const isLong = label.length >= LONG
  const persons = names.length
  if (names.every(isPerson)) return { cells, persons, isLong, isListed: false }
  const isWide = !/(?<=\S)[ \t\u00a0](?=\S)/.test(text)
  const areBodies = isLong && isWide && cells.length > 2 && names.every((n) => BODY.test(n))
  return areBodies ? { cells, persons: 0, isLong, isListed: false } : null
}

/**
 * The names in a contributor's brackets, letter spacing undone: `陈 芳` is one name, `叶 青 钟国平` two.
 * `null` where it does not read as names. Single characters are taken together: two make a name, three make
 * one, four make two.
 */
export function contributorNames(inner: string): string[] | null {
  const tokens = inner.split(/[\s、，,\u200b-\u200d\u2060\ufeff\u00ad]+/u).filter(Boolean)
  if (tokens.length === 0 || tokens.length > 8) return null
  const names: string[] = []
  let singles: string[] = []
  const flush = (): void => {
    if (singles.length === 4) names.push(singles.slice(0, 2).join(''), singles.slice(2).join(''))
    else if (singles.length > 0) names.push(singles.join(''))
    singles = []
  }
  for (const token of tokens) {
    if (!/^[\p{Script=Han}·]+$/u.test(token)) return null
    const last = names.at(-1)
    // 郁 知秋, 公孙 度: a surname and a given name.
    if (singles.length === 1 && token.length === 2 && beginsWithSurname(singles[0]! + token)) {
      names.push(singles[0]! + token)
      singles = []
    } else if (token.length === 1 && last?.length === 2 && beginsWithSurname(last + token) && isDouble(last))
      names[names.length - 1] = last + token
    else if (token.length === 1) singles.push(token)
    else {
      flush()
      names.push(token)
    }
  }
  flush()
  return names.length <= 4 && names.every((n) => n.length >= 2 && n.length <= 4) ? names : null
}
