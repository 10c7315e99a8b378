import type { Quantity } from '../scan/quantity.ts'
import type { Passage } from './passage.ts'

/** The words around a quantity, up to the next punctuation or number. Brackets and quotation marks are left out. */
export interface Phrase {
  /** Several names in a row, 、 between them, are one phrase: they are counted together. */
  readonly left: string
  /** Offset where `left` starts in the text. */
  readonly from: number
  /** What parts it from what stands before: punctuation, or '' where a number stands right before. */
  readonly joint: string
  readonly right: string
  readonly to: number
  /** What stood in brackets at the end of `left`: 孵化器（众创空间）. */
  readonly bracket: string
}

const STOP = /[，,。；;：:！!？?\n【】①-⑳]/
const CLOSING: Readonly<Record<string, string>> = { '）': '（', ')': '(' }
const OPENING: Readonly<Record<string, string>> = { '（': '）', '(': ')' }
/** A row of names may be long; anything longer is no phrase. */
const LONGEST = 200
const LONGEST_RIGHT = 48
const LONGEST_BRACKET = 24
const QUOTES = /[“”‘’]/g

/** A code or an ordinal is part of a name: 4A级景区, 第9届; other quantities end the phrase. */
function isName(q: Quantity | undefined): boolean {
  return q?.kind === 'code' || q?.kind === 'ordinal'
}

export function phrase(passage: Passage, index: number): Phrase {
  const { text, quantities } = passage
  const before = preceding(passage, index)
  const after = following(text, quantities[index]!.to, quantities, index + 1)
  return { ...before, left: before.left.replace(QUOTES, ''), right: after.text.replace(QUOTES, ''), to: after.to }
}

function preceding({ text, quantities }: Passage, index: number): Omit<Phrase, 'right' | 'to'> {
  const q = quantities[index]!
  const end = Math.max(0, q.from - LONGEST)
  let previous = index - 1
  let at = q.from
  let left = ''
  let bracket = ''
  while (at > end) {
    const floor = quantities[previous]?.to ?? 0
    const char = text[at - 1]!
    if (previous >= 0 && at === floor) {
      // 500万元以上的企业3家: what 的 hangs on belongs to the name.
      const name = quantities[previous]!
      if (!isName(name) && !left.startsWith('的')) return { left, from: at, joint: '', bracket }
      left = text.slice(name.from, name.to) + left
      at = name.from
      previous--
    } else if (CLOSING[char] !== undefined) {
      const start = opened(text, at, CLOSING[char])
      if (start < 0 || isListMark(text, start, at)) break
      // 小（一）型水库 is one word; at the end a bracket only explains.
      if (left === '') bracket = text.slice(start + 1, at - 1)
      else left = text.slice(start, at) + left
      at = start
      while (previous >= 0 && quantities[previous]!.to > at) previous--
    } else if (char === '、') {
      if (counted(text, at - 1, quantities, previous)) break
      left = char + left
      at--
    } else if (STOP.test(char) || OPENING[char] !== undefined) break
    else {
      left = char + left
      at--
    }
  }
  return { left, from: at, joint: at > 0 ? text[at - 1]! : '', bracket }
}

/** Where the bracket that closes right before `at` was opened; negative where it was not. */
function opened(text: string, at: number, open: string): number {
  const base = Math.max(0, at - 1 - LONGEST_BRACKET)
  const back = text.slice(base, at - 1).lastIndexOf(open)
  return back < 0 ? -1 : base + back
}

/** （一） where a clause begins numbers it. */
function isListMark(text: string, from: number, to: number): boolean {
  return (from === 0 || STOP.test(text[from - 1]!)) && /^[一二三四五六七八九十\d]+$/.test(text.slice(from + 1, to - 1))
}

/** Does the member of the list that ends at `at` have its number, maybe with a bracket behind it? */
function counted(text: string, at: number, quantities: readonly Quantity[], previous: number): boolean {
  let end = at
  const close = text[end - 1]
  if (close !== undefined && CLOSING[close] !== undefined) {
    const start = opened(text, end, CLOSING[close])
    if (start >= 0) end = start
  }
  for (let k = previous; k >= 0 && quantities[k]!.to >= end; k--)
    if (quantities[k]!.to === end) return !isName(quantities[k])
  return false
}

function following(
  text: string,
  from: number,
  quantities: readonly Quantity[],
  index: number,
): { text: string; to: number } {
  let out = ''
  let at = from
  let next = index
  while (at < text.length && at - from < LONGEST_RIGHT) {
    const q = quantities[next]
    if (q && at >= q.from) {
      if (!isName(q)) break
      out += text.slice(at, q.to)
      at = q.to
      next++
      continue
    }
    const char = text[at]!
    const close = OPENING[char]
    if (close !== undefined) {
      const length = text.slice(at, at + LONGEST_BRACKET).indexOf(close)
      if (length < 0) break
      at += length + 1
      while (next < quantities.length && quantities[next]!.from < at) next++
    } else if (char === '、' || STOP.test(char) || CLOSING[char] !== undefined) break
    else {
      out += char
      at++
    }
  }
  return { text: out, to: at }
}
