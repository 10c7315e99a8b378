import {
  abs,
  approximately,
  compare,
  minus,
  plain,
  plus,
  shifted,
  sum,
  times,
  type Decimal,
} from '../decimal.ts'
import type { FigureRule, Hit } from '../finding.ts'
import { mark, markOf, printed } from '../read/mark.ts'
import type { ReadEntry } from '../read/reading.ts'
import { dimension, isExact, value, type Statement } from '../read/statement.ts'
import { tables, type Table, type TableRow } from '../read/tables.ts'
import { unitAt } from '../scan/units.ts'
import { ruleId } from '../../rules/rule.ts'
import { makes, percentOf } from './percentage.ts'
import { exchanges } from './slip.ts'

const TOTAL = /^(?:合计|总计|共计|小计|总数)$/
/** A table may show a selection only: it must come near to what the text says. */
const NEAR = 0.1
const MULTIPLIERS: readonly (readonly [string, number])[] = [['亿', 8], ['万', 4], ['千', 3], ['', 0]] // prettier-ignore

/** Columns of a table against their total, the text above, and the rates beside them. */
export const tableSums: FigureRule = {
  id: ruleId('figures/table-sums'),
  version: 1,
  title: { zh: '表格合计、比率不符', en: 'Table sums and rates' },
  why: {
    zh: '表中各行之和与合计行、与正文所说总数不同，或某一行的比率与本行两数算得的不同而其他各行都相合。',
    en: 'The rows of a table do not come to its total or to the number in the text, or one row’s rate is not what its two numbers make while those of all others are.',
  },
  messages: {
    total: { zh: '“{0}”各行之和{1}，合计作{2}', en: 'The rows of “{0}” come to {1}, the total says {2}' },
    text: { zh: '“{0}”各行之和{1}，正文作{2}', en: 'The rows of “{0}” come to {1}, the text says {2}' },
    rate: {
      zh: '本行比率{0}，按“{1}”“{2}”算得{3}%',
      en: 'This row’s rate is {0}; “{1}” and “{2}” make {3} %',
    },
  },
  examples: [
    {
      text: '# 农业\n## 质量\n【监测】\n| 类别 抽检（批次） 合格（批次） 合格率（%）\n| 蔬菜 5,236 5,187 99.1\n| 水果 2,418 2,402 99.3\n| 茶叶 1,642 1,639 98.9\n| 水产品 1,463 1,442 98.6',
      quotes: ['茶叶 1,642 1,639 98.9', '茶叶 1,642 1,639 98.9'],
    },
    {
      text: '# 农业\n## 质量\n【监测】\n| 类别 抽检（批次） 合格（批次） 合格率（%）\n| 蔬菜 5,236 5,187 99.1\n| 水果 2,418 2,402 99.3\n| 茶叶 1,642 1,639 99.8\n| 水产品 1,463 1,442 98.6',
      quotes: null,
    },
  ],
  checkEntry(entry, _, report) {
    for (const table of tables(entry.body)) {
      for (const hit of columnSums(table, entry)) report(hit)
      const rows = table.rows.filter((r) => !isTotal(r))
      for (const hit of rowRates(table.columns, rows)) report(hit)
    }
  },
}

function isTotal({ cells }: TableRow): boolean {
  return TOTAL.test(cells[0]!) || TOTAL.test(cells[1] ?? '')
}

function* columnSums(table: Table, entry: ReadEntry): Generator<Hit> {
  const totals = table.rows.filter(isTotal)
  const rows = table.rows.filter((r) => !totals.includes(r))
  if (totals.length > 1 || rows.length < 2) return
  for (const [c, column] of table.columns.entries()) {
    const cells = rows.map((r) => r.values[c] ?? null)
    if (column.unit === '' && c < 2) continue
    if (/率|比|均|序号|[%％‰]/.test(column.name + column.unit) || cells.some((v) => v === null)) continue
    const together = sum(cells as Decimal[])
    const total = totals[0]?.values[c]
    if (
      total &&
      compare(total, together) !== 0 &&
      compare(abs(minus(total, together)), rounding(cells as Decimal[])) > 0
    ) {
      yield {
        message: 'total',
        values: [column.name, plain(together), plain(total)],
        a: row(totals[0]!),
        b: row(rows[0]!),
        confidence: 0.85,
      }
    } else if (!total) {
      const said = inText(column.name, column.unit, cells as Decimal[], entry)
      if (said) {
        const values = [column.name, plain(together), printed(said)]
        yield { message: 'text', values, a: markOf(said), b: row(rows[0]!), confidence: 0.7 }
      }
    }
  }
}

