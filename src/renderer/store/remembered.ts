const KEY = 'jiaokan.books'

/**
 * How many books there were last, kept apart from them. Browsers that find their database damaged, or run out of space,
 * delete it whole and hand out an empty one without a word; then this number is left to say that something is missing.
 * It says nothing where it is gone as well.
 */
export function rememberBooks(count: number): void {
  try {
    localStorage.setItem(KEY, String(count))
  } catch {
    // Forbidden in some private windows. The books do not need it.
  }
}

export function rememberedBooks(): number {
  try {
    return Number(localStorage.getItem(KEY)) || 0
  } catch {
    return 0
  }
}
