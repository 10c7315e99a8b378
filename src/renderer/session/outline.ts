import type { BlockId } from '../../core/corrections/correction.ts'
import { blocksOf, type Document } from '../../core/document/document.ts'
import type { Block } from '../../core/structure/block.ts'
import {
  type CaptionNode,
  type CategoryNode,
  type EntryNode,
  type SectionNode,
  tree,
} from '../../core/structure/tree.ts'
import { blockText } from './block-text.ts'

export interface OutlineNode {
  readonly kind: 'category' | 'section' | 'entry'
  /** 0 for a category, more for what is in it. */
  readonly depth: number
  /** Null for text that stands before the first title. */
  readonly title: BlockId | null
  /** The first block of it in reading order. */
  readonly first: BlockId
  /** Its own blocks, without those of the nodes in it. */
  readonly blocks: readonly BlockId[]
  /** Index of the node it is in, or -1. */
  readonly parent: number
  /** Index past the last node in it. */
  end: number
}

export interface Outline {
  readonly nodes: readonly OutlineNode[]
  /** Index of the node that a block belongs to. Furniture belongs to none. */
  readonly nodeOf: ReadonlyMap<BlockId, number>
  readonly entries: number
}

/** Category, section, entry as one flat list: what the outline shows, counts and goes through. */
export function outline(doc: Document): Outline {
  const making = outlining(doc)
  for (;;) {
    const { done, value } = making.next()
    if (done === true) return value
  }
}

/** The same with a rest now and then: in a long book it would be a task that is felt. */
export function* outlining(doc: Document): Generator<undefined, Outline> {
  const flat = new Flat()
  const { categories } = tree(blocksOf(doc))
  yield
  for (const category of categories) {
    flat.category(category)
    yield
  }
  return flat.result()
}

class Flat {
  private readonly nodes: OutlineNode[] = []
  private readonly nodeOf = new Map<BlockId, number>()

  category({ title, english, sections }: CategoryNode<Block>): void {
    this.open('category', 0, title, [...(title ? [title] : []), ...english], -1, (self) => {
      for (const s of sections) this.section(s, 1, self)
    })
  }

  result(): Outline {
    return {
      nodes: this.nodes,
      nodeOf: this.nodeOf,
      entries: this.nodes.reduce((sum, n) => sum + Number(n.kind === 'entry'), 0),
    }
  }

  private section(
    { heading, entries, contributors, sections }: SectionNode<Block>,
    depth: number,
    parent: number,
  ): void {
    this.open('section', depth, heading, [...(heading ? [heading] : []), ...contributors], parent, (self) => {
      for (const e of entries) this.entry(e, depth + 1, self)
      for (const s of sections) this.section(s, depth + 1, self)
    })
  }

  private entry(
    { title, paragraphs, captions, contributors }: EntryNode<Block>,
    depth: number,
    parent: number,
  ): void {
    const photos = captions.flatMap(({ caption, credits }: CaptionNode<Block>) => [
      ...(caption ? [caption] : []),
      ...credits,
    ])
    const own = [...(title ? [title] : []), ...paragraphs, ...photos, ...contributors]
    this.open('entry', depth, title, own, parent, () => undefined)
  }

  /** A node without any block of its own is left out; what is in it goes to the one around it. */
  private open(
    kind: OutlineNode['kind'],
    depth: number,
    title: Block | null,
    own: readonly Block[],
    parent: number,
    fill: (self: number) => void,
  ): void {
    const first = own[0]
    if (!first) {
      fill(parent)
      return
    }
    const index = this.nodes.length
    const node: OutlineNode = {
      kind,
      depth,
      title: title?.id ?? null,
      first: first.id,
      blocks: own.map((b) => b.id),
      parent,
      end: index + 1,
    }
    this.nodes.push(node)
    for (const b of own) this.nodeOf.set(b.id, index)
    fill(index)
    node.end = this.nodes.length
  }
}

/** What an outline line reads: the title, or the first words of text that has none. */
export function lineOf(
  doc: Document,
  node: OutlineNode,
): { readonly text: string; readonly isTitle: boolean } {
  const block = doc.blocks.get(node.title ?? node.first)
  const text = block ? blockText(doc.raw, block).text : ''
  return { text: node.title ? text : text.slice(0, 16), isTitle: node.title !== null }
}
