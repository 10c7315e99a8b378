import { partitionPoint } from './partition-point.ts'

/**
 * Of pairs in ascending order of the one side, the most that ascend in `b`, too: what two texts have in the same order
 * (longest increasing subsequence by patience sorting).
 */
export function longestRise<T extends { readonly b: number }>(pairs: readonly T[]): T[] {
  const tails: number[] = []
  const before: number[] = []
  pairs.forEach((pair, i) => {
    const pile = partitionPoint(tails.length, (k) => pairs[tails[k]!]!.b < pair.b)
    before[i] = pile > 0 ? tails[pile - 1]! : -1
    tails[pile] = i
  })
  const out: T[] = []
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]!) out.push(pairs[i]!)
  return out.reverse()
}
