import type { Quantity } from '../scan/quantity.ts'
import { quantities } from '../scan/scanner.ts'
import type { FigureBlock } from './book.ts'

/** A stretch that ends with a full stop: its offsets, and which quantities stand in it, half-open. */
export interface Sentence {
  readonly from: number
  readonly to: number
  readonly first: number
  readonly last: number
}

/** A block with its quantities and sentences. */
export interface Passage {
  readonly block: FigureBlock
  readonly text: string
  /** Index of its entry in the book. */
  readonly entry: number
  readonly title: boolean
  readonly quantities: readonly Quantity[]
  /** For each quantity: does it stand inside brackets, quotation marks or the title of a work? */
  readonly aside: readonly boolean[]
  readonly sentences: readonly Sentence[]
}

const MARK = /[（）()《》〈〉“”‘’]/g
const CLOSES: Readonly<Record<string, string>> = {
  '（': '）', '(': ')', '《': '》', '〈': '〉', '“': '”', '‘': '’',
} // prettier-ignore
/** No bracket of this genre holds more: one that is longer was never closed. */
const LONGEST_ASIDE = 120

export function passage(block: FigureBlock, entry: number, title: boolean): Passage {
  const { text } = block
  const found = quantities(text)
  return {
    block,
    text,
    entry,
    title,
    quantities: found,
    aside: asides(text, found),
    sentences: sentences(text, found),
  }
}

function asides(text: string, found: readonly Quantity[]): boolean[] {
  if (found.length === 0) return []
  const spans: { from: number; to: number }[] = []
  let open: { close: string; at: number; end: number } | null = null
  for (const m of text.matchAll(MARK)) {
    const at = m.index
    if (open && at - open.at > LONGEST_ASIDE) open = null
    if (open) {
      if (m[0] === open.close) {
        spans.push({ from: open.at, to: at })
        open = null
      }
    } else if (CLOSES[m[0]] !== undefined) open = { close: CLOSES[m[0]]!, at, end: at }
  }
  let s = 0
  return found.map((q) => {
    while (s < spans.length && spans[s]!.to < q.from) s++
    return s < spans.length && spans[s]!.from < q.from
  })
}

function sentences(text: string, found: readonly Quantity[]): Sentence[] {
  const out: Sentence[] = []
  let from = 0
  let first = 0
  const close = (to: number): void => {
    let last = first
    while (last < found.length && found[last]!.from < to) last++
    if (to > from) out.push({ from, to, first, last })
    from = to
    first = last
  }
  for (const m of text.matchAll(/[。！？\n]/g)) close(m.index + 1)
  close(text.length)
  return out
}
