import type { Habits } from './habits.ts'
import { NO_CUSTOM, type Custom } from './row-costs.ts'
import type { RowSearch } from './search.ts'
import type { Stretch } from './stretch.ts'

/** Stretches that are looked at, of several rows each. */
const SAMPLE = 48
const LEAST_PIECES = 4
/** What one stretch can say for one custom, at most. */
const MOST = 5
const NEVER = 9

/**
 * How the paragraphs of a book begin, where no indent can be seen: two squares in, the blanks lost, or flush. One book has
 * one custom: that which explains a sample of its rows better.
 */
export function learnCustom(
  search: RowSearch,
  stretches: readonly Stretch[],
  habits: Habits,
  columns: (s: Stretch) => readonly number[],
): Custom {
  const fit = stretches
    .map((_, i) => i)
    .filter((i) => stretches[i]!.pieces.length >= LEAST_PIECES && columns(stretches[i]!).length > 0)
  const step = Math.max(1, Math.floor(fit.length / SAMPLE))
  const sample = fit.filter((_, k) => k % step === 0)
  /** How much better one custom is than another, over the sample. */
  const better = (one: Custom, other: Custom): number => {
    let sum = 0
    for (const i of sample) {
      const s = stretches[i]!
      const run = (custom: Custom): number =>
        search.run(s, habits.of(i), custom, columns(s), NO_BREAKS, 'none').cost
      sum += Math.max(-MOST, Math.min(MOST, run(other) - run(one)))
    }
    return sum
  }
  const dropped = better(
    { ...NO_CUSTOM, dropped: 0, flush: NEVER },
    { ...NO_CUSTOM, dropped: NEVER, flush: 0 },
  )
  const paragraphs = { ...NO_CUSTOM, ...named('dropped', 'flush', dropped) }
  const title = better(
    { ...paragraphs, titleDropped: 0, titleFlush: NEVER },
    { ...paragraphs, titleDropped: NEVER, titleFlush: 0 },
  )
  return { ...paragraphs, ...named('titleDropped', 'titleFlush', title - 1) }
}

const NO_BREAKS: ReadonlySet<number> = new Set()

/** Costs of two customs, of which the first is better by `by`; neither is ruled out. */
function named<A extends string, B extends string>(first: A, second: B, by: number): Record<A | B, number> {
  const share = 0.03 + 0.94 / (1 + Math.exp(-by))
  return { [first]: -Math.log(share), [second]: -Math.log(1 - share) } as Record<A | B, number>
}
