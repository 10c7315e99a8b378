/** So often both are tried at least: the first times are those of code that is not compiled yet. */
const LEAST = 4
/** So often at most, before the machine is no excuse. */
const MOST = 30

/**
 * How much longer `run` takes on the larger input than on the smaller, by the best time of each: whatever else the machine
 * does only ever adds. They take turns until the quotient is below `limit`, so that a slow or busy machine costs time and no
 * failure; what grows with the square of its input never gets there.
 */
export function growth<T>(run: (input: T) => unknown, small: T, large: T, limit: number): number {
  const best = { small: Infinity, large: Infinity }
  const time = (input: T): number => {
    const start = performance.now()
    run(input)
    return performance.now() - start
  }
  for (let i = 0; i < MOST && (i < LEAST || best.large / best.small >= limit); i++) {
    best.small = Math.min(best.small, time(small))
    best.large = Math.min(best.large, time(large))
  }
  return best.large / best.small
}
