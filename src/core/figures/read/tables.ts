import { decimal, type Decimal } from '../decimal.ts'
import type { Passage } from './passage.ts'

/** A row of a table: its label cells and its numbers, the numbers at the end. */
export interface TableRow {
  readonly passage: Passage
  readonly cells: readonly string[]
  /** By column; null where a cell holds no number. */
  readonly values: readonly (Decimal | null)[]
}

export interface Column {
  readonly name: string
  /** As the head gives it in brackets; '' where it gives none. */
  readonly unit: string
}

/** Rows of one width below a head that names their columns. */
export interface Table {
  readonly columns: readonly Column[]
  readonly rows: readonly TableRow[]
}

const NUMBER = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/
const HEAD = /^([^（(]+)(?:[（(]([^）)]+)[）)])?$/

/** The tables among the blocks of an entry: a head, then rows of as many cells. */
export function tables(body: readonly Passage[]): Table[] {
  const out: Table[] = []
  let columns: Column[] = []
  let rows: TableRow[] = []
  const close = (): void => {
    if (rows.length > 1) out.push({ columns, rows })
    rows = []
  }
  for (const passage of body) {
    const cells = passage.role === 'table' ? passage.text.split(' ') : []
    const values = cells.map((c) => (NUMBER.test(c) ? decimal(c) : null))
    const numbers = values.filter((v) => v !== null).length
    if (cells.length > 1 && numbers === 0) {
      close()
      columns = cells.map((c) => ({ name: HEAD.exec(c)?.[1] ?? c, unit: HEAD.exec(c)?.[2] ?? '' }))
    } else if (cells.length > 1 && cells.length === columns.length) rows.push({ passage, cells, values })
    else {
      close()
      columns = []
    }
  }
  close()
  return out
}
