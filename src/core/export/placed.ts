import type { Block } from '../structure/block.ts'
import { correctedText } from '../structure/segments.ts'
import { tree, type Tree, type TreeBlock } from '../structure/tree.ts'
import type { Exportable } from './exporter.ts'

/** A block with the source that it comes from and its text as corrected, made once. */
export interface Placed extends TreeBlock {
  /** Index into the sources of the book. */
  readonly source: number
  readonly block: Block
  readonly text: string
}

/**
 * The book's tree over all its sources, in order. A block of which nothing is left is left out: a line that
 * was printed twice, a bracket that stood alone.
 */
export function bookTree(book: Exportable): Tree<Placed> {
  return tree(placed(book))
}

function* placed(book: Exportable): Generator<Placed> {
  for (const [source, { raw, blocks }] of book.sources.entries()) {
    for (const block of blocks) {
      const text = correctedText(raw, block)
      const { role, level } = block
      if (text !== '') yield { source, block, text, role, ...(level === undefined ? {} : { level }) }
    }
  }
}

/** `陆珊 何静` → two names. */
export function namesOf(contributors: readonly Placed[]): string[] {
  return contributors.flatMap((c) => c.text.split(/\s+/u)).filter((name) => name !== '')
}

/** Several blocks that are one line in print: an English title in two pieces, two credits. Null where there is none. */
export function lineOf(blocks: readonly Placed[]): string | null {
  return blocks.length === 0 ? null : blocks.map((b) => b.text).join(' ')
}
