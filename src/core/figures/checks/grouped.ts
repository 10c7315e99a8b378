/**
 * Puts together what is alike: groups in the order of their first members, each in the order of `all`. The hashes of those
 * that are alike are equal. A table of hashes, for keys as strings would cost more than all that is done with them.
 */
export function grouped<T>(
  all: readonly T[],
  hash: (item: T) => number,
  alike: (a: T, b: T) => boolean,
): readonly (readonly T[])[] {
  let size = 16
  while (size < 2 * all.length) size *= 2
  /** One more than the number of the group that is kept there; 0 where none is. */
  const slots = new Int32Array(size)
  const groups: T[][] = []
  for (const item of all) {
    const spread = Math.imul(hash(item), 0x9e3779b1)
    let at = (spread ^ (spread >>> 15)) & (size - 1)
    while (slots[at] !== 0 && !alike(groups[slots[at]! - 1]![0]!, item)) at = (at + 1) & (size - 1)
    if (slots[at] === 0) slots[at] = groups.push([item])
    else groups[slots[at]! - 1]!.push(item)
  }
  return groups
}

/** Goes on with a hash, over the units of `text`. */
export function hashed(hash: number, text: string): number {
  let out = Math.imul(hash ^ text.length, 0x5f356495)
  for (let i = 0; i < text.length; i++) out = Math.imul(out ^ text.charCodeAt(i), 0x9e3779b1)
  return out
}
