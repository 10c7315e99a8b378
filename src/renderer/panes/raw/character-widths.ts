import { isHan, unitWidth } from '../../../core/text/characters.ts'
import type { WidthOf } from './display-text.ts'

/** Below this each character is measured by itself: digits, Latin letters, their marks, spacing modifiers. */
const SINGLE = 0x250

/** Widths of characters in a face, in pixels. Han are all as wide as one of them; all else is measured once, when it comes up. */
export function characterWidths(font: string): WidthOf {
  const canvas = document.createElement('canvas').getContext('2d')
  // Without a canvas: half squares of a face of 14 px.
  if (!canvas) return (code) => 7 * unitWidth(code)
  canvas.font = font
  const measure = (code: number): number => canvas.measureText(String.fromCharCode(code)).width
  const single = new Float64Array(SINGLE).fill(NaN)
  const han = measure(0x56fd)
  const rare = new Map<number, number>()
  return (code) => {
    if (code < SINGLE) {
      const known = single[code] ?? han
      return Number.isNaN(known) ? (single[code] = measure(code < 0x20 ? 0x2423 : code)) : known
    }
    // The second half of a pair takes no room of its own.
    if (code >= 0xdc00 && code <= 0xdfff) return 0
    if (isHan(code)) return han
    let width = rare.get(code)
    if (width === undefined) rare.set(code, (width = measure(code)))
    return width
  }
}
