import type { Chance } from '../chance.ts'
import type { Rates } from '../kinds.ts'
import { widthOf, type Glyph } from './glyph.ts'
import type { Print } from './layouts.ts'

const CLOSING = '，。、；：？！”’）》〕】％%‰℃…'
const OPENING = '（“‘《〔【'
const WORD = /[0-9A-Za-z.,:&/μ³²\-±%‰℃]/

interface Token {
  glyphs: Glyph[]
  width: number
}

/**
 * Breaks a run of print into rows as a compositor does: numbers and Latin words stay whole, closing marks do not begin
 * a row, opening marks do not end one. `first` is what the first row has left of the width.
 */
export function fillRows(
  text: readonly Glyph[],
  print: Print,
  first: number,
  rates: Rates,
  c: Chance,
): Glyph[][] {
  const tokens = tokenise(text)
  const rows: Glyph[][] = []
  let row: Token[] = []
  let used = 0
  let room = first
  const close = (carried: Token[]): void => {
    // A space at a row's end is not printed.
    const last = row.at(-1)?.glyphs[0]
    if (last?.char === ' ') last.raw = ''
    rows.push(row.flatMap((t) => t.glyphs))
    row = carried
    used = carried.reduce((sum, t) => sum + t.width, 0)
    room = print.width
  }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (row.length === 0 && rows.length > 0 && token.glyphs[0]!.char === ' ') {
      token.glyphs[0]!.raw = ''
      rows.at(-1)!.push(...token.glyphs)
      continue
    }
    if (used + token.width > room && row.length > 0) {
      const head = cutNumber(token, room - used, rates, c)
      if (head) {
        row.push(head)
        close([])
      } else if (isClosing(token) && print.overflow !== 'carry') {
        // One mark more than fits: hung in the margin, or the row is squeezed.
        row.push(token)
        if (print.overflow === 'squeeze' && tokens[i + 1] && isClosing(tokens[i + 1]!)) row.push(tokens[++i]!)
        close([])
        continue
      } else {
        const carried: Token[] = []
        while (row.length > 1 && (isOpening(row.at(-1)!) || isClosing(carried[0] ?? token)))
          carried.unshift(row.pop()!)
        close(carried)
      }
    }
    row.push(token)
    used += token.width
  }
  if (row.length > 0) close([])
  return rows
}

function tokenise(text: readonly Glyph[]): Token[] {
  const out: Token[] = []
  let inWord = false
  for (const glyph of text) {
    const word = WORD.test(glyph.char)
    const last = out.at(-1)
    if (word && inWord && last) {
      last.glyphs.push(glyph)
      last.width += widthOf(glyph.char)
    } else out.push({ glyphs: [glyph], width: widthOf(glyph.char || glyph.raw) })
    inWord = word
  }
  return out
}

const isClosing = (t: Token): boolean => t.glyphs.length === 1 && CLOSING.includes(t.glyphs[0]!.char || '\0')
const isOpening = (t: Token): boolean => t.glyphs.length === 1 && OPENING.includes(t.glyphs[0]!.char || '\0')

/** A careless compositor parts a number: takes what fits off `token`. */
function cutNumber(token: Token, room: number, rates: Rates, c: Chance): Token | null {
  const text = token.glyphs.map((g) => g.char).join('')
  const places: { at: number; kind: 'cut-decimal' | 'cut-thousands' | 'cut-digits' }[] = []
  for (let at = 1; at < Math.min(text.length, room + 1); at++) {
    const [before, after] = [text[at - 1]!, text[at]!]
    const around = text.slice(at - 1, at + 2)
    if (/^(?:\d\.\d)/.test(around) || (before === '.' && /^\d\.\d/.test(text.slice(at - 2))))
      places.push({ at, kind: 'cut-decimal' })
    else if (/^\d,\d/.test(around) || (before === ',' && /\d/.test(after)))
      places.push({ at, kind: 'cut-thousands' })
    else if (/\d\d/.test(around.slice(0, 2))) places.push({ at, kind: 'cut-digits' })
  }
  const place = places.filter((p) => c.hit(rates[p.kind] ?? 0)).at(-1)
  if (!place || /[A-Za-z-]/.test(text)) return null
  const head = token.glyphs.splice(0, place.at)
  head.at(-1)!.kind = place.kind
  const width = head.reduce((sum, g) => sum + widthOf(g.char), 0)
  token.width -= width
  return { glyphs: head, width }
}
