import { ruleId } from '../../rules/rule.ts'
import { isAside, plainText, type Draft } from '../draft.ts'
import { isFinal } from '../layout/stretch.ts'
import { contributorBodies, contributorNames, isShortName } from '../names.ts'
import type { Piece } from '../piece.ts'
import type { Step } from '../step.ts'
import { beginsWithSurname } from '../surnames.ts'

const WHOLE = /^[（(]\s*([^（()）]{2,36}?)\s*[）)]$/
/** 撰稿：周明远, in brackets or alone on its line. */
const LABELLED =
  /^(?:撰稿|撰写|编撰|供稿|执笔|作者|审稿)(?:人|单位)?\s*[：:]\s*[\p{Script=Han}][^。；，！？]{1,30}$/u
const OPENED = /^[（(]\s*([^（()）]{2,20})$/
const CLOSED = /^[）)]$/
const AT_END =
  /[。！？”](?:[^\S\n]|[\u200b-\u200d\u2060\u00ad])*([（(]\s*[\p{Script=Han}·\s　、：:\u200b-\u200d\u2060\u00ad]{2,36}\s*[）)])$/u
const BRACKETS = '（(）)'
/** A torn bracket closes on the same page or the next: so many lines on at most, and more where runs have lines of their own. */
const TORN_REACH = 160
const TORN_REACH_IN_RUNS = 640
/** A sentence is in so many pieces at most. */
const SENTENCE_REACH = 40

/** （周明远） after a section or an entry, also torn in two by the page. */
export const contributors: Step = {
  id: ruleId('structure/contributors'),
  version: 3,
  title: { zh: '撰稿人', en: 'Contributors' },
  why: {
    zh: '撰稿人署名以括号括注；分栏换页时左右括号可能被拆到两处，须复合。',
    en: 'A contributor’s name stands in brackets; where columns and pages break, the brackets may be torn apart.',
  },
  messages: {
    torn: {
      zh: '署名左括号在第 {0} 行，右括号在第 {1} 行，其间正文相接',
      en: 'the name opens in line {0} and its bracket closes in line {1}; the text between joins',
    },
  },
  run(draft) {
    const { pieces } = draft
    const became = new Map<Piece, Piece[]>()
    for (let i = 0; i < pieces.length; i++) {
      const p = pieces[i]!
      if (p.role) continue
      const bracketed = BRACKETS.includes(draft.text[p.from]!) || BRACKETS.includes(draft.text[p.to - 1]!)
      if (!bracketed) {
        if (p.to - p.from <= 40 && !p.inline && LABELLED.test(draft.plain(p))) p.role = 'contributor'
        continue
      }
      const content = draft.plain(p)
      const whole = WHOLE.exec(content)
      if (whole && isUnitOfHeader(draft, i, whole[1]!)) continue
      if (whole && (isSigned(whole[1]!, () => endsSection(draft, i)) || isBody(draft, i, whole[1]!))) {
        p.role = 'contributor'
        continue
      }
      const opened = OPENED.exec(content)
      if (opened && isSigned(opened[1]!, () => false)) {
        if (!tornBetween(draft, i, opened[1]!)) torn(draft, i)
      } else if (opened && contributorBodies(opened[1]!)) torn(draft, i, true)
      else if (content.length > 24 || /[。！？]/.test(content)) signedAtEnd(draft, i, became)
    }
    draft.rebuild(became)
  },
}

/** 序号 名称 面积⏎（万亩）: the unit of a table's last column, though 万 is a surname. */
function isUnitOfHeader(draft: Draft, i: number, inner: string): boolean {
  let k = i - 1
  while (draft.pieces[k] && isAside(draft.pieces[k]!.role)) k--
  const before = draft.pieces[k]
  if (!/^[十百千万亿][\p{Script=Han}]{1,3}$/u.test(inner) || before?.role !== null) return false
  return /^[^，。；]*\S\s+[^，。；]*\S\s+[^，。；]*\p{Script=Han}$/u.test(draft.plain(before))
}

/** Names of persons; of what might be some other remark in brackets, the place decides. */
function isSigned(inner: string, inPlace: () => boolean): boolean {
  if (LABELLED.test(inner)) return true
  const names = contributorNames(inner)
  return names !== null && (names.every(beginsWithSurname) || inPlace())
}

/** （县委组织部）, after a finished sentence or a table, and before a title, a heading or nothing. */
function isBody(draft: Draft, i: number, inner: string): boolean {
  if (contributorBodies(inner) === null || draft.pieces[i]!.inline) return false
  let k = i - 1
  while (draft.pieces[k] && isAside(draft.pieces[k]!.role)) k--
  const before = draft.pieces[k]
  const isParagraph = before !== undefined && (before.role === null || before.role === 'list')
  if (isParagraph && !isFinal(draft.text, before) && !isRow(draft, before)) return false
  return before !== undefined && before.role !== 'title' && endsSection(draft, i)
}

