import { ruleId } from '../../rules/rule.ts'
import { isBlank } from '../../text/characters.ts'
import { isAside, type Draft } from '../draft.ts'
import type { Step } from '../step.ts'

/** Radicals that extractors give for the numerals that look alike. */
const RADICALS: Readonly<Record<string, string>> = { 一: '⼀', 二: '⼆', 八: '⼋', 十: '⼗' }
const ORDER = '一二三四五六七八九十'
const NUMERALS = ORDER + Object.values(RADICALS).join('')
const HAN = `[${NUMERALS}]{1,3}`
const DIGITS = '[0-9０-９]{1,2}'
const INVISIBLE = '[\\u200b-\\u200d\\u2060\\ufeff\\u00ad]*'
/** The same, and spaces. */
const BLANK = '[\\s\\u200b-\\u200d\\u2060\\ufeff\\u00ad]*'
const MARKER = new RegExp(
  `^(?:[（(]${BLANK}(?:${HAN}|${DIGITS})${BLANK}[）)]|[①-⑳⑴-⒇]|${DIGITS}${BLANK}[.．、](?!${BLANK}[0-9０-９])|${HAN}${INVISIBLE}、)`,
)
/** The item after one, or the one before it, begins within so many characters. */
const REACH = 600

/** Does the text at an offset begin like an item of a list: （一） （1） ① 1. 一、 (A look at one character spares the pattern.) */
export function startsListItemAt(text: string, at: number): boolean {
  return markerAt(text, at) !== null
}

function markerAt(text: string, at: number): string | null {
  const c = text.charCodeAt(at)
  const may =
    c === 0xff08 ||
    c === 0x28 ||
    (c >= 0x2460 && c <= 0x2487) ||
    (c >= 0x30 && c <= 0x39) ||
    (c >= 0xff10 && c <= 0xff19)
  return may || NUMERALS.includes(text[at]!) ? (MARKER.exec(text.slice(at, at + 9))?.[0] ?? null) : null
}

/** List items on lines of their own. */
export const lists: Step = {
  id: ruleId('structure/lists'),
  version: 3,
  title: { zh: '分项', en: 'List items' },
  why: {
    zh: '独占一行的（一）（1）①1.是分项，各自成段；同列的分项接在行中的不是。',
    en: 'Items such as （一） （1） ① 1. that begin a line are paragraphs of their own, unless others of their list stand in mid-line.',
  },
  messages: {},
  run(draft: Draft) {
    let before = ' '
    for (const p of draft.pieces) {
      if (isAside(p.role)) continue
      // After ： ； or a stop only: a bracketed numeral may also be set at the start of a wrapped line.
      if (p.role === null && !p.inline && '：:；;。'.includes(before)) {
        const marker = markerAt(draft.text, p.from)
        if (marker !== null && !isInline(draft.text, p.from, marker)) p.role = 'list'
      }
      before = draft.text[p.to - 1]!
    }
  },
}

/** Does the list go on in mid-line, so that this item only happens to begin a line? The next item tells, or the one before. */
function isInline(text: string, at: number, marker: string): boolean {
  const next = sibling(marker, 1)
  const after = text.slice(at + marker.length, at + REACH)
  const near = next?.exec(after.slice(0, (after.search(/【/) + 1 || after.length + 1) - 1))
  if (near) return !beginsLine(text, at + marker.length + near.index)
  const last = sibling(marker, -1)
  const back = text.slice(Math.max(0, at - REACH), at)
  const found = last ? [...back.slice(back.lastIndexOf('】') + 1).matchAll(last)].at(-1) : undefined
  if (!found) return false
  return !beginsLine(text, at - back.length + back.lastIndexOf('】') + 1 + found.index)
}

/** The marker of the item so many places on, as a pattern; null where there is none. */
function sibling(marker: string, step: 1 | -1): RegExp | null {
  const circled = marker.charCodeAt(0)
  if (circled >= 0x2460 && circled <= 0x2487) return new RegExp(String.fromCharCode(circled + step), 'g')
  const inner = marker.replace(/[（()）.．、\s\u200b-\u200d\u2060\ufeff\u00ad]/g, '').normalize('NFKC')
  const digits = /^[0-9]/.test(inner)
  const number = digits ? Number(inner) : ORDER.indexOf(inner) + 1
  if (number < 1 || number + step < 1 || (!digits && number + step > 10)) return null
  const numeral = ORDER[number + step - 1]!
  const other = digits ? String(number + step) : `[${numeral}${RADICALS[numeral] ?? ''}]`
  return /^[（(]/.test(marker)
    ? new RegExp(`[（(]${BLANK}${other}${BLANK}[）)]`, 'g')
    : new RegExp(`(?<![0-9.一二三四五六七八九十])${other}${BLANK}[.．、](?!${BLANK}[0-9０-９])`, 'g')
}

function beginsLine(text: string, at: number): boolean {
  let k = at - 1
  while (k >= 0 && text[k] !== '\n' && text[k] !== '\f' && isBlank(text.charCodeAt(k))) k--
  return k < 0 || text[k] === '\n' || text[k] === '\f'
}
