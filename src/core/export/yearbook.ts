import type { CaptionNode, CategoryNode, EntryNode, SectionNode } from '../structure/tree.ts'
import type { Exportable, ExportOptions } from './exporter.ts'
import { corrections, type CorrectionRecord } from './correction-records.ts'
import { figures, type FigureRecord } from './figure-records.ts'
import { findings, type FindingRecord } from './finding-records.ts'
import type { SourceSpan } from './place.ts'
import { bookTree, lineOf, namesOf, type Placed } from './placed.ts'
import { yearbookTitle } from './running-head.ts'

/** Each optional key `source` says where the strings beside it stand, under the same names and in the same order. */
export interface YearbookCaption {
  readonly text: string
  readonly credit: string | null
  readonly source?: { readonly text: readonly SourceSpan[]; readonly credit: readonly SourceSpan[] }
}

export interface YearbookEntry {
  readonly title: string | null
  readonly paragraphs: readonly string[]
  readonly captions: readonly YearbookCaption[]
  readonly contributors: readonly string[]
  readonly source?: {
    readonly title: readonly SourceSpan[]
    readonly paragraphs: readonly (readonly SourceSpan[])[]
    readonly contributors: readonly SourceSpan[]
  }
}

export interface YearbookSection {
  readonly title: string | null
  readonly entries: readonly YearbookEntry[]
  readonly contributors: readonly string[]
  readonly sections: readonly YearbookSection[]
  readonly source?: { readonly title: readonly SourceSpan[]; readonly contributors: readonly SourceSpan[] }
}

export interface YearbookCategory {
  readonly title: string | null
  readonly titleEn: string | null
  readonly sections: readonly YearbookSection[]
  readonly source?: { readonly title: readonly SourceSpan[]; readonly titleEn: readonly SourceSpan[] }
}

/** What goes out: format `jiaokan.yearbook`, version 1. The order of the keys is part of the format. */
export interface Yearbook {
  readonly format: 'jiaokan.yearbook'
  readonly version: 1
  readonly sources: readonly {
    readonly name: string
    readonly sha256: string
    readonly encoding: string
    /** Unicode characters of the raw text, line ends counted once. */
    readonly characters: number
  }[]
  readonly yearbook: string | null
  readonly categories: readonly YearbookCategory[]
  readonly furniture: readonly string[]
  readonly figures?: readonly FigureRecord[]
  readonly findings?: readonly FindingRecord[]
  readonly corrections?: readonly CorrectionRecord[]
}

/** The book as one value, ready for JSON.stringify. Equal input gives equal keys in equal order. */
export function yearbook(book: Exportable, options: ExportOptions): Yearbook {
  const tree = bookTree(book)
  const { categories, furniture } = tree
  const write = writer(options.spans === true)
  return {
    format: 'jiaokan.yearbook',
    version: 1,
    sources: book.sources.map(({ name, encoding, raw }) => ({
      name,
      sha256: raw.sha256,
      encoding,
      characters: characters(raw.text),
    })),
    yearbook: yearbookTitle(furniture.map((f) => f.text)),
    categories: categories.map(write.category),
    furniture: [...new Set(furniture.map((f) => f.text))],
    ...(options.figures ? { figures: figures(book, tree) } : {}),
    ...(options.findings ? { findings: findings(book, options.messages) } : {}),
    ...(options.corrections ? { corrections: corrections(book, options.messages) } : {}),
  }
}

function writer(spans: boolean): { category: (c: CategoryNode<Placed>) => YearbookCategory } {
  function caption({ caption, credits }: CaptionNode<Placed>): YearbookCaption {
    return {
      text: caption?.text ?? '',
      credit: lineOf(credits),
      ...(spans ? { source: { text: spansOf(caption), credit: credits.flatMap(spansOf) } } : {}),
    }
  }
  function entry({ title, paragraphs, captions, contributors }: EntryNode<Placed>): YearbookEntry {
    return {
      title: title?.text ?? null,
      paragraphs: paragraphs.map((p) => p.text),
      captions: captions.map(caption),
      contributors: namesOf(contributors),
      ...(spans
        ? {
            source: {
              title: spansOf(title),
              paragraphs: paragraphs.map(spansOf),
              contributors: contributors.flatMap(spansOf),
            },
          }
        : {}),
    }
  }
  function section({ heading, entries, contributors, sections }: SectionNode<Placed>): YearbookSection {
    return {
      title: heading?.text ?? null,
      entries: entries.map(entry),
      contributors: namesOf(contributors),
      sections: sections.map(section),
      ...(spans ? { source: { title: spansOf(heading), contributors: contributors.flatMap(spansOf) } } : {}),
    }
  }
  function category({ title, english, sections }: CategoryNode<Placed>): YearbookCategory {
    return {
      title: title?.text ?? null,
      titleEn: lineOf(english),
      sections: sections.map(section),
      ...(spans ? { source: { title: spansOf(title), titleEn: english.flatMap(spansOf) } } : {}),
    }
  }
  return { category }
}

function spansOf(placed: Placed | null): SourceSpan[] {
  if (!placed) return []
  return placed.block.spans.map(({ from, to }) => ({ source: placed.source, from, to }))
}

function characters(text: string): number {
  let n = text.length
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at)
    // The second half of a pair.
    if (c >= 0xdc00 && c <= 0xdfff) n--
  }
  return n
}
