import type { Chance } from '../chance.ts'
import type { Kind } from '../kinds.ts'
import type { Glyph, Row } from '../print/glyph.ts'
import { isDigitGlyph, isFullMark, isHanGlyph, isProse, whole } from './context.ts'

type Test = (a: Glyph, b: Glyph, rest: { before: Glyph | undefined; after: Glyph | undefined }) => boolean

interface Space {
  readonly kind: Kind
  readonly text: readonly string[]
  /** Between which two glyphs it falls. */
  readonly fits: Test
}

const hanHan: Test = (a, b) => isHanGlyph(a) && isHanGlyph(b)

export const SPACES: readonly Space[] = [
  { kind: 'space-han', text: [' ', ' ', '  '], fits: hanHan },
  {
    kind: 'space-punctuation',
    text: [' '],
    fits: (a, b) => isFullMark(a) && !isDigitGlyph(b) && b.char !== ' ',
  },
  {
    kind: 'space-digits',
    text: [' '],
    fits: (a, b) =>
      (isHanGlyph(a) && isDigitGlyph(b)) ||
      (isDigitGlyph(a) && isHanGlyph(b)) ||
      (isFullMark(a) && isDigitGlyph(b)),
  },
  {
    kind: 'space-in-number',
    text: [' '],
    fits: (a, b, { before, after }) =>
      (isDigitGlyph(a) && (b.char === '.' || b.char === ',') && isDigitGlyph(after)) ||
      (isDigitGlyph(before) && (a.char === '.' || a.char === ',') && isDigitGlyph(b)),
  },
  {
    kind: 'no-break-space',
    text: ['\u00a0'],
    fits: (a, b) => isHanGlyph(a) && (isHanGlyph(b) || isDigitGlyph(b)),
  },
  {
    kind: 'ideographic-space',
    text: ['\u3000'],
    fits: (a, b) => (isHanGlyph(a) || isFullMark(a)) && isHanGlyph(b),
  },
  {
    kind: 'invisible',
    text: ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad'],
    fits: (a, b) => whole(a) && whole(b) && a.char !== ' ' && b.char !== ' ',
  },
]

/** Puts spaces after glyphs of running text. */
export function putSpaces(row: Row, space: Space, rate: number, c: Chance): void {
  if (!isProse(row.role)) return
  const { glyphs } = row
  for (let i = 0; i + 1 < glyphs.length; i++) {
    const [a, b] = [glyphs[i]!, glyphs[i + 1]!]
    if (!whole(a) || !whole(b) || !space.fits(a, b, { before: glyphs[i - 1], after: glyphs[i + 2] })) continue
    if (!c.hit(rate)) continue
    a.raw += c.pick(space.text)
    a.kind = space.kind
  }
}

/** 综 述, （陆　珊）: letter spacing over the whole line. */
export function spreadLetters(row: Row, kind: Kind, c: Chance): void {
  const space = c.pick([' ', '　', '  '])
  const han = row.glyphs.filter(isHanGlyph)
  const heading = kind === 'spaced-heading'
  if (han.length < 2 || (heading && han.length > 6)) return
  const inner = row.glyphs.slice(0, -1).filter((g, i) => isHanGlyph(g) && isHanGlyph(row.glyphs[i + 1]))
  // Names of two characters only are spread, to the width of three.
  const names = row.glyphs
    .map((g) => g.char)
    .join('')
    .split(/[（）() ]/)
  if (!heading && names.some((name) => name.length > 2)) return
  for (const g of inner) {
    g.raw = g.char + space
    g.kind = kind
  }
  const parting = row.glyphs.find((g) => g.char === ' ')
  if (parting && !heading) parting.raw = space + space
}
