import type { VListHandle } from 'virtua/svelte'
import type { BlockId } from '../../../core/corrections/correction.ts'
import type { Document } from '../../../core/document/document.ts'
import { blockText } from '../../session/block-text.ts'
import { type Row, rowOf } from './rows.ts'
import { rectAt } from './text-place.ts'

/** What the structure pane is made of at the moment. */
export interface Laid {
  readonly doc: Document
  readonly rows: readonly Row[]
}

/** Heights of the structure pane in the words of blocks and their corrected text. All heights are of the pane. */
export class StructureView {
  readonly scroller: HTMLElement
  readonly #list: VListHandle
  readonly #laid: () => Laid
  /** The elements of the blocks that are drawn. */
  readonly #elements: ReadonlyMap<BlockId, HTMLElement>

  constructor(
    scroller: HTMLElement,
    list: VListHandle,
    elements: ReadonlyMap<BlockId, HTMLElement>,
    laid: () => Laid,
  ) {
    this.scroller = scroller
    this.#list = list
    this.#elements = elements
    this.#laid = laid
  }

  get height(): number {
    return this.scroller.clientHeight
  }

  /** Is the block on the page, drawn or not? Furniture may be left out. */
  has(block: BlockId): boolean {
    const { doc, rows } = this.#laid()
    return rowOf(doc, rows, block) !== null
  }

  /** The block at a height of the pane, and about which character of it. */
  placeAt(y: number): { readonly block: BlockId; readonly clean: number } | null {
    const { doc, rows } = this.#laid()
    const offset = this.#list.getScrollOffset() + y
    const i = this.#list.findItemIndex(offset)
    const row = rows[i]
    if (!row) return null
    const size = this.#list.getItemSize(i)
    const share = size > 0 ? Math.min(1, Math.max(0, (offset - this.#list.getItemOffset(i)) / size)) : 0
    let left = share * row.blocks.reduce((sum, id) => sum + lengthOf(doc, id), 0)
    for (const id of row.blocks) {
      const length = lengthOf(doc, id)
      if (left <= length) return { block: id, clean: Math.round(left) }
      left -= length
    }
    return { block: row.key, clean: 0 }
  }

  /** Where a place stands: exact for what is drawn, else by the share of the row's text before it. */
  heightOf(block: BlockId, clean: number): { readonly top: number; readonly bottom: number } | null {
    const element = this.#elements.get(block)
    const rect = element?.isConnected ? rectAt(element, clean) : null
    if (rect) {
      const top = rect.top - this.scroller.getBoundingClientRect().top
      return { top, bottom: top + rect.height }
    }
    const { doc, rows } = this.#laid()
    const i = rowOf(doc, rows, block)
    const row = i === null ? undefined : rows[i]
    if (i === null || !row) return null
    const before = row.blocks
      .slice(0, row.blocks.indexOf(block))
      .reduce((sum, id) => sum + lengthOf(doc, id), 0)
    const all = row.blocks.reduce((sum, id) => sum + lengthOf(doc, id), 0)
    const share = all > 0 ? (before + clean) / all : 0
    const top = this.#list.getItemOffset(i) - this.#list.getScrollOffset() + share * this.#list.getItemSize(i)
    return { top, bottom: top + 24 }
  }

  /** The blocks that are drawn, with where they stand. */
  *drawn(): Generator<{ readonly block: BlockId; readonly top: number; readonly bottom: number }> {
    const { top: zero } = this.scroller.getBoundingClientRect()
    for (const [block, element] of this.#elements) {
      const { top, bottom } = element.getBoundingClientRect()
      if (bottom - zero > 0 && top - zero < this.height)
        yield { block, top: top - zero, bottom: bottom - zero }
    }
  }

  scrollBy(pixels: number): void {
    this.scroller.scrollTop += pixels
  }

  /** Brings a place to a height of the pane. False where it is not on the page. */
  bring(block: BlockId, clean: number, y: number): boolean {
    const element = this.#elements.get(block)
    if (element?.isConnected) {
      const now = this.heightOf(block, clean)
      if (now) this.scrollBy(now.top - y)
      return true
    }
    const { doc, rows } = this.#laid()
    const i = rowOf(doc, rows, block)
    if (i !== null) this.#list.scrollToIndex(i, { align: 'start', offset: -y })
    return i !== null
  }
}

function lengthOf(doc: Document, id: BlockId): number {
  const block = doc.blocks.get(id)
  // A row has a height even where its text is empty.
  return Math.max(1, block ? blockText(doc.raw, block).text.length : 0)
}
