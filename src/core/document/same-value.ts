/** Do two values say the same? For plain values: strings, numbers, lists and objects of them. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const one = Object.entries(a)
  const other = b as Readonly<Record<string, unknown>>
  return (
    one.length === Object.keys(b).length &&
    one.every(([key, value]) => Object.hasOwn(other, key) && sameValue(value, other[key]))
  )
}
