import type { BlockId } from '../../../core/corrections/correction.ts'
import { blockAt } from '../../../core/document/document.ts'
import { ASIDE, type Block } from '../../../core/structure/block.ts'
import { isBlank } from '../../../core/text/characters.ts'
import { cleanOffset, rawOffset } from '../../../core/text/offset.ts'
import type { Ribbon } from '../../panes/links/ribbon.ts'
import type { RawView } from '../../panes/raw/raw-view.ts'
import type { StructureView } from '../../panes/structure/structure-view.ts'
import { blockText } from '../../session/block-text.ts'
import type { BookSession } from '../../session/book-session.svelte.ts'
import type { Cursor, Reveal } from '../../session/cursor.svelte.ts'
import { readingOrder } from '../../session/reading-order.ts'
import { Anchor } from './anchor.ts'

type Pane = 'raw' | 'structure'

/** Where a place is brought to that was off the page. */
const COMFORT = 0.38
/** More than this share of the pane between two frames is no reading any more; it is over after so many milliseconds. */
const HASTE = 0.5
const REST = 90
/** So many frames a jump may take to arrive, since heights far away are estimated. */
const PATIENCE = 12

/**
 * Keeps the two panes in step: the one that the editor scrolls leads, the other one follows by content. Drawn once a
 * frame at most, ribbons included.
 */
export class InStep {
  ribbons: readonly Ribbon[] = $state.raw([])
  #raw: RawView | null = null
  #structure: StructureView | null = null
  #leader: Pane = 'structure'
  #frame = 0
  #fling: ReturnType<typeof setTimeout> | undefined
  #isDirty = { align: false, links: false }
  #going: { readonly reveal: Reveal; left: number } | null = null
  readonly #anchor = new Anchor(COMFORT)
  readonly #session: BookSession
  readonly #cursor: Cursor

  constructor(session: BookSession, cursor: Cursor) {
    this.#session = session
    this.#cursor = cursor
  }

  set raw(view: RawView | null) {
    this.#raw = view
    this.#ask(true)
  }

  set structure(view: StructureView | null) {
    this.#structure = view
    this.#ask(true)
  }

  /** The editor's hand is on this pane: a wheel, a pointer. */
  lead(pane: Pane): void {
    this.#leader = pane
    this.#going = null
  }

  /** This pane has the focus. A book gives it away by itself when it opens, which must not end its way to a place. */
  focused(pane: Pane): void {
    if (!this.#going) this.#leader = pane
  }

  scrolled(pane: Pane): void {
    const view = this.#view(pane)
    if (pane !== this.#leader || !view || this.#going) {
      this.#ask(false)
      return
    }
    const moved = this.#anchor.scrolled(view.scroller)
    clearTimeout(this.#fling)
    // Nobody reads what flies past: the other pane waits until it can be read again.
    if (moved > HASTE) this.#fling = setTimeout(() => this.#ask(true), REST)
    this.#ask(moved <= HASTE)
  }

  /** Heights have changed: what was in step may not be any more. */
  measured(): void {
    this.#ask(true)
  }

  /** Something else is drawn: only the ribbons are another. They hang on what is given. */
  redraw(..._drawn: readonly unknown[]): void {
    this.#ask(false)
  }

  /** Brings a place into view in both panes, at the same height. */
  reveal(reveal: Reveal): void {
    this.#going = { reveal, left: PATIENCE }
    this.#leader = reveal.source === 'raw' ? 'raw' : 'structure'
    this.#ask(true)
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame)
    clearTimeout(this.#fling)
  }

  #view(pane: Pane): RawView | StructureView | null {
    return pane === 'raw' ? this.#raw : this.#structure
  }

  #ask(align: boolean): void {
    this.#isDirty.links = true
    this.#isDirty.align ||= align
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#draw())
  }

  #draw(): void {
    this.#frame = 0
    if (!this.#raw || !this.#structure) return
    const { align } = this.#isDirty
    this.#isDirty = { align: false, links: false }
    if (this.#going) this.#go(this.#raw, this.#structure)
    else if (align) {
      this.#align(this.#raw, this.#structure)
      this.#notice(this.#structure)
    }
    this.ribbons = this.#links(this.#raw, this.#structure)
  }

  /** One frame on the way to a place. */
  #go(raw: RawView, structure: StructureView): void {
    const going = this.#going
    if (!going) return
    const { place, source } = going.reveal
    let y: number
    if (source === 'raw') {
      y = raw.heightOf(place.raw).top
      structure.bring(place.block, place.clean, y)
    } else {
      const now = structure.heightOf(place.block, place.clean)
      const isAtEase =
        now !== null && now.top > 0.08 * structure.height && now.bottom < 0.8 * structure.height
      y = isAtEase ? now.top : COMFORT * structure.height
      // Furniture is not on the page: then the raw pane alone goes there.
      if (!isAtEase) structure.bring(place.block, place.clean, y)
      raw.bring(place.raw, y)
    }
    this.#anchor.set(y / Math.max(1, this.#view(this.#leader)?.height ?? 1))
    const there = structure.heightOf(place.block, place.clean)
    const isThere =
      Math.abs(raw.heightOf(place.raw).top - y) < 2 && (there === null || Math.abs(there.top - y) < 2)
    if (isThere || --going.left <= 0) this.#going = null
    else this.#ask(true)
  }

