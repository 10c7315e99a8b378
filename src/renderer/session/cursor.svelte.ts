import { createContext } from 'svelte'
import type { BlockId } from '../../core/corrections/correction.ts'
import type { CorrectionId } from '../../core/corrections/edit.ts'
import type { CleanOffset, Span } from '../../core/text/offset.ts'
import type { BookSession } from './book-session.svelte.ts'
import type { Finding } from './findings.ts'
import { type Place, placeAgain, placeInRaw, placeInText } from './place.ts'
import { placeInBlock, readingOrder } from './reading-order.ts'

/** Which pane a place was pointed out in: the other one comes to it. `keys`: both do. */
export type Source = 'raw' | 'structure' | 'keys'

/** A stretch of one block's corrected text. */
export interface Selection {
  readonly block: BlockId
  readonly span: Span<CleanOffset>
}

/** Says that a place is to be brought into view. A new object each time, so that the same place can be asked for twice. */
export interface Reveal {
  readonly place: Place
  readonly source: Source
}

/** A block that is being typed anew. */
export interface Editing {
  readonly block: BlockId
  /** What is selected when the place for typing opens, in corrected text. */
  readonly from: number
  readonly to: number
  /** What is typed so far, where it is not the block's own text. */
  readonly text?: string
}

/** Where the editor is in a book: the place, the finding, what is selected, what is pointed at. */
export class Cursor {
  place: Place | null = $state.raw(null)
  selection: Selection | null = $state.raw(null)
  hovered: BlockId | null = $state.raw(null)
  /** The block that is being read, where the editor has scrolled away from the place. */
  away: BlockId | null = $state(null)
  reveal: Reveal | null = $state.raw(null)
  editing: Editing | null = $state.raw(null)
  /** What was looked for and found, in the raw text. */
  found: Span | null = $state.raw(null)
  /** A correction that the pointer is on. */
  peeked: CorrectionId | null = $state(null)
  #findingId: string | null = $state(null)
  readonly #session: BookSession

  constructor(session: BookSession) {
    this.#session = session
  }

  /** The finding in hand. */
  readonly finding: Finding | null = $derived.by(() =>
    this.#findingId === null ? null : this.#session.finding(this.#findingId),
  )
  /** Its number among those that wait, from 1; 0 for none. */
  readonly number: number = $derived.by(() =>
    this.finding ? this.#session.findings.indexOf(this.finding) + 1 : 0,
  )
  /** The outline node that is being read, or -1. */
  readonly node: number = $derived.by(() => {
    const block = this.away ?? this.place?.block
    if (block === undefined) return -1
    return this.#session.outline.nodeOf.get(block) ?? this.#nodeBefore(block)
  })

  /** Goes to a place. A finding that it lies on is taken in hand. */
  go(place: Place, source: Source): void {
    this.place = place
    this.away = null
    this.selection = null
    this.#findingId = this.#findingAt(place)?.id ?? null
    this.reveal = { place, source }
  }

  goRaw(at: number, source: Source = 'keys'): void {
    const place = placeInRaw(this.#session.doc, at)
    if (place) this.go(place, source)
  }

  goText(block: BlockId, clean: number, source: Source = 'keys'): void {
    const place = placeInText(this.#session.doc, block, clean)
    if (place) this.go(place, source)
  }

  take(finding: Finding, source: Source = 'keys'): void {
    const { doc } = this.#session
    const place = placeInRaw(doc, finding.span.from)
    if (!place) return
    this.away = null
    this.place = place.block === finding.block ? place : (placeInText(doc, finding.block, 0) ?? place)
    this.selection = null
    this.#findingId = finding.id
    this.reveal = { place: this.place, source }
  }

  /** The next or previous finding from here. False where there is none. */
  step(by: 1 | -1): boolean {
    const { findings } = this.#session
    const isInHand = this.number > 0 && this.away === null
    const found = isInHand ? findings[this.number - 1 + by] : this.#from(by)
    if (!found) return false
    this.take(found)
    return true
  }

  /** The next or previous entry. */
  stepEntry(by: 1 | -1): boolean {
    const { outline } = this.#session
    for (let i = this.node + by; i >= 0 && i < outline.nodes.length; i += by) {
      const node = outline.nodes[i]
      if (node?.kind !== 'entry') continue
      this.goText(node.first, 0)
      return true
    }
    return false
  }

  /**
   * Does something that settles the finding in hand, and goes on to the one after it: where the editor was reading is where
   * the next decision waits. Nothing moves where it was refused.
   */
  settle(act: () => boolean): boolean {
    const { number } = this
    const after = this.#session.findings[number] ?? this.#session.findings[0]
    if (!act()) return false
    const next = (after && this.#session.finding(after.id)) ?? this.#session.findings[Math.max(0, number - 1)]
    if (next) this.take(next)
    else this.refresh()
    return true
  }

  /** After the document has changed: the same place in it, as far as there is one. */
  refresh(): void {
    if (this.place) this.place = placeAgain(this.#session.doc, this.place)
    this.selection = null
    // What has come up where the editor is, is in hand: a question that was opened again, one about what was just typed.
    if (!this.finding) this.#findingId = (this.place && this.#findingAt(this.place)?.id) ?? null
  }

  #findingAt(place: Place): Finding | undefined {
    return this.#session.findings.find(
      ({ span, block }) => block === place.block && span.from <= place.raw && place.raw <= span.to,
    )
  }

  /** The first finding past the place, in the direction. */
  #from(by: 1 | -1): Finding | undefined {
    const { doc, findings } = this.#session
    const here = this.away === null ? this.place : placeInText(doc, this.away, 0)
    if (!here) return by === 1 ? findings[0] : findings.at(-1)
    const order = readingOrder(doc)
    const rank = (block: BlockId, at: Place['raw']): number => {
      const found = doc.blocks.get(block)
      return (order.get(block) ?? 0) * 1e6 + (found ? placeInBlock(found, at) : 0)
    }
    const start = rank(here.block, here.raw)
    if (by === 1) return findings.find((f) => rank(f.block, f.span.from) > start)
    return findings.findLast((f) => rank(f.block, f.span.from) < start)
  }

  /** Furniture belongs to no node: then it is the one before it. */
  #nodeBefore(block: BlockId): number {
    const { doc, outline } = this.#session
    for (let i = (readingOrder(doc).get(block) ?? 0) - 1; i >= 0; i--) {
      const id = doc.order[i]
      const node = id === undefined ? undefined : outline.nodeOf.get(id)
      if (node !== undefined) return node
    }
    return outline.nodes.length > 0 ? 0 : -1
  }
}

export const [getCursor, setCursor] = createContext<Cursor>()
