import { readTyped } from '../figures/typed/read-typed.ts'
import type { Typed } from '../figures/typed/typed.ts'
import { rawSpans } from '../structure/raw-spans.ts'
import { segments } from '../structure/segments.ts'
import type { SectionNode, Tree } from '../structure/tree.ts'
import type { Exportable } from './exporter.ts'
import { places, type Place, type SourceSpan } from './place.ts'
import type { Placed } from './placed.ts'

/** A value without its place in the text of a block. */
type Value<T> = T extends Typed ? Omit<T, 'from' | 'to'> : never

/** Everything number-like: what it is, and where it stands both ways. */
export type FigureRecord = Value<Typed> & {
  /** As corrected. */
  readonly text: string
  /** JSON Pointer to the string of this export that holds it, and UTF-16 offsets in that string. */
  readonly in: string
  readonly from: number
  readonly to: number
  readonly source: readonly SourceSpan[]
  readonly place: Place
}

/** All quantities of the titles, headings, paragraphs and captions of a book, in the order of its tree. */
export function figures(book: Exportable, { categories }: Pick<Tree<Placed>, 'categories'>): FigureRecord[] {
  const place = book.sources.map(places)
  const out: FigureRecord[] = []
  const add = (placed: Placed | null, pointer: string): void => {
    if (placed) for (const record of recordsOf(book, placed, pointer, place[placed.source]!)) out.push(record)
  }
  const section = (node: SectionNode<Placed>, at: string): void => {
    add(node.heading, `${at}/title`)
    for (const [e, { title, paragraphs, captions }] of node.entries.entries()) {
      const entry = `${at}/entries/${String(e)}`
      add(title, `${entry}/title`)
      paragraphs.forEach((p, i) => add(p, `${entry}/paragraphs/${String(i)}`))
      captions.forEach(({ caption }, i) => add(caption, `${entry}/captions/${String(i)}/text`))
    }
    node.sections.forEach((inner, i) => section(inner, `${at}/sections/${String(i)}`))
  }
  for (const [c, { title, sections }] of categories.entries()) {
    add(title, `/categories/${String(c)}/title`)
    sections.forEach((s, i) => section(s, `/categories/${String(c)}/sections/${String(i)}`))
  }
  return out
}

function* recordsOf(
  book: Exportable,
  { source, block, text }: Placed,
  pointer: string,
  place: (at: number) => Place,
): Generator<FigureRecord> {
  const found = readTyped(text)
  if (found.length === 0) return
  const walked = segments(book.sources[source]!.raw, block)
  for (const { from, to, ...value } of found) {
    const spans = rawSpans(walked, from, to)
    const { kind, ...rest } = value
    yield {
      kind,
      text: text.slice(from, to),
      ...rest,
      in: pointer,
      from,
      to,
      source: spans.map((s) => ({ source, from: s.from, to: s.to })),
      place: place(spans[0]?.from ?? block.spans[0].from),
    } as FigureRecord
  }
}
