import type { BlockId } from '../corrections/correction.ts'
import { mapping } from '../corrections/mapping.ts'
import type { Block } from '../structure/block.ts'
import { segments } from '../structure/segments.ts'
import { cleanOffset } from '../text/offset.ts'
import type { RawText } from '../text/raw-text.ts'
import type { FigureFinding } from './finding.ts'

/** A finding with the raw span under its first quote. */
export interface OpenFigure {
  readonly finding: FigureFinding
  readonly block: BlockId
  readonly from: number
  readonly to: number
  readonly quote: string
}

/** Findings in the corrected text of these blocks, in their order, placed in the raw text. */
export function openFigures(
  raw: RawText,
  blocks: readonly Block[],
  findings: readonly FigureFinding[],
): OpenFigure[] {
  const named = new Set(findings.map(({ places }) => places[0].block))
  // One for each block, since a block may hold as many findings as it has lines.
  const mappings = new Map(
    blocks.flatMap((b) =>
      named.has(b.id) ? [[b.id, mapping(segments(raw, b), b.spans[0].from)] as const] : [],
    ),
  )
  return findings.map((finding) => {
    const [place] = finding.places
    const map = mappings.get(place.block)!
    const from = map.toRaw(cleanOffset(place.from), 1).at
    const to = map.toRaw(cleanOffset(place.to), -1).at
    return {
      finding,
      block: place.block,
      // A quote that was moved together may lie backwards in the raw text.
      from: Math.min(from, to),
      to: Math.max(from, to),
      quote: finding.quotes[0],
    }
  })
}
