/** Breaks, drawn. */
export function breaks(text: string): string {
  return text.replace(/\n/g, '↵').replace(/\f/g, '⇟')
}

/** What cannot be seen, drawn: breaks, white space, signs without a width. */
export function visible(text: string): string {
  return breaks(text)
    .replace(/[\t\v \u00a0\u2000-\u200a\u202f\u205f]/g, '␣')
    .replace(/\u3000/g, '□')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '¦')
}
