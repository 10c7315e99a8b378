/**
 * How many of the first `count` indexes `holds` holds for, where it holds up to some index and for none from there on:
 * the index of the first it does not hold for. Logarithmic.
 */
export function partitionPoint(count: number, holds: (index: number) => boolean): number {
  let lo = 0
  let hi = count
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (holds(mid)) lo = mid + 1
    else hi = mid
  }
  return lo
}
