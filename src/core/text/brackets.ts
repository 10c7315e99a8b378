/** Is every round bracket, book-title mark and Chinese quotation mark of the text closed in it, none before it opens? */
export function isBalanced(text: string): boolean {
  let depth = 0
  for (const c of text) {
    if ('（(“《'.includes(c)) depth++
    else if ('）)”》'.includes(c) && --depth < 0) return false
  }
  return depth === 0
}
