import type { Chance } from '../chance.ts'
import { caption } from '../clean/book.ts'
import type { CleanCaption } from '../clean/model.ts'
import type { World } from '../clean/world.ts'
import type { Kind, Rates } from '../kinds.ts'
import { fillRows } from './fill-rows.ts'
import { glyphs, type Glyph, type Row } from './glyph.ts'
import type { Print } from './layouts.ts'

/** A photo’s text and the entry that it interrupts. */
export interface Placed {
  readonly entry: number
  readonly caption: CleanCaption
}

const FORMS = [
  'caption-in-sentence',
  'caption-inline-credit',
  'caption-undated',
  'caption-long',
  'caption-uncredited',
  'caption-between',
] as const

/** Lets photos with their captions fall between the rows of entries. */
export function placeCaptions(
  rows: readonly Row[],
  world: World,
  print: Print,
  rates: Rates,
  c: Chance,
): { rows: Row[]; placed: Placed[] } {
  const placed: Placed[] = []
  const out: Row[] = []
  const space = c.int(0, 3)
  let block = 1_000_000
  let previous = -1
  rows.forEach((row, i) => {
    const before = rows[i - 1]
    const form =
      before?.entry === row.entry && row.entry !== previous && fits(before, row)
        ? drawn(c, rates, before.block !== row.block)
        : null
    if (form) {
      previous = row.entry
      const one = caption(c, world, {
        dated: form === 'caption-uncredited' ? c.hit(0.4) : form !== 'caption-undated',
        credited: form !== 'caption-uncredited',
      })
      const shown =
        form === 'caption-long'
          ? { ...one, text: one.text + '，' + one.text.replace(/^.*，/, '') + '现场' }
          : one
      placed.push({ entry: row.entry, caption: shown })
      out.push(...set(shown, form, row, print, space, () => ++block, c))
    }
    out.push(row)
  })
  return { rows: out, placed }
}

/** A place for a photo: inside an entry, and not between a title and its text. */
function fits(before: Row, row: Row): boolean {
  return (
    before.entry >= 0 &&
    before.role === 'text' &&
    row.role !== 'contributor' &&
    row.role !== 'stray' &&
    row.role !== 'table'
  )
}

/** Of 40 rows of an entry, some ten are fit for a photo: so the rate is of an entry, not of a row. */
function drawn(c: Chance, rates: Rates, between: boolean): Kind | null {
  for (const form of c.some(FORMS, FORMS.length)) {
    const rate = rates[form] ?? 0
    if (rate > 0 && between === (form === 'caption-between') && c.hit(between ? rate : rate / 4)) return form
  }
  return null
}

function set(
  one: CleanCaption,
  form: Kind,
  row: Row,
  print: Print,
  space: number,
  block: () => number,
  c: Chance,
): Row[] {
  const narrow = {
    ...print,
    width: Math.max(24, Math.floor(print.width * (form === 'caption-long' ? 0.6 : 0.9))),
    overflow: 'hang' as const,
  }
  const wrapped = (text: string): Glyph[][] => fillRows(glyphs(text), narrow, narrow.width, {}, c)
  const brackets = c.hit(0.5) ? '（）' : '()'
  const credit = one.credit === null ? null : brackets[0]! + one.credit + brackets[1]!
  const inline = form === 'caption-inline-credit'
  const rowOf =
    (role: 'caption' | 'credit', n: number, b: number) =>
    (text: Glyph[], i: number): Row => ({
      role,
      glyphs: text,
      block: b,
      entry: row.entry,
      indent: 0,
      space: i + n === 0 ? space : 0,
      starts: null,
    })
  const out = wrapped(one.text + (inline && credit ? credit : '')).map(rowOf('caption', 0, block()))
  out[0]!.glyphs[0]!.kind = form
  if (credit && !inline) out.push(...[glyphs(credit)].map(rowOf('credit', 1, block())))
  return out
}
