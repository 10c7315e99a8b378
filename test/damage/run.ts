import { coveredBySuggestions, isReported } from './accept.ts'
import { clean } from './clean.ts'
import type { CleanBook } from './clean/model.ts'
import type { Rates } from './kinds.ts'
import type { Layout } from './print/layouts.ts'
import type { Difference, FaultyEntry, Score } from './score.ts'
import { specimen } from './specimen.ts'

/** What came out wrong, and the text it came from. */
export interface Fault {
  readonly seed: string
  readonly layout: string
  readonly raw: string
  readonly entry: FaultyEntry | null
  readonly difference: Difference | null
  /** An open suggestion would set it right. */
  readonly asked: boolean
}

/** Prints, damages and cleans one book, and counts it in. */
export function tryOne(
  score: Score,
  seed: string,
  layout: Layout,
  rates: Rates,
  written?: CleanBook,
): Fault[] {
  const { bytes, text, expected } = specimen(seed, layout, rates, written)
  const cleaned = clean(bytes)
  const asked = new Set<FaultyEntry>()
  const { entries, differences } = score.add(
    expected,
    cleaned.book,
    (f) => {
      const covered = coveredBySuggestions(cleaned, f)
      if (covered) asked.add(f)
      return covered
    },
    (e) => isReported(cleaned, e),
  )
  const book = { seed, layout: layout.id, raw: text }
  return [
    ...differences.map((difference) => ({ ...book, entry: null, difference, asked: false })),
    ...entries.map((entry) => ({ ...book, entry, difference: null, asked: asked.has(entry) })),
  ]
}
