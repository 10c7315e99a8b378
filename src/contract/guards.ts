/**
 * What arrives over the bridge is checked before anything is done with it: its types are a promise of the other side's
 * compiler, and the other side may not be what it says.
 */
export type Guard<T> = (value: unknown) => value is T

/** A string of at most `most` UTF-16 units. */
export function isText(most: number): Guard<string> {
  return (value): value is string => typeof value === 'string' && value.length <= most
}

/** A whole number from 0 to `most`. */
export function isCount(most: number): Guard<number> {
  return (value): value is number =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most
}

export const isFlag: Guard<boolean> = (value) => typeof value === 'boolean'

export const isBytes: Guard<Uint8Array> = (value) => value instanceof Uint8Array

export function isOneOf<const T>(values: readonly T[]): Guard<T> {
  return (value): value is T => values.includes(value as T)
}

export function orNull<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value)
}

/** An object with exactly these fields: nothing is missing, and nothing rides along. */
export function isRecord<T extends object>(fields: { readonly [K in keyof T]-?: Guard<T[K]> }): Guard<T> {
  const names = Object.keys(fields) as (keyof T)[]
  return (value): value is T => {
    if (!isPlain(value)) return false
    const given = value as T
    return (
      Object.keys(value).length === names.length &&
      names.every((name) => Object.hasOwn(value, name) && fields[name](given[name]))
    )
  }
}

/** An object whose keys are some of `names`. */
export function isTable<const K extends string, T>(
  names: readonly K[],
  guard: Guard<T>,
): Guard<Partial<Record<K, T>>> {
  const known: ReadonlySet<string> = new Set(names)
  return (value): value is Partial<Record<K, T>> =>
    isPlain(value) && Object.entries(value).every(([name, one]) => known.has(name) && guard(one))
}

/** An object with some of these fields, and no others. */
export function isPart<T extends object>(fields: {
  readonly [K in keyof T]-?: Guard<T[K]>
}): Guard<Partial<T>> {
  return (value): value is Partial<T> =>
    isPlain(value) &&
    Object.entries(value).every(([name, one]) => Object.hasOwn(fields, name) && fields[name as keyof T](one))
}

export function isList<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every((one) => guard(one))
}

/** The arguments of a call: as many as there are guards. */
export function args<T extends readonly unknown[]>(...guards: { [K in keyof T]: Guard<T[K]> }): Guard<T> {
  return (value): value is T =>
    Array.isArray(value) &&
    value.length === guards.length &&
    guards.every((guard: Guard<unknown>, at) => guard(value[at]))
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
