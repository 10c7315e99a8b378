/** Milliseconds of several runs. */
export interface Timing {
  readonly cold: number
  readonly least: number
  readonly median: number
}

/**
 * Times several tasks in one process, round after round; every other round in reverse, so that none is always the one that
 * finds the heap full or the machine warm. The first run of each is told apart and not counted: code is still compiled in it.
 */
export async function rounds<N extends string>(
  tasks: Readonly<Record<N, () => unknown>>,
  times: number,
): Promise<Record<N, Timing>> {
  const names = Object.keys(tasks) as N[]
  const taken = new Map<N, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round <= times; round++)
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const start = performance.now()
      await tasks[name]()
      taken.get(name)!.push(performance.now() - start)
    }
  return Object.fromEntries([...taken].map(([name, all]) => [name, timing(all)])) as Record<N, Timing>
}

function timing([cold, ...rest]: readonly number[]): Timing {
  const sorted = rest.toSorted((a, b) => a - b)
  return { cold: cold!, least: sorted[0]!, median: sorted[sorted.length >> 1]! }
}
