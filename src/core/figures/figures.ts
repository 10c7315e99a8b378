import type { RuleId } from '../corrections/correction.ts'
import { FIGURE_RULES } from './checks/index.ts'
import type { FigureFinding, FigurePlace, FigureRule, Hit, Mark } from './finding.ts'
import { figureBook, type FigureBook } from './read/book.ts'
import { quote } from './read/mark.ts'
import { read, type Reading } from './read/reading.ts'
import { scanned, type FigureBlock, type ScannedBlock } from './read/scanned.ts'

/**
 * Compares the figures of a book that comes part by part. What a block says by itself is read as soon as it is there: a
 * thread of its own may do that while the rest of the book is still being made.
 */
export class FigureCheck {
  #blocks: ScannedBlock[] = []

  /** A new book: what came of another one is forgotten. */
  begin(): void {
    this.#blocks = []
  }

  /** The next blocks in reading order. */
  take(blocks: readonly FigureBlock[]): void {
    for (const block of blocks) this.#blocks.push(scanned(block))
  }

  /** What disagrees in all that came, as the checks of these ids see it. */
  findings(checks: readonly RuleId[]): FigureFinding[] {
    const wanted = new Set(checks)
    return figureFindings(
      figureBook(this.#blocks),
      FIGURE_RULES.filter((r) => wanted.has(r.id)),
    )
  }
}

/**
 * Figures of a book that cannot all be right: reported, never changed. In reading order of their first place.
 * Linear in the text but for sorting.
 */
export function figureFindings(
  book: FigureBook,
  rules: readonly FigureRule[] = FIGURE_RULES,
): FigureFinding[] {
  if (rules.length === 0) return []
  const reading = read(book)
  const found: { hit: Hit; finding: FigureFinding }[] = []
  const seen = new Set<string>()
  for (const [rule, hits] of checked(reading, rules))
    for (const hit of hits) {
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
  found.sort((x, y) => x.hit.a.passage.order - y.hit.a.passage.order || x.hit.a.from - y.hit.a.from)
  return found.map(({ finding }) => finding)
}

/** What each rule has found, rule by rule. */
function checked(reading: Reading, rules: readonly FigureRule[]): Map<FigureRule, Hit[]> {
  const all = new Map(rules.map((rule) => [rule, [...(rule.checkBook?.(reading) ?? [])]]))
  const local = rules.map((rule) => {
    const hits = all.get(rule)!
    return { rule, report: (hit: Hit): number => hits.push(hit) }
  })
  // Entry by entry: what several rules look at is at hand then.
  for (const entry of reading.entries)
    for (const { rule, report } of local) rule.checkEntry?.(entry, reading, report)
  return all
}

function place({ passage, from, to }: Mark): FigurePlace {
  return { block: passage.id, from, to }
}
