/** Between places on the page and offsets of corrected text: each run of a block says in `data-at` where it begins. */

/** The text node and offset of a place in a block; null where the block shows no text. */
function nodeAt(block: Element, clean: number): { readonly node: Text; readonly offset: number } | null {
  let last: { node: Text; offset: number } | null = null
  for (const run of block.querySelectorAll<HTMLElement>('[data-at]')) {
    const node = run.firstChild
    if (!(node instanceof Text)) continue
    const from = Number(run.dataset['at'])
    if (from > clean) break
    last = { node, offset: Math.min(clean - from, node.data.length) }
  }
  return last
}

/** Where a place stands on the page: the character after it, or at the end of the text the one before. */
export function rectAt(block: Element, clean: number): DOMRect | null {
  const place = nodeAt(block, clean)
  if (!place) return null
  const { node, offset } = place
  const range = document.createRange()
  const isEnd = offset >= node.data.length
  range.setStart(node, isEnd ? Math.max(0, offset - 1) : offset)
  range.setEnd(node, isEnd ? offset : offset + 1)
  // Of a pair, or at a line's end, there may be two: the last one is where the text goes on.
  const rect = [...range.getClientRects()].at(-1)
  if (!rect) return null
  return isEnd
    ? new DOMRect(rect.right, rect.top, 0, rect.height)
    : new DOMRect(rect.left, rect.top, 0, rect.height)
}

/** A range of the page over a stretch of a block's text. */
export function rangeOver(block: Element, from: number, to: number): Range | null {
  const [start, end] = [nodeAt(block, from), nodeAt(block, to)]
  if (!start || !end) return null
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  return range
}

/** The block and offset of a place in the page's own words. */
export function placeOfNode(
  node: Node,
  offset: number,
): { readonly block: string; readonly clean: number } | null {
  const element = node instanceof Element ? node : node.parentElement
  const block = element?.closest<HTMLElement>('[data-block]')
  const id = block?.dataset['block']
  if (!block || id === undefined) return null
  const run = element?.closest<HTMLElement>('[data-at]')
  if (run && node instanceof Text) return { block: id, clean: Number(run.dataset['at']) + offset }
  // Beside the runs: before or behind all of them.
  const runs = [...block.querySelectorAll<HTMLElement>('[data-at]')]
  const last = runs.at(-1)
  const after = runs.find((r) => node.compareDocumentPosition(r) & Node.DOCUMENT_POSITION_FOLLOWING)
  if (after && node !== block) return { block: id, clean: Number(after.dataset['at']) }
  const end = last ? Number(last.dataset['at']) + last.textContent.length : 0
  return { block: id, clean: node === block && offset === 0 ? 0 : end }
}

/** The place under a point of the window. */
export function placeAtPoint(
  x: number,
  y: number,
): { readonly block: string; readonly clean: number } | null {
  const caret = document.caretPositionFromPoint(x, y)
  return caret ? placeOfNode(caret.offsetNode, caret.offset) : null
}
