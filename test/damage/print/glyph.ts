import type { Kind } from '../kinds.ts'

/** One character of print: what it is and what the extractor left of it. `raw` may hold spaces around it, or nothing. */
export interface Glyph {
  readonly char: string
  raw: string
  kind: Kind | null
}

export function glyphs(text: string): Glyph[] {
  return Array.from(text, (char) => ({ char, raw: char, kind: null }))
}

/** What is printed but no character of the text: the gap after a title. */
export function gap(raw: string): Glyph[] {
  return raw === '' ? [] : [{ char: '', raw, kind: null }]
}

export type RowRole =
  | 'category'
  | 'category-en'
  | 'heading'
  | 'title'
  | 'text'
  | 'list'
  | 'table'
  | 'contributor'
  | 'caption'
  | 'credit'
  | 'head'
  | 'note'
  | 'stray'

/** A row of print, in the order in which an extractor meets it. */
export interface Row {
  readonly role: RowRole
  readonly glyphs: Glyph[]
  /** Rows with one number are one run of text, filled to the width. */
  readonly block: number
  /** Index of the entry it belongs to, in the order of the book; -1: none. */
  readonly entry: number
  /** Half squares printed before it. */
  readonly indent: number
  /** Rows left blank above it. */
  readonly space: number
  starts: 'page' | 'column' | null
}

/** Half squares. */
export function widthOf(char: string): number {
  if (char === '') return 0
  const c = char.codePointAt(0)!
  if (char === '·' || char === '∶') return 2
  return c < 0x2000 ? 1 : 2
}
