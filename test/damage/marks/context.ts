import type { Glyph, RowRole } from '../print/glyph.ts'

/** Tests on the characters of print, which damage done before does not change. */
export const isHanGlyph = (g: Glyph | undefined): boolean => g !== undefined && /\p{Script=Han}/u.test(g.char)
export const isDigitGlyph = (g: Glyph | undefined): boolean => g !== undefined && /^[0-9]$/.test(g.char)
export const isFullMark = (g: Glyph | undefined): boolean =>
  g !== undefined && /^[，。、；：？！“”（）《》]$/.test(g.char)

/** What strikes rows of running text, not heads and headings. */
export function isProse(role: RowRole): boolean {
  return role === 'text' || role === 'list' || role === 'title'
}

/** Untouched so far: one glyph takes one kind of damage, so that each kind can be counted. */
export function whole(g: Glyph): boolean {
  return g.kind === null && g.raw === g.char && g.char !== ''
}
