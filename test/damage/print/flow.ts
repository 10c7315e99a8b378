import type { Chance } from '../chance.ts'
import type { CleanBook, CleanEntry, CleanParagraph, CleanSection } from '../clean/model.ts'
import type { Rates } from '../kinds.ts'
import { fillRows } from './fill-rows.ts'
import { gap, glyphs, type Glyph, type Row, type RowRole } from './glyph.ts'
import type { Layout, Print } from './layouts.ts'

/** A printed first-line indent, in half squares. */
const INDENT = 4

/** The text of a book as rows of print, before it is cut into pages. */
export function flow(book: CleanBook, layout: Layout, print: Print, rates: Rates, c: Chance): Row[] {
  const setter = new Setter(layout, print, rates, c)
  for (const category of book.categories) {
    setter.line('category', category.title, -1, print.headingSpace + 1)
    if (category.titleEn) setter.line('category-en', category.titleEn, -1, 0)
    for (const section of category.sections) setter.section(section)
  }
  return setter.rows
}

class Setter {
  readonly rows: Row[] = []
  readonly #layout: Layout
  readonly #print: Print
  readonly #rates: Rates
  readonly #c: Chance
  #block = 0
  #entry = -1

  constructor(layout: Layout, print: Print, rates: Rates, c: Chance) {
    this.#layout = layout
    this.#print = print
    this.#rates = rates
    this.#c = c
  }

  /** A line of its own, not filled to the width. */
  line(role: RowRole, text: string, entry: number, space: number): void {
    this.rows.push({
      role,
      glyphs: glyphs(text),
      block: ++this.#block,
      entry,
      indent: 0,
      space,
      starts: null,
    })
  }

  section(section: CleanSection): void {
    this.line('heading', section.title, -1, this.#print.headingSpace)
    for (const entry of section.entries) this.#setEntry(entry)
    const names = section.contributors.join(' ')
    if (names !== '') {
      const last = this.rows.at(-1)!
      const inline = last.role === 'text' && this.#layout.line !== 'run' && this.#c.hit(0.12)
      if (inline)
        this.rows[this.rows.length - 1] = { ...last, glyphs: [...last.glyphs, ...glyphs(`（${names}）`)] }
      else this.line('contributor', `（${names}）`, -1, Math.min(1, this.#print.headingSpace))
    }
    for (const inner of section.sections) this.section(inner)
  }

  #setEntry(entry: CleanEntry): void {
    this.#entry++
    const { titleOwnRow, titleGap } = this.#print
    const title = glyphs(`【${entry.title}】`)
    const first = entry.paragraphs[0]!
    const own = titleOwnRow || first.kind !== 'text'
    if (own) this.#run('title', title, this.#print.titleIndent)
    else this.#run('text', [...title, ...gap(titleGap), ...glyphs(first.text)], this.#print.titleIndent)
    entry.paragraphs.slice(own ? 0 : 1).forEach((p) => this.#paragraph(p))
  }

  #paragraph(p: CleanParagraph): void {
    if (p.kind === 'table') this.line('table', p.text, this.#entry, 0)
    else this.#run(p.kind, glyphs(p.text), this.#print.indent !== 'none')
  }

  /** Text filled into rows of the column. */
  #run(role: RowRole, text: Glyph[], indented: boolean): void {
    const indent = indented ? INDENT : 0
    const { width } = this.#print
    const whole = this.#layout.line === 'whole'
    const rows = whole ? [text] : fillRows(text, this.#print, width - indent, this.#rates, this.#c)
    this.#block++
    rows.forEach((row, i) =>
      this.rows.push({
        role,
        glyphs: row,
        block: this.#block,
        entry: this.#entry,
        indent: i === 0 ? indent : 0,
        space: 0,
        starts: null,
      }),
    )
  }
}
