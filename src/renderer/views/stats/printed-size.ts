/** What the imprint page of a book gives: lines a page, characters a line, pages. Their product is its official length. */
export interface PrintedSize {
  readonly lines: number
  readonly characters: number
  readonly pages: number
}

/** The official length in characters; null until all three are entered. */
export function officialLength({ lines, characters, pages }: PrintedSize): number | null {
  const all = [lines, characters, pages]
  return all.every((n) => Number.isSafeInteger(n) && n > 0) ? lines * characters * pages : null
}

/** So many to 10,000 characters. */
export function perTenThousand(count: number, length: number): number {
  return length > 0 ? (count / length) * 10_000 : 0
}

/** What the store has, taken only where it has the shape that is expected. */
export function printedSizeOf(stored: unknown): PrintedSize {
  const known = stored as Partial<Record<keyof PrintedSize, unknown>> | null | undefined
  const of = (value: unknown): number =>
    typeof value === 'number' && Number.isSafeInteger(value) ? value : 0
  return { lines: of(known?.lines), characters: of(known?.characters), pages: of(known?.pages) }
}
