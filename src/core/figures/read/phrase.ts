import type { Quantity } from '../scan/quantity.ts'

/** The words around a quantity, up to the next punctuation or number. Quotation marks are left out. */
export interface Phrase {
  /** Several names in a row, 、 between them, are one phrase: they are counted together. */
  readonly left: string
  /** Offset where `left` starts in the text. */
  readonly from: number
  /** What parts it from what stands before: punctuation, or '' where a number stands right before. */
  readonly joint: string
  readonly right: string
  readonly to: number
  /** What stood in brackets at the end of `left`: 合作社（家庭农场）. */
  readonly bracket: string
}

/** A row of names may be long; anything longer is no phrase. */
const LONGEST = 200
const LONGEST_RIGHT = 48
const LONGEST_BRACKET = 24
const RATING = /^(?:voltage|capacity|bandwidth|count:吨级)$/
const QUOTES = /[“”‘’]/g

const PLAIN = 0
const STOP = 1
const LIST = 2
const OPEN = 3
const CLOSE = 4
const QUOTE = 5
/** What a character does to a phrase, by its code: looked up for every one of them. */
const ACTS = new Uint8Array(0x10000)
for (const c of '，,。；;：:！!？?\n【】①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳') ACTS[c.charCodeAt(0)] = STOP
for (const c of '（(') ACTS[c.charCodeAt(0)] = OPEN
for (const c of '）)') ACTS[c.charCodeAt(0)] = CLOSE
for (const c of '“”‘’') ACTS[c.charCodeAt(0)] = QUOTE
ACTS['、'.charCodeAt(0)] = LIST

/** A code, an ordinal or a rating is part of a name: 4A级景区, 第9届, 110千伏变电站, “120”; other quantities end the phrase. */
function isName(text: string, q: Quantity | undefined): boolean {
  if (q?.kind === 'amount')
    return q.unit === null ? text[q.from - 1] === '“' && text[q.to] === '”' : RATING.test(q.unit.dimension)
  return q?.kind === 'code' || q?.kind === 'ordinal'
}

/** The words around one of the quantities of a text. */
export function phrase(text: string, quantities: readonly Quantity[], index: number): Phrase {
  const before = preceding(text, quantities, index)
  const after = following(text, quantities[index]!.to, quantities, index + 1)
  const { left, from, joint, bracket } = before
  return { left, from, joint, right: after.text, to: after.to, bracket }
}

/** The stretch without quotation marks, which most have not. */
function words(text: string, from: number, to: number, quoted: boolean): string {
  const stretch = text.slice(from, to)
  return quoted ? stretch.replace(QUOTES, '') : stretch
}

function preceding(
  text: string,
  quantities: readonly Quantity[],
  index: number,
): Omit<Phrase, 'right' | 'to'> {
  const q = quantities[index]!
  const end = Math.max(0, q.from - LONGEST)
  let previous = index - 1
  let at = q.from
  let bracket = ''
  // The bracket at the end is cut off; all else is one slice.
  let to = at
  let quoted = false
  while (at > end) {
    if (previous >= 0 && at === quantities[previous]!.to) {
      // 500万元以上的企业3家: what 的 hangs on belongs to the name.
      const name = quantities[previous]!
      if (!isName(text, name) && !(at < to && text[at] === '的'))
        return { left: words(text, at, to, quoted), from: at, joint: '', bracket }
      at = name.from
      previous--
      continue
    }
    const act = ACTS[text.charCodeAt(at - 1)]!
    if (act === PLAIN) at--
    else if (act === QUOTE) {
      quoted = true
      at--
    } else if (act === CLOSE) {
      const start = opened(text, at)
      if (start < 0 || isListMark(text, start, at)) break
      // 小（一）型水库 is one word; at the end a bracket only explains.
      if (at === to) {
        bracket = text.slice(start + 1, at - 1)
        to = start
      }
      // It may hold quotation marks.
      quoted = true
      at = start
      while (previous >= 0 && quantities[previous]!.to > at) previous--
    } else if (act === LIST && !counted(text, at - 1, quantities, previous)) at--
    else break
  }
  return { left: words(text, at, to, quoted), from: at, joint: at > 0 ? text[at - 1]! : '', bracket }
}

/** Where the bracket that closes right before `at` was opened; negative where it was not. */
function opened(text: string, at: number): number {
  const base = Math.max(0, at - 1 - LONGEST_BRACKET)
  const back = text.slice(base, at - 1).lastIndexOf(text[at - 1] === ')' ? '(' : '（')
  return back < 0 ? -1 : base + back
}

/** （一） where a clause begins numbers it. */
function isListMark(text: string, from: number, to: number): boolean {
  const opens = from === 0 || ACTS[text.charCodeAt(from - 1)] === STOP
  return opens && /^[一二三四五六七八九十\d]+$/.test(text.slice(from + 1, to - 1))
}

/** Does the member of the list that ends at `at` have its number, maybe with a bracket behind it? */
function counted(text: string, at: number, quantities: readonly Quantity[], previous: number): boolean {
  let end = at
  if (ACTS[text.charCodeAt(end - 1)] === CLOSE) {
    const start = opened(text, end)
    if (start >= 0) end = start
  }
  for (let k = previous; k >= 0 && quantities[k]!.to >= end; k--)
    if (quantities[k]!.to === end) return !isName(text, quantities[k])
  return false
}

function following(
  text: string,
  from: number,
  quantities: readonly Quantity[],
  index: number,
): { text: string; to: number } {
  const end = Math.min(text.length, from + LONGEST_RIGHT)
  let out = ''
  let start = from
  let at = from
  let next = index
  let quoted = false
  while (at < end) {
    const q = quantities[next]
    if (q && at >= q.from) {
      if (!isName(text, q)) break
      at = q.to
      next++
      continue
    }
    const act = ACTS[text.charCodeAt(at)]!
    if (act === PLAIN) at++
    else if (act === QUOTE) {
      quoted = true
      at++
    } else if (act === OPEN) {
      const length = text.slice(at, at + LONGEST_BRACKET).indexOf(text[at] === '(' ? ')' : '）')
      if (length < 0) break
      out += words(text, start, at, quoted)
      at += length + 1
      start = at
      while (next < quantities.length && quantities[next]!.from < at) next++
    } else break
  }
  return { text: out + words(text, start, at, quoted), to: at }
}