/** A row of a table, before the tables are found. */
function isRow(draft: Draft, p: Piece): boolean {
  return p.isRun || /^[^，。；：]*\S\s+[^，。；：]*\S\s+[^，。；：]*\S$/u.test(draft.plain(p))
}

/** （周明远 陆珊 here, 何静） at once on the next page: only heads and captions stand between. */
function tornBetween(draft: Draft, i: number, opened: string): boolean {
  const { pieces } = draft
  let j = i + 1
  while (pieces[j] && isAside(pieces[j]!.role)) j++
  const q = pieces[j]
  const rest = q?.role === null ? /^([^（()）]{1,16}?)\s*[）)]$/.exec(draft.plain(q))?.[1] : undefined
  if (!q || rest === undefined || !isSigned(`${opened} ${rest}`, () => false)) return false
  const p = pieces[i]!
  p.role = q.role = 'contributor'
  q.continues = true
  // The names go where they began: nothing of the text stands between.
  return true
}

/** （周明远 here, ） further on: the name is read where its bracket closes. `isBody`: only at a section’s end. */
function torn(draft: Draft, i: number, isBody = false): void {
  const { pieces } = draft
  let depth = openBefore(draft, i)
  const reach = draft.isolates ? TORN_REACH_IN_RUNS : TORN_REACH
  for (let j = i + 1; j < Math.min(pieces.length, i + reach); j++) {
    const q = pieces[j]!
    if (isAside(q.role) || q.role === 'title') continue
    const content = draft.plain(q)
    if (!CLOSED.test(content) || depth > 0) {
      for (const c of content) {
        if (c === '（' || c === '(') depth++
        // The text closes the bracket itself: it is a remark, set on its own line.
        else if ((c === '）' || c === ')') && --depth < 0) return
      }
      continue
    }
    if (q.role || (isBody && !endsSection(draft, j))) return
    const p = pieces[i]!
    p.role = q.role = 'contributor'
    q.continues = true
    p.relocation = {
      rule: 'structure/contributors',
      reason: { key: 'torn', values: [p.line.number, q.line.number] },
      where: 'before',
      anchor: q,
    }
    return
  }
}

/** Brackets that the sentence before a torn name has left open: they close after it, and are not the name's. */
function openBefore(draft: Draft, i: number): number {
  let open = 0
  let closed = 0
  for (let k = i - 1; k >= Math.max(0, i - SENTENCE_REACH); k--) {
    const p = draft.pieces[k]!
    if (isAside(p.role)) continue
    if (p.role !== null) break
    const text = draft.plain(p)
    const start = text.lastIndexOf('。') + 1
    for (let at = text.length - 1; at >= start; at--) {
      if (text[at] === '）' || text[at] === ')') closed++
      else if ((text[at] === '（' || text[at] === '(') && closed-- <= 0) {
        closed = 0
        open++
      }
    }
    if (start > 0) break
  }
  return open
}

/** …。（周明远） at the end of the last line, with a title, a heading or nothing after it. */
function signedAtEnd(draft: Draft, i: number, became: Map<Piece, Piece[]>): void {
  const p = draft.pieces[i]!
  const found = AT_END.exec(draft.content(p))
  if (!found || !endsSection(draft, i, true)) return
  const inner = plainText(found[1]!.slice(1, -1))
  const isEnd = (): boolean => endsSection(draft, i)
  if (!isSigned(inner, isEnd) && !(contributorBodies(inner) && isEnd())) return
  const name = draft.cut(p, p.to - found[1]!.length)
  if (!name) return
  name.role = 'contributor'
  became.set(p, [p, name])
}

/** Does a title, a heading or nothing follow piece `i`? `orGap`: a blank line is enough. */
function endsSection(draft: Draft, i: number, orGap = false): boolean {
  const { pieces } = draft
  let k = i + 1
  const skip = (): Piece | undefined => {
    while (pieces[k] && isAside(pieces[k]!.role)) k++
    return pieces[k++]
  }
  let next = skip()
  if (orGap && next && next.line.blanksBefore > 0) return true
  // A heading, or a category's title and a heading, are short lines before an entry's title.
  for (let short = 0; short < 2 && next?.role === null && isShortName(draft.plain(next), 16); short++)
    next = skip()
  return !next || next.role === 'title' || next.role === 'category'
}
