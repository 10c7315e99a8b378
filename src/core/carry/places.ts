import { type RawOffset, rawOffset, rawSpan, type Span } from '../text/offset.ts'
import { align, squeeze, type Squeezed, unitAt } from './alignment.ts'

/** So many characters on each side must be the same, or it is another place. */
const CONTEXT = 6
/** Where so many on each side are all others, the passage is another one. */
const AROUND = 12
/** A stretch of so many characters is its own context. */
const LONG = 24

/** A place of the earlier text in the new one: what stands between the same neighbours. */
export interface Found {
  /** From behind the neighbour on the left to the neighbour on the right, white space at its ends included. */
  readonly gap: Span
  /** What stands in it, from its first character to its last; empty and at the right neighbour where nothing does. */
  readonly span: Span
  /** Without white space, before and now. */
  readonly before: string
  readonly now: string
}

/** Of an earlier and a later text: what is in both, in the earlier only, in the later only. */
export interface TextShare {
  readonly kept: number
  readonly gone: number
  readonly added: number
}

/** Finds places of one raw text in another by what stands there and around them, never by their offset. */
export class Places {
  private readonly a: Squeezed
  private readonly b: Squeezed
  private readonly map: Int32Array
  private readonly end: number

  constructor(before: string, now: string) {
    this.a = squeeze(before)
    this.b = squeeze(now)
    this.map = align(this.a.text, this.b.text)
    this.end = now.length
  }

  /** Null where its neighbours are no longer there, or no longer beside each other. */
  find({ from, to }: Span): Found | null {
    const i = unitAt(this.a, from)
    const j = unitAt(this.a, to)
    if (j - i >= LONG && this.isWhole(i, j)) return this.found(i, j, this.map[i]!, this.map[i]! + j - i)
    const left = this.left(i)
    const right = this.right(j)
    return left === null || right === null || right < left ? null : this.found(i, j, left, right)
  }

  /** The same text, with the same neighbours or long enough to be known without. */
  same(span: Span): Span | null {
    const found = this.find(span)
    return found?.before === found?.now ? (found?.span ?? null) : null
  }

  /** Where the same two neighbours meet, with nothing between them but white space. */
  border(at: RawOffset): Span | null {
    const found = this.find({ from: at, to: at })
    return found?.now === '' ? found.gap : null
  }

  /** Of a place that is not found, or reads otherwise: has it gone with all that stood around it? */
  whyNot({ from, to }: Span): 'gone' | 'changed' {
    const has = (unit: number): boolean => unit < 0 || unit >= this.map.length || this.map[unit]! >= 0
    const [i, j] = [unitAt(this.a, from), unitAt(this.a, to)]
    const steps = Array.from({ length: AROUND }, (_, k) => k)
    const isThere = steps.some((k) => has(i - 1 - k)) && steps.some((k) => has(j + k))
    return isThere ? 'changed' : 'gone'
  }

  /** How much of the two texts is the same, in characters without white space. */
  share(): TextShare {
    let kept = 0
    for (const unit of this.map) if (unit >= 0) kept++
    return { kept, gone: this.map.length - kept, added: this.b.at.length - kept }
  }

  /** Somewhere near: right behind the nearest text before it that is still there. */
  near(at: RawOffset): RawOffset {
    for (let i = unitAt(this.a, at) - 1; i >= 0; i--) {
      const unit = this.map[i]!
      if (unit >= 0) return rawOffset(this.b.at[unit]! + 1)
    }
    return rawOffset(0)
  }

  /** Does a stretch of the earlier text hold nothing but white space? */
  isBlank({ from, to }: Span): boolean {
    return unitAt(this.a, from) === unitAt(this.a, to)
  }

  /** Does nothing but white space stand between two raw offsets of the new text? */
  isBlankUpTo(from: number, to: number): boolean {
    return unitAt(this.b, from) === unitAt(this.b, to)
  }

  private isWhole(i: number, j: number): boolean {
    const start = this.map[i]!
    if (start < 0) return false
    for (let k = i; k < j; k++) if (this.map[k] !== start + k - i) return false
    return true
  }

  /** The unit of the new text right behind what stood before unit `i`. */
  private left(i: number): number | null {
    if (i === 0) return 0
    const before = this.map[i - 1]!
    for (let k = 0; k < Math.min(CONTEXT, i); k++)
      if (before < 0 || this.map[i - 1 - k] !== before - k) return null
    return before + 1
  }

  private right(j: number): number | null {
    const { length } = this.map
    if (j === length) return this.b.at.length
    const after = this.map[j]!
    for (let k = 0; k < Math.min(CONTEXT, length - j); k++)
      if (after < 0 || this.map[j + k] !== after + k) return null
    return after
  }

  private found(i: number, j: number, left: number, right: number): Found {
    const { at, text } = this.b
    const from = left === 0 ? 0 : at[left - 1]! + 1
    const to = right < at.length ? at[right]! : this.end
    return {
      gap: rawSpan(from, to),
      span: left < right ? rawSpan(at[left]!, at[right - 1]! + 1) : rawSpan(to, to),
      before: this.a.text.slice(i, j),
      now: text.slice(left, right),
    }
  }
}
