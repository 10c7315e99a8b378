import type { Chance } from '../chance.ts'
import type { Kind } from '../kinds.ts'
import type { Glyph, Row } from '../print/glyph.ts'
import { isDigitGlyph, isProse, whole } from './context.ts'

/** Digits with the points between them, as they stand in a row. */
function numbersOf(row: Row): Glyph[][] {
  const out: Glyph[][] = []
  let run: Glyph[] = []
  const { glyphs } = row
  glyphs.forEach((g, i) => {
    const point =
      (g.char === '.' || g.char === ',') && isDigitGlyph(glyphs[i - 1]) && isDigitGlyph(glyphs[i + 1])
    if (isDigitGlyph(g) || point) run.push(g)
    else if (run.length > 0) {
      // B2B, GB/T 28001: digits beside Latin are part of a name.
      if (!/[A-Za-z]/.test(g.char)) out.push(run)
      run = []
    }
  })
  if (run.length > 0) out.push(run)
  return out.filter((n) => !/[A-Za-z]/.test(glyphs[glyphs.indexOf(n[0]!) - 1]?.char ?? ''))
}

const LETTERS: Readonly<Record<string, readonly string[]>> = { '0': ['O', 'o'], '1': ['l', 'I'] }
const WIDE: Readonly<Record<string, string>> = { '.': '．', ',': '，', '%': '％' }

/** Digits read as full-width forms, letters, or the Han zero. */
export function strikeNumbers(row: Row, kind: Kind, rate: number, c: Chance): void {
  if (!isProse(row.role) && row.role !== 'table') return
  for (const number of numbersOf(row)) {
    if (!number.every(whole) || !c.hit(rate)) continue
    if (kind === 'full-width-digits') {
      const marks = c.hit(0.4)
      for (const g of number) {
        const point = WIDE[g.char]
        if (point !== undefined && !marks) continue
        g.raw = point ?? String.fromCharCode(g.char.charCodeAt(0) + 0xfee0)
        g.kind = kind
      }
      continue
    }
    const wanted = kind === 'han-zero' ? ['0'] : ['0', '1']
    const places = number.filter((g) => wanted.includes(g.char))
    if (places.length === 0 || number.length - places.length < 1) continue
    const g = c.pick(places)
    g.raw = c.pick(kind === 'han-zero' ? ['〇', '○'] : LETTERS[g.char]!)
    g.kind = kind
  }
}
