import type { Reading } from '../read/reading.ts'

/** What several checks ask of one reading, found once. */
export function once<T>(find: (reading: Reading) => T): (reading: Reading) => T {
  const known = new WeakMap<Reading, { readonly found: T }>()
  return (reading) => {
    let held = known.get(reading)
    if (!held) known.set(reading, (held = { found: find(reading) }))
    return held.found
  }
}
