/** What a replacement is made of: text, and what the pattern has caught. */
const PART = /\$(?:(\$)|(&)|([0-9]+)|<([^>]*)>)?/g

/** The groups of a pattern. */
export interface Groups {
  readonly count: number
  readonly names: readonly string[]
}

/** The first `$…` that names nothing, or null: `$` itself is written `$$`. */
export function unknownGroup(replace: string, { count, names }: Groups): string | null {
  for (const [whole, dollar, all, number, name] of replace.matchAll(PART)) {
    if (dollar !== undefined || all !== undefined) continue
    if (number !== undefined && Number(number) >= 1 && Number(number) <= count) continue
    if (name !== undefined && names.includes(name)) continue
    return whole
  }
  return null
}

/** The replacement for one match. A group that took no part stands for nothing. */
export function expand(replace: string, match: RegExpExecArray): string {
  return replace.replace(PART, (_, dollar?: string, all?: string, number?: string, name?: string) => {
    if (dollar !== undefined) return '$'
    if (all !== undefined) return match[0]
    return (number === undefined ? match.groups?.[name ?? ''] : match[Number(number)]) ?? ''
  })
}
