import type { BlockId } from '../../../core/corrections/correction.ts'
import { cleanOffset } from '../../../core/text/offset.ts'
import { placeOfNode, rangeOver } from '../../panes/structure/text-place.ts'
import type { Cursor } from '../../session/cursor.svelte.ts'

/**
 * Moves the caret over the page with the arrow keys. The browser's own selection does the walking, since it alone knows
 * where lines end; on text that is not editable it shows no caret of its own.
 */
export class CaretKeys {
  readonly #cursor: Cursor
  readonly #page: () => HTMLElement | null

  constructor(cursor: Cursor, page: () => HTMLElement | null) {
    this.#cursor = cursor
    this.#page = page
  }

  move(by: 'forward' | 'backward', to: 'character' | 'line' | 'lineboundary', extend: boolean): void {
    const { place } = this.#cursor
    const selection = document.getSelection()
    const page = this.#page()
    const block = place && page?.querySelector(`[data-block="${CSS.escape(place.block)}"]`)
    if (!place || !selection || !page || !block) return
    if (!extend || selection.isCollapsed || !page.contains(selection.focusNode)) {
      const range = rangeOver(block, place.clean, place.clean)
      if (!range) return
      selection.setBaseAndExtent(
        range.startContainer,
        range.startOffset,
        range.startContainer,
        range.startOffset,
      )
    }
    selection.modify(extend ? 'extend' : 'move', by, to)
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
    const now = focusNode && page.contains(focusNode) ? placeOfNode(focusNode, focusOffset) : null
    if (!now) return
    this.#cursor.goText(now.block as BlockId, now.clean, 'structure')
    const anchor = extend && anchorNode ? placeOfNode(anchorNode, anchorOffset) : null
    if (anchor?.block !== now.block || anchor.clean === now.clean) return
    const [from, end] = [Math.min(anchor.clean, now.clean), Math.max(anchor.clean, now.clean)]
    this.#cursor.selection = {
      block: now.block as BlockId,
      span: { from: cleanOffset(from), to: cleanOffset(end) },
    }
  }
}
