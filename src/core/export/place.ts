import { partitionPoint } from '../order/partition-point.ts'
import type { Page } from '../structure/block.ts'
import { lineNumbers } from '../text/lines.ts'
import type { ExportSource } from './exporter.ts'

/** A place as an editor looks it up: in which source, on which printed page, in which line. */
export interface Place {
  /** Index into the sources. */
  readonly source: number
  /** The page's printed number, null where none was found. */
  readonly page: string | null
  /** Line of the raw text, from 1. */
  readonly line: number
}

/** Raw UTF-16 offsets in one of the sources, half-open. */
export interface SourceSpan {
  readonly source: number
  readonly from: number
  readonly to: number
}

/** Names places of one source; raw offset in, place out. Logarithmic in the number of lines. */
export function places(source: ExportSource, index: number): (at: number) => Place {
  const line = lineNumbers(source.raw.text)
  const pages = source.pages.map((page: Page) => page.from as number)
  return (at) => ({
    source: index,
    page: source.pages[partitionPoint(pages.length, (i) => pages[i]! <= at) - 1]?.printed ?? null,
    line: line(at),
  })
}