/** What the text says of the column, where it names it and comes near to the sum but not to it. */
function inText(name: string, unit: string, cells: readonly Decimal[], entry: ReadEntry): Statement | null {
  const found = MULTIPLIERS.find(
    ([word]) => unit.startsWith(word) && unitAt(unit, word.length)?.name === unit.slice(word.length),
  )
  const measure = found && unitAt(unit, found[0].length)
  if (!measure) return null
  const inBase = (d: Decimal): Decimal => times(shifted(d, found[1]), measure.factor)
  const together = inBase(sum(cells))
  const said = entry.body
    .flatMap((p) => (p.role === 'table' ? [] : p.statements))
    .filter((s) => s.role === 'level' && isExact(s.figure) && dimension(s.figure) === measure.dimension)
    .filter((s) => {
      const words = s.action + s.noun
      return words.endsWith(name) || words.startsWith(name) || (s.noun.length > 1 && name.endsWith(s.noun))
    })
  if (
    said.some(
      (s) => compare(abs(minus(value(s.figure), together)), plus(s.figure.step, inBase(rounding(cells)))) < 0,
    )
  )
    return null
  return said.find((s) => isNear(value(s.figure), together, cells.map(inBase))) ?? null
}

function isNear(text: Decimal, together: Decimal, cells: readonly Decimal[]): boolean {
  const difference = minus(text, together)
  if (Math.abs(approximately(difference)) <= NEAR * approximately(text)) return true
  return (
    exchanges(text).some((e) => compare(e, together) === 0) ||
    cells.some((c) => exchanges(c).some((e) => compare(minus(e, c), difference) === 0))
  )
}

/** A rate that one row alone gets wrong. */
function* rowRates(columns: Table['columns'], rows: readonly TableRow[]): Generator<Hit> {
  if (rows.length < 4) return
  for (const [c, column] of columns.entries()) {
    if (!/率|比重|占比/.test(column.name) || !/[%％]/.test(column.unit)) continue
    for (let part = 0; part < c; part++)
      for (let whole = 0; whole < c; whole++) {
        if (part === whole) continue
        const wrong = rows.filter((r) => r.values[c] && !agrees(r, part, whole, c))
        const [odd] = wrong
        if (
          wrong.length !== 1 ||
          !odd ||
          rows.some((r) => !r.values[c] || !r.values[part] || !r.values[whole])
        )
          continue
        const rate = odd.values[c]!
        const made = percentOf(odd.values[part]!, odd.values[whole]!, rate)
        yield {
          message: 'rate',
          values: [`${plain(rate)}%`, columns[part]!.name, columns[whole]!.name, made],
          a: row(odd),
          b: row(odd),
          confidence: 0.8,
        }
      }
  }
}

function agrees({ values }: TableRow, part: number, whole: number, rate: number): boolean {
  const [p, w, r] = [values[part], values[whole], values[rate]]
  if (!p || !w || !r) return false
  const step = (d: Decimal): Decimal => ({ units: 1n, scale: d.scale })
  return makes({ value: p, step: step(p) }, { value: w, step: step(w) }, { percent: r, step: step(r) })
}

function row({ passage }: TableRow): Hit['a'] {
  return mark(passage, 0, passage.text.length)
}

/** Whole numbers are counted; decimals may each be off by half a last digit. */
function rounding(cells: readonly Decimal[]): Decimal {
  const scale = Math.max(...cells.map((c) => c.scale))
  return scale === 0 ? { units: 0n, scale: 0 } : { units: BigInt(cells.length + 1) * 5n, scale: scale + 1 }
}
