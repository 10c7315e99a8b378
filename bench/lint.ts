import autocorrect from 'autocorrect-node'

/**
 * A text is handed over in portions of so many characters, cut at line ends: beyond some hundred thousand characters the
 * linter's grammar reaches its limit of steps, and gives back an error in a fraction of the time, with nothing looked at.
 */
const PORTION = 50_000

/** Lints the whole text with autocorrect-node; gives how many lines it would change. */
export function lint(text: string): number {
  let found = 0
  for (let at = 0; at < text.length;) {
    const end = text.length - at <= PORTION ? text.length : text.lastIndexOf('\n', at + PORTION) + 1
    if (end <= at) throw new Error(`a line of more than ${PORTION} characters at ${at}`)
    const { lines, error } = autocorrect.lintFor(text.slice(at, end), 'book.txt')
    if (error !== '') throw new Error(`not linted: ${error.slice(0, 200)}`)
    found += lines.length
    at = end
  }
  return found
}
