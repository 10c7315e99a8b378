/** Less than this much in common, and they are two lines. */
const LEAST = 0.4

/**
 * How alike two lines are, 0 to 1: the share of neighbouring characters that they have in common (Dice); 0 where that
 * is so little that one cannot have been made from the other. Linear.
 */
export function alike(a: string, b: string): number {
  if (a === b) return 1
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a]
  // Even if all of the shorter one were in the longer.
  if ((2 * shorter.length) / (shorter.length + longer.length) < LEAST) return 0
  const seen = new Map<string, number>()
  for (const pair of pairsOf(shorter)) seen.set(pair, (seen.get(pair) ?? 0) + 1)
  let common = 0
  for (const pair of pairsOf(longer)) {
    const left = seen.get(pair) ?? 0
    if (left === 0) continue
    common++
    seen.set(pair, left - 1)
  }
  const all = pairsOf(a).length + pairsOf(b).length
  const share = all === 0 ? 0 : (2 * common) / all
  return share < LEAST ? 0 : share
}

/** Each character with the next one; the ends of the line count as characters. */
function pairsOf(line: string): string[] {
  const out: string[] = []
  for (let i = 0; i <= line.length; i++) out.push((line[i - 1] ?? '\n') + (line[i] ?? '\n'))
  return out
}
