/** What several checks ask of one reading or of one entry, found once. */
export function once<K extends object, T>(find: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { readonly found: T }>()
  return (of) => {
    let held = known.get(of)
    if (!held) known.set(of, (held = { found: find(of) }))
    return held.found
  }
}
