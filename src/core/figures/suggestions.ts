import { mapping } from '../corrections/mapping.ts'
import type { BlockId } from '../corrections/correction.ts'
import type { Block } from '../structure/block.ts'
import { segments } from '../structure/segments.ts'
import { cleanOffset } from '../text/offset.ts'
import type { RawText } from '../text/raw-text.ts'
import { FIGURE_RULES } from './checks/index.ts'
import { figureFindings } from './figures.ts'
import type { FigureFinding, FigureRule } from './finding.ts'
import { figureBook } from './read/book.ts'

/** A finding with its rule and the raw span under its first quote. */
export interface OpenFigure {
  readonly rule: FigureRule
  readonly finding: FigureFinding
  readonly block: BlockId
  readonly from: number
  readonly to: number
  readonly quote: string
}

/** Figures that disagree in the blocks of a book, each with its corrected text, in reading order, placed in its raw text. */
export function openFigures(
  raw: RawText,
  blocks: readonly { readonly block: Block; readonly text: string }[],
  rules: readonly FigureRule[] = FIGURE_RULES,
): OpenFigure[] {
  if (rules.length === 0) return []
  const book = figureBook(
    blocks.map(({ block: { id, role, level = 1 }, text }) => ({ id, role, level, text })),
  )
  const byRule = new Map(rules.map((r) => [r.id, r]))
  const findings = figureFindings(book, rules)
  const named = new Set(findings.map(({ places }) => places[0].block))
  const byId = new Map(blocks.flatMap(({ block }) => (named.has(block.id) ? [[block.id, block]] : [])))
  return findings.map((finding) => {
    const [place] = finding.places
    const block = byId.get(place.block)!
    const map = mapping(segments(raw, block), block.spans[0].from)
    const from = map.toRaw(cleanOffset(place.from), 1).at
    const to = map.toRaw(cleanOffset(place.to), -1).at
    return {
      rule: byRule.get(finding.rule)!,
      finding,
      block: block.id,
      // A quote that was moved together may lie backwards in the raw text.
      from: Math.min(from, to),
      to: Math.max(from, to),
      quote: finding.quotes[0],
    }
  })
}
