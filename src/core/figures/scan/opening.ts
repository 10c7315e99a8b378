import { Guard } from '../guard.ts'

/**
 * Looks for `pattern`, which is sticky, where one of its first characters stands, and nowhere else: that is most of the
 * time of a pattern which is asked at every number and hardly ever fits.
 */
export function opening(
  firsts: string,
  pattern: RegExp,
): (text: string, at: number) => RegExpExecArray | null {
  const guard = new Guard(firsts)
  return (text, at) => {
    if (!guard.has(text.charCodeAt(at))) return null
    pattern.lastIndex = at
    return pattern.exec(text)
  }
}
