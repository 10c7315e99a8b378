/** A place as the address of the window has it: `r` and the raw offset. */
export function atOf(raw: number): string {
  return `r${raw}`
}

/** The raw offset that an address names; null where it names none. */
export function rawOf(at: string | undefined): number | null {
  const found = at === undefined ? null : /^r(\d{1,9})$/.exec(at)
  return found ? Number(found[1]) : null
}
