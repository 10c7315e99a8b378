import type { Passage } from './passage.ts'

/** The region a book is about: 全县 and its own name mean the same. */
export interface Home {
  /** Its name, as it opens sentences; null where no name does. */
  readonly name: string | null
  /** 省, 市, 县, 区 …: what 全 stands before where the whole of it is meant. */
  readonly level: string | null
}

/** The region that the bodies of entries speak of. */
export function home(passages: Iterable<Passage>): Home {
  const names = new Map<string, number>()
  const levels = new Map<string, number>()
  for (const { regions } of passages) {
    for (const name of regions.names) names.set(name, (names.get(name) ?? 0) + 1)
    for (const level of regions.levels) levels.set(level, (levels.get(level) ?? 0) + 1)
  }
  const [name, count] = top(names)
  const [level, whole] = top(levels)
  // A name that opens one sentence only may be any place's, unless the whole of its kind is spoken of elsewhere.
  const [own] = top(new Map([...names].filter(([n]) => n.at(-1) === level)))
  if (own !== null && (own === name || whole > count)) return { name: own, level }
  if (name !== null && count > 1 && count >= whole) return { name, level: name.at(-1)! }
  return { name: null, level: whole > 0 ? level : null }
}

function top(counts: ReadonlyMap<string, number>): [string | null, number] {
  let best: [string | null, number] = [null, 0]
  for (const [key, n] of counts) if (n > best[1]) best = [key, n]
  return best
}