  /** What is read now, where the editor has scrolled away from the place. */
  #notice(structure: StructureView): void {
    const { place } = this.#cursor
    const there = place && structure.heightOf(place.block, place.clean)
    const isInView = there && there.bottom > 0 && there.top < structure.height
    this.#cursor.away = isInView
      ? null
      : (structure.placeAt(this.#anchor.share * structure.height)?.block ?? null)
  }

  #align(raw: RawView, structure: StructureView): void {
    if (this.#leader === 'raw') {
      const at = this.#steadyInRaw(raw.offsetAt(this.#anchor.share * raw.height))
      if (at) structure.bring(at.block, at.clean, this.#anchor.share * structure.height)
    } else {
      const at = structure.placeAt(this.#anchor.share * structure.height)
      const steady = at && this.#steadyInText(at.block, at.clean)
      if (steady !== null) raw.bring(steady, this.#anchor.share * raw.height)
    }
  }

  /** A raw offset as a place of running text: for what stands aside, where the text before it ends. */
  #steadyInRaw(raw: number): { readonly block: BlockId; readonly clean: number } | null {
    const { doc } = this.#session
    for (let at = raw; at >= 0;) {
      const block = blockAt(doc, rawOffset(Math.min(at, doc.raw.text.length - 1)))
      if (!block) return null
      if (!ASIDE.has(block.role)) {
        const { mapping } = blockText(doc.raw, block)
        return { block: block.id, clean: mapping.toClean(rawOffset(at), 1) ?? 0 }
      }
      at = (block.spans.find((s) => s.from <= at && at < s.to)?.from ?? 0) - 1
    }
    return null
  }

  /** A place of the page as a raw offset, past what stands aside. */
  #steadyInText(id: BlockId, clean: number): number | null {
    const { doc } = this.#session
    let block = doc.blocks.get(id)
    if (!block) return null
    if (!ASIDE.has(block.role)) return blockText(doc.raw, block).mapping.toRaw(cleanOffset(clean), 1).at
    for (let i = (readingOrder(doc).get(id) ?? 0) - 1; i >= 0; i--) {
      block = doc.blocks.get(doc.order[i] ?? id)
      if (block && !ASIDE.has(block.role)) return block.spans.at(-1)?.to ?? null
    }
    return 0
  }

  #links(raw: RawView, structure: StructureView): Ribbon[] {
    const { doc } = this.#session
    const out: Ribbon[] = []
    const near = (y: { readonly top: number; readonly bottom: number }, height: number): boolean =>
      y.bottom > -40 && y.top < height + 40
    for (const { block: id, top, bottom } of structure.drawn()) {
      const block = doc.blocks.get(id)
      if (!block) continue
      const parts = partsOf(doc.raw.text, block)
      for (const [i, part] of parts.entries()) {
        const from = raw.heightOf(part.from).top
        const stretch = { top: from, bottom: Math.max(from + 2, raw.heightOf(part.to - 1).bottom) }
        const text =
          parts.length === 1
            ? { top, bottom }
            : {
                top: i === 0 ? top : (structure.heightOf(id, part.clean)?.top ?? top),
                bottom: structure.heightOf(id, part.cleanEnd)?.bottom ?? bottom,
              }
        if (!near(stretch, raw.height) || !near(text, structure.height)) continue
        out.push({
          key: `${id} ${part.from}`,
          raw: clamp(stretch, raw.height),
          text: clamp(text, structure.height),
          isCurrent: id === this.#cursor.place?.block || id === this.#cursor.hovered,
          isMoved: part.isMoved,
        })
      }
    }
    return out
    function partsOf(text: string, block: Block): Part[] {
      const { mapping } = blockText(doc.raw, block)
      return block.spans.flatMap(({ from, to, moved }) => {
        let lo: number = from
        let hi: number = to
        while (lo < hi && isBlank(text.charCodeAt(lo))) lo++
        while (hi > lo && isBlank(text.charCodeAt(hi - 1))) hi--
        if (lo === hi) return []
        const clean = mapping.toClean(rawOffset(lo), 1) ?? 0
        const cleanEnd = Math.max(clean, (mapping.toClean(rawOffset(hi), -1) ?? clean) - 1)
        return [{ from: lo, to: hi, clean, cleanEnd, isMoved: moved !== undefined }]
      })
    }
  }
}

interface Part {
  readonly from: number
  readonly to: number
  readonly clean: number
  readonly cleanEnd: number
  readonly isMoved: boolean
}

function clamp(
  y: { readonly top: number; readonly bottom: number },
  height: number,
): { top: number; bottom: number } {
  return { top: Math.max(-40, y.top), bottom: Math.min(height + 40, y.bottom) }
}
