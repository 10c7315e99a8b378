/** The names between braces in a message: `{count}`, `{count|finding|findings}`. */
type Names<M extends string> = M extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Bare}|${string}` ? Bare : Name) | Names<Rest>
  : never

/** What a message wants filled in, as the arguments after its key: none where it has no braces. */
export type Values<M extends string> = [Names<M>] extends [never]
  ? []
  : [values: Readonly<Record<Names<M>, string | number>>]

/** The same keys as `Zh` in another language. A key that is missing or too many does not compile. */
export type Translation<Zh extends Readonly<Record<string, string>>> = Readonly<Record<keyof Zh, string>>

/**
 * Fills the braces of a message. Numbers are written with `format`; `{count|one|other}` picks a word by whether
 * the value is 1, for languages that have a plural.
 */
export function fill(
  message: string,
  values: Readonly<Record<string, string | number>>,
  format: (value: number) => string,
): string {
  return message.replace(/\{([^{}|]+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g, (whole, name: string, one, other) => {
    const value = values[name]
    if (value === undefined) return whole
    if (typeof one === 'string' && typeof other === 'string') return value === 1 ? one : other
    return typeof value === 'number' ? format(value) : value
  })
}
