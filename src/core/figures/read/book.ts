import { tree, type SectionNode } from '../../structure/tree.ts'
import type { ScannedBlock } from './scanned.ts'

/** An entry with what stands above it: figures are compared inside a category, and closer inside a section. */
export interface FigureEntry {
  readonly title: ScannedBlock | null
  /** Paragraphs, list items and table rows in order. */
  readonly body: readonly ScannedBlock[]
  /** Its section's heading; null where it has none. */
  readonly heading: string | null
  /** Number of its section and of its category in the book. */
  readonly section: number
  readonly category: number
}

/** The entries of a book in reading order. */
export interface FigureBook {
  readonly entries: readonly FigureEntry[]
}

/** The book that blocks in reading order spell. Captions, signatures and running heads hold nothing to compare. */
export function figureBook(blocks: Iterable<ScannedBlock>): FigureBook {
  const entries: FigureEntry[] = []
  let sections = 0
  const visit = (section: SectionNode<ScannedBlock>, category: number): void => {
    const number = sections++
    for (const { title, paragraphs } of section.entries)
      entries.push({
        title,
        body: paragraphs,
        heading: section.heading?.text ?? null,
        section: number,
        category,
      })
    for (const inner of section.sections) visit(inner, category)
  }
  for (const [category, { sections: outer }] of tree(blocks).categories.entries())
    for (const section of outer) visit(section, category)
  return { entries }
}
