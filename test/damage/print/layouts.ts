import type { Chance } from '../chance.ts'

/** What one line of the raw text holds, what stands between lines, and what is left of the first-line indent. */
export interface Layout {
  readonly id: string
  /** `whole`: a paragraph; `column`: what of it stands in one column; `row`: a printed row; `run`: that, runs set apart. */
  readonly line: 'whole' | 'column' | 'row' | 'run'
  readonly blanks: 0 | 1
  readonly indent: 'visible' | 'dropped' | 'none'
  /** A blank line between paragraphs, none between rows. */
  readonly parted?: true
}

export const LAYOUTS: readonly Layout[] = [
  { id: 'whole', line: 'whole', blanks: 0, indent: 'none' },
  { id: 'whole-blank', line: 'whole', blanks: 1, indent: 'visible' },
  { id: 'column', line: 'column', blanks: 0, indent: 'visible' },
  { id: 'column-blank', line: 'column', blanks: 1, indent: 'none' },
  { id: 'row-visible', line: 'row', blanks: 0, indent: 'visible' },
  { id: 'row-dropped', line: 'row', blanks: 0, indent: 'dropped' },
  { id: 'row-flush', line: 'row', blanks: 0, indent: 'none' },
  { id: 'row-parted', line: 'row', blanks: 0, indent: 'none', parted: true },
  { id: 'row-blank-visible', line: 'row', blanks: 1, indent: 'visible' },
  { id: 'row-blank-dropped', line: 'row', blanks: 1, indent: 'dropped' },
  { id: 'run-dropped', line: 'run', blanks: 0, indent: 'dropped' },
  { id: 'run-blank-dropped', line: 'run', blanks: 1, indent: 'dropped' },
  { id: 'run-blank-visible', line: 'run', blanks: 1, indent: 'visible' },
]

/** What is left to chance: how a book is printed. */
export interface Print {
  /** Half squares of a row. */
  readonly width: number
  /** A mark that may not begin a row hangs in the margin, has others squeezed for it, or takes its neighbour along. */
  readonly overflow: 'hang' | 'squeeze' | 'carry'
  readonly indent: Layout['indent']
  readonly indentText: string
  readonly titleOwnRow: boolean
  readonly titleGap: string
  /** Titles are indented like paragraphs. */
  readonly titleIndent: boolean
  readonly rowsInColumn: number
  readonly columnsInPage: 1 | 2
  readonly pageMark: 'form-feed' | 'space' | 'none'
  /** Blank lines, more than between rows, around headings. */
  readonly headingSpace: number
  readonly signatureIndent: string
}

export function print(c: Chance, layout: Layout): Print {
  const wide = c.hit(0.4)
  return {
    width: 2 * (wide ? c.int(31, 42) : c.int(18, 30)),
    overflow: c.pick(['hang', 'squeeze', 'carry'] as const),
    indent: layout.indent,
    indentText: c.pick(['　　', '　　', '    ']),
    titleOwnRow: c.hit(layout.line === 'column' ? 0.5 : 0.25),
    titleGap: c.pick([' ', ' ', '　', '']),
    titleIndent: layout.indent === 'visible' && c.hit(0.3),
    rowsInColumn: c.int(22, 44),
    columnsInPage: wide ? 1 : 2,
    pageMark: c.pick(['form-feed', 'space', 'none'] as const),
    headingSpace: c.int(0, 2),
    signatureIndent: c.pick(['', '', '　　　　　　', '          ']),
  }
}
