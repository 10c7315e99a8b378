import type { Chance } from './chance.ts'
import type { Kind, Rates } from './kinds.ts'
import type { Glyph, Row } from './print/glyph.ts'
import type { Layout, Print } from './print/layouts.ts'

/** A damage that was done: its kind and where it stands in the raw text (UTF-16). */
export interface Wound {
  readonly kind: Kind
  readonly at: number
  readonly entry: number
}

interface Line {
  readonly glyphs: Glyph[]
  readonly row: Row
  readonly indent: string
  /** Blank lines above, more than the layout has between all lines. */
  readonly space: number
  readonly starts: Row['starts']
}

/** Rows of print as an extractor writes them down. */
export function extract(
  rows: readonly Row[],
  layout: Layout,
  print: Print,
  rates: Rates,
  c: Chance,
): { text: string; wounds: Wound[] } {
  const lines = double(linesOf(rows, layout, print, c), rates, c)
  const wounds: Wound[] = []
  let text = ''
  lines.forEach((line, i) => {
    if (i > 0)
      text += '\n'.repeat(
        line.space + 1 + (layout.blanks && !(line.starts === 'page' && print.pageMark === 'space') ? 1 : 0),
      )
    if (line.starts === 'page' && print.pageMark !== 'none')
      text += print.pageMark === 'space' ? ' ' : i > 0 ? '\f' : ''
    text += line.indent
    for (const g of line.glyphs) {
      if (g.kind) wounds.push({ kind: g.kind, at: text.length, entry: line.row.entry })
      text += g.raw
    }
  })
  return { text: text + '\n', wounds }
}

function linesOf(rows: readonly Row[], layout: Layout, print: Print, c: Chance): Line[] {
  const out: Line[] = []
  const symbolsApart = c.hit(0.6)
  rows.forEach((row, i) => {
    const before = rows[i - 1]
    const last = out.at(-1)
    const goesOn = before?.block === row.block
    if (layout.line === 'column' && goesOn && last && row.starts === null) {
      // Where rows are put together, the space that was not printed at a row's end stands again.
      const end = last.glyphs.at(-1)
      if (end?.char === ' ' && end.raw === '') end.raw = ' '
      const start = row.glyphs[0]
      if (start?.char === ' ' && start.raw === '') start.raw = ' '
      last.glyphs.push(...row.glyphs)
      return
    }
    const signature = row.role === 'contributor' && row.block > 0
    const indent = signature
      ? print.signatureIndent
      : layout.indent === 'visible' && row.indent > 0
        ? print.indentText
        : ''
    const parts =
      layout.line === 'run' && row.role !== 'head'
        ? runs(row.glyphs, symbolsApart, row.role === 'table', c)
        : [row.glyphs]
    const parted = layout.parted && before && !goesOn ? 1 : 0
    parts.forEach((glyphs, k) =>
      out.push({
        glyphs: [...glyphs],
        row,
        indent: k === 0 ? indent : '',
        space: k === 0 ? Math.max(row.space, parted) : 0,
        starts: k === 0 ? row.starts : null,
      }),
    )
  })
  return out
}

const WEST = /^[0-9A-Za-z.,%&'/:μ²³‰℃ -]$/
const SYMBOL = /^[—~～∶±+·-]$/

/** Runs of digits, Latin and symbols come out on lines of their own, most of them. */
function runs(row: readonly Glyph[], symbolsApart: boolean, cells: boolean, c: Chance): Glyph[][] {
  const out: { kind: string; glyphs: Glyph[] }[] = []
  row.forEach((g, i) => {
    // A space parts cells, or belongs to what follows it.
    const inner = g.char === ' ' && (cells || !(row[i + 1] && WEST.test(row[i + 1]!.char)))
    let kind = SYMBOL.test(g.char) && symbolsApart ? 'symbol' : WEST.test(g.char) && !inner ? 'west' : 'han'
    if (kind === 'han' && SYMBOL.test(g.char)) kind = out.at(-1)?.kind ?? 'han'
    const last = out.at(-1)
    if (last?.kind === kind) last.glyphs.push(g)
    else if (g.char !== ' ' || last === undefined) out.push({ kind, glyphs: [g] })
    // Spaces stay with what they follow, at the end of its line.
    else last.glyphs.push(g)
    if (inner && out.at(-1)!.kind !== 'han') out.push({ kind: 'han', glyphs: [] })
  })
  const lines: Glyph[][] = []
  let joins = false
  for (const part of out) {
    const stays = part.kind !== 'han' && c.hit(0.1)
    if ((stays || joins) && lines.length > 0) lines.at(-1)!.push(...part.glyphs)
    else lines.push(part.glyphs)
    joins = stays
  }
  return lines.filter((l) => l.some((g) => g.raw.trim() !== ''))
}

/** A line extracted twice, at a page’s end most likely. */
function double(lines: readonly Line[], rates: Rates, c: Chance): Line[] {
  const out: Line[] = []
  lines.forEach((line, i) => {
    out.push(line)
    const text = line.glyphs.map((g) => g.char).join('')
    const kind = /[0-9]/.test(text) ? 'doubled-line-digits' : 'doubled-line'
    const fit =
      line.row.role === 'text' &&
      text.length >= 12 &&
      !text.includes('【') &&
      lines[i + 1]?.row.block === line.row.block
    if (!fit || !c.hit(rates[kind] ?? 0)) return
    const again = line.glyphs.map((g, k) => ({ ...g, kind: k === 0 ? kind : g.kind }))
    out.push({ ...line, glyphs: again, indent: '', space: 0, starts: null })
  })
  return out
}
