import type { Chance } from '../chance.ts'
import type { Kind, Rates } from '../kinds.ts'
import type { Row } from '../print/glyph.ts'
import { isProse } from './context.ts'
import { spoilMark, strike, strikePairs, STRIKES } from './forms.ts'
import { strikeNumbers } from './numbers.ts'
import { putSpaces, SPACES, spreadLetters } from './spaces.ts'

/** Damages the glyphs of all rows, kind by kind. */
export function markRows(rows: readonly Row[], rates: Rates, c: Chance): void {
  const at = (kind: Kind): number => rates[kind] ?? 0
  for (const row of rows) {
    if (row.role === 'heading' && c.hit(at('spaced-heading'))) spreadLetters(row, 'spaced-heading', c)
    if (row.role === 'contributor' && c.hit(at('spaced-name'))) spreadLetters(row, 'spaced-name', c)
    if (row.glyphs[0]?.char === '【') {
      if (at('title-bracket-form') > 0) strikePairs(row, 'title-bracket-form', at('title-bracket-form'), c)
      if (at('title-bracket-lost') > 0) spoilMark(row, 'title-bracket-lost', at('title-bracket-lost') / 2, c)
    }
    for (const kind of ['quote-lost', 'turned-quotes'] as const)
      if (at(kind) > 0 && isProse(row.role)) spoilMark(row, kind, at(kind), c)
    if (at('bracket-width') > 0 && row.role !== 'head')
      strikePairs(row, 'bracket-width', at('bracket-width'), c)
    for (const kind of ['full-width-digits', 'letter-for-digit', 'han-zero'] as const)
      if (at(kind) > 0) strikeNumbers(row, kind, at(kind), c)
    for (const kind of Object.keys(STRIKES) as Kind[]) if (at(kind) > 0) strike(row, kind, at(kind), c)
    for (const space of SPACES) if (at(space.kind) > 0) putSpaces(row, space, at(space.kind), c)
  }
}
