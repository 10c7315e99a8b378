import type { Quantity } from '../scan/quantity.ts'
import type { Passage } from './passage.ts'

/** The words around a quantity, up to the next punctuation or number. Brackets and quotation marks are left out. */
export interface Phrase {
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

const STOP = /[，,。；;：:！!？?、\n【】]/
const CLOSING: Readonly<Record<string, string>> = { '）': '（', ')': '(' }
const OPENING: Readonly<Record<string, string>> = { '（': '）', '(': ')' }
const LONGEST = 48
const LONGEST_BRACKET = 24
const QUOTES = /[“”‘’]/g

/** A code or an ordinal is part of a name: 4A级景区, 第9届; other quantities end the phrase. */
function isName(q: Quantity | undefined): boolean {
  return q?.kind === 'code' || q?.kind === 'ordinal'
}

export function phrase({ text, quantities }: Passage, index: number): Phrase {
  const q = quantities[index]!
  let previous = index - 1
  let floor = quantities[previous]?.to ?? 0
  let left = ''
  let bracket = ''
  let at = q.from
  const end = Math.max(0, q.from - LONGEST)
  for (; at > end; ) {
    if (at === floor && previous >= 0) {
      // 500万元以上的企业3家: what 的 hangs on belongs to the name.
      if (!isName(quantities[previous]) && !left.startsWith('的')) break
      const before = quantities[previous]!
      left = text.slice(before.from, before.to) + left
      at = before.from
      floor = quantities[--previous]?.to ?? 0
      continue
    }
    const char = text[at - 1]!
    const open = CLOSING[char]
    if (open !== undefined) {
      const base = Math.max(0, at - 1 - LONGEST_BRACKET)
      const back = text.slice(base, at - 1).lastIndexOf(open)
      if (back < 0) break
      const start = base + back
      if (left === '') bracket = text.slice(start + 1, at - 1)
      at = start
      while (previous >= 0 && quantities[previous]!.from >= at) previous--
      floor = quantities[previous]?.to ?? 0
      continue
    }
    if (STOP.test(char) || OPENING[char] !== undefined) break
    left = char + left
    at--
  }
  const joint = at > 0 && at !== floor ? text[at - 1]! : at > 0 && STOP.test(text[at - 1]!) ? text[at - 1]! : ''
  const after = following(text, q.to, quantities, index + 1)
  return { left: left.replace(QUOTES, ''), from: at, joint, right: after.text.replace(QUOTES, ''), to: after.to, bracket }
}

function following(
  text: string,
  from: number,
  quantities: readonly Quantity[],
  next: number,
): { text: string; to: number } {
  let out = ''
  let at = from
  while (at < text.length && at - from < LONGEST) {
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
      continue
    }
    if (STOP.test(char) || CLOSING[char] !== undefined) break
    out += char
    at++
  }
  return { text: out, to: at }
}
