import type { BlockId } from '../../corrections/correction.ts'
import type { Role } from '../../structure/block.ts'
import { isFigure, type Quantity } from '../scan/quantity.ts'
import { quantities } from '../scan/scanner.ts'
import { phrase, type Phrase } from './phrase.ts'
import { regionsIn, type Regions } from './regions.ts'

/** A block with its text as corrected. */
export interface FigureBlock {
  readonly id: BlockId
  readonly role: Role
  /** Depth of a heading; 1 for whatever is none. */
  readonly level: number
  readonly text: string
}

/** Do blocks of this role hold figures that are compared, or stand above such? The others need not be told. */
export function isCompared(role: Role): boolean {
  return role !== 'furniture' && role !== 'caption' && role !== 'credit'
}

/** A stretch that ends with a full stop: its offsets, and which quantities stand in it, half-open. */
export interface Sentence {
  readonly from: number
  readonly to: number
  readonly first: number
  readonly last: number
}

/** What a block says by itself, wherever it stands: its quantities and sentences, and the words around its figures. */
export interface ScannedBlock extends FigureBlock {
  readonly quantities: readonly Quantity[]
  /** For each quantity: does it stand inside brackets, quotation marks or the title of a work? */
  readonly aside: readonly boolean[]
  /** The words around each quantity that is a figure and stands in the running text; null of the others. */
  readonly phrases: readonly (Phrase | null)[]
  readonly regions: Regions
  readonly sentences: readonly Sentence[]
}

const CLOSES: Readonly<Record<string, string>> = {
  '（': '）', '(': ')', '《': '》', '〈': '〉', '“': '”', '‘': '’',
} // prettier-ignore

const PLAIN = 0
const STOP = 1
/** Opens or closes a bracket, a quotation, a title. */
const BRACKET = 2
/** What a character does to sentences and asides, by its code: looked up for every one of them. */
const ACTS = new Uint8Array(0x10000)
for (const c of '。！？\n') ACTS[c.charCodeAt(0)] = STOP
for (const c of Object.entries(CLOSES).flat()) ACTS[c.charCodeAt(0)] = BRACKET

/** No bracket of this genre holds more: one that is longer was never closed. */
const LONGEST_ASIDE = 120

/** The block with what it says by itself. Linear in its text. */
export function scanned(block: FigureBlock): ScannedBlock {
  const { id, role, level, text } = block
  const found = quantities(text)
  const aside = found.map(() => false)
  return {
    id,
    role,
    level,
    text,
    quantities: found,
    sentences: divided(text, found, aside),
    aside,
    phrases: found.map((q, i) => (isFigure(q) && !aside[i]! ? phrase(text, found, i) : null)),
    regions: regionsIn(text),
  }
}

/** The sentences of a text; marks in `aside` which quantities stand inside a pair of signs. */
function divided(text: string, found: readonly Quantity[], aside: boolean[]): Sentence[] {
  const out: Sentence[] = []
  // Where the sentence begins, and its first quantity.
  let from = 0
  let first = 0
  /** The sign that may be closed; negative where none is. */
  let open = -1
  /** The first quantity that no aside so far has reached. */
  let next = 0
  for (let at = 0; at <= text.length; at++) {
    const act = at === text.length ? STOP : ACTS[text.charCodeAt(at)]!
    if (act === PLAIN) continue
    if (act === STOP) {
      const to = Math.min(at + 1, text.length)
      let last = first
      while (last < found.length && found[last]!.from < to) last++
      if (to > from) out.push({ from, to, first, last })
      from = to
      first = last
      continue
    }
    if (open >= 0 && at - open > LONGEST_ASIDE) open = -1
    if (open < 0) {
      if (CLOSES[text[at]!] !== undefined) open = at
    } else if (text[at] === CLOSES[text[open]!]) {
      while (next < found.length && found[next]!.from <= open) next++
      while (next < found.length && found[next]!.from <= at) aside[next++] = true
      open = -1
    }
  }
  return out
}
