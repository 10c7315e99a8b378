/** The older of two lists that hold the same things: what hangs on it has not changed. */
export function sameList<T>(last: readonly T[] | undefined, now: readonly T[]): readonly T[] {
  const isSame = last?.length === now.length && now.every((item, i) => item === last[i])
  return isSame ? last : now
}
