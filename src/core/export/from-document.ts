import { blocksOf, type Document } from '../document/document.ts'
import type { Encoding } from '../text/encoding.ts'
import type { ExportSource } from './exporter.ts'

/**
 * A document under work as exporters see it. What it says depends on the decisions alone, never on the way they were
 * loaded: the tables' order of iteration means nothing, and exporters sort what they list.
 */
export function documentSource(
  { name, encoding }: { readonly name: string; readonly encoding: Encoding },
  doc: Document,
): ExportSource {
  return {
    name,
    encoding,
    raw: doc.raw,
    blocks: blocksOf(doc),
    corrections: [...doc.corrections.values()],
    suggestions: [...doc.suggestions.values()],
    pages: doc.pages,
  }
}

/** The name of an input without its last extension: what its exports are named after. */
export function stemOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(0, dot) : name
}
