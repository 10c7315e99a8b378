import { FIGURE_RULES } from './checks/index.ts'
import type { FigureFinding, FigurePlace, FigureRule, Hit, Mark } from './finding.ts'
import type { FigureBook } from './read/book.ts'
import { quote } from './read/mark.ts'
import { read } from './read/reading.ts'

/**
 * Figures of a book that cannot all be right: reported, never changed. In reading order of their first place.
 * Linear in the text but for sorting.
 */
export function figureFindings(
  book: FigureBook,
  rules: readonly FigureRule[] = FIGURE_RULES,
): FigureFinding[] {
  const reading = read(book)
  const order = new Map([...reading.statements.keys()].map((p, i) => [p, i]))
  const found: { hit: Hit; finding: FigureFinding }[] = []
  const seen = new Set<string>()
  for (const rule of rules)
    for (const hit of rule.check(reading)) {
      const finding: FigureFinding = {
        rule: rule.id,
        message: hit.message,
        values: hit.values,
        quotes: [quote(hit.a), quote(hit.b)],
        places: [place(hit.a), place(hit.b)],
        confidence: hit.confidence,
      }
      // Two checks may see one contradiction: the first to say so is the more specific.
      const [p, q] = finding.places
      const key = `${p.block} ${p.to} ${q.block} ${q.to}`
      if (seen.has(key)) continue
      seen.add(key)
      found.push({ hit, finding })
    }
  found.sort(
    (x, y) => order.get(x.hit.a.passage)! - order.get(y.hit.a.passage)! || x.hit.a.from - y.hit.a.from,
  )
  return found.map(({ finding }) => finding)
}

function place({ passage, from, to }: Mark): FigurePlace {
  return { block: passage.block.id, from, to }
}
