import { blocksOf, type Document } from '../../core/document/document.ts'
import { readTyped } from '../../core/figures/typed/read-typed.ts'
import type { Typed, TypedKind } from '../../core/figures/typed/typed.ts'
import type { Block } from '../../core/structure/block.ts'
import { rawSpans } from '../../core/structure/raw-spans.ts'
import { correctedText, segments } from '../../core/structure/segments.ts'
import { nextTask } from '../next-task.ts'

/** What of the quantities is asked for; null and '' ask for all. */
export interface QuantityQuery {
  readonly kind: TypedKind | null
  readonly unit: string | null
  /** Stands in the number as printed or right beside it. */
  readonly text: string
}

/** How many there are, as of one event. */
export interface QuantitySummary {
  readonly seq: number
  readonly total: number
  readonly matching: number
  /** Of all, the most frequent first. */
  readonly kinds: readonly (readonly [kind: TypedKind, count: number])[]
  /** Of those of the kind that is asked for. */
  readonly units: readonly (readonly [unit: string, count: number])[]
}

/** One quantity with a little text on each side. */
export interface QuantityRow {
  readonly typed: Typed
  readonly context: readonly [before: string, printed: string, after: string]
  /** Raw offset, to go there. */
  readonly at: number
}

interface Entry {
  readonly block: Block
  readonly text: string
  readonly typed: Typed
}

const AROUND = 16
const MOST_UNITS = 60
/** The worker answers others in between. */
const SLICE_MS = 16

/** The quantities of the open book. What was read of a block holds until the block changes. */
export class Quantities {
  readonly #known = new WeakMap<Block, readonly Entry[]>()
  #all: readonly Entry[] = []
  #of: Document | null = null
  #matching: readonly Entry[] = []
  #call = 0

  /** Ends what is under way; its caller gets null. */
  cancel(): void {
    this.#call++
  }

  /**
   * Reads what has changed, counts and selects. `document` is asked anew after each pause. Null: another call came, or it
   * was cancelled.
   */
  async select(document: () => Document, query: QuantityQuery): Promise<QuantitySummary | null> {
    const call = ++this.#call
    const pause = async (): Promise<boolean> => {
      await nextTask()
      return call === this.#call
    }
    let doc = document()
    while (this.#of !== doc) {
      const all = await this.#read(doc, pause)
      if (!all) return null
      this.#all = all
      this.#of = doc
      doc = document()
    }
    this.#matching = this.#all.filter(matcher(query))
    return {
      seq: doc.seq,
      total: this.#all.length,
      matching: this.#matching.length,
      kinds: counted(this.#all.map((e) => e.typed.kind)),
      units: counted(
        this.#all.flatMap(({ typed }) => {
          const unit = query.kind === null || typed.kind === query.kind ? unitOf(typed) : null
          return unit === null ? [] : [unit]
        }),
      ).slice(0, MOST_UNITS),
    }
  }

  /** Of those last selected, in reading order. */
  rows(doc: Document, from: number, to: number): QuantityRow[] {
    return this.#matching.slice(from, to).map(({ block, text, typed }) => ({
      typed,
      context: [
        text.slice(Math.max(0, typed.from - AROUND), typed.from),
        text.slice(typed.from, typed.to),
        text.slice(typed.to, typed.to + AROUND),
      ],
      at: rawSpans(segments(doc.raw, block), typed.from, typed.to)[0]?.from ?? block.spans[0].from,
    }))
  }

  async #read(doc: Document, pause: () => Promise<boolean>): Promise<Entry[] | null> {
    const all: Entry[] = []
    let started = performance.now()
    for (const block of blocksOf(doc)) {
      if (block.role === 'furniture') continue
      let entries = this.#known.get(block)
      if (!entries) {
        const text = correctedText(doc.raw, block)
        entries = readTyped(text).map((typed) => ({ block, text, typed }))
        this.#known.set(block, entries)
      }
      for (const entry of entries) all.push(entry)
      if (performance.now() - started < SLICE_MS) continue
      if (!(await pause())) return null
      started = performance.now()
    }
    return all
  }
}

export function unitOf(typed: Typed): string | null {
  return 'unit' in typed && typed.unit !== '' ? typed.unit : null
}

function matcher({ kind, unit, text }: QuantityQuery): (entry: Entry) => boolean {
  return (entry) => {
    const { typed } = entry
    if (kind !== null && typed.kind !== kind) return false
    if (unit !== null && unitOf(typed) !== unit) return false
    return text === '' || entry.text.slice(Math.max(0, typed.from - AROUND), typed.to + AROUND).includes(text)
  }
}

function counted<T>(items: readonly T[]): (readonly [T, number])[] {
  const counts = new Map<T, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}
