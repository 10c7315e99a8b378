import type { RuleId } from '../../../core/corrections/correction.ts'
import { type Finding, ruleOf } from '../../session/findings.ts'
import type { Outline } from '../../session/outline.ts'

export interface HeatCell {
  readonly count: number
  /** Raw offset of the first finding in it. */
  readonly at: number
}

export interface Heat {
  /** Indexes of outline nodes: sections, or categories where there are too many of those. */
  readonly columns: readonly number[]
  /** The rules that found most first. */
  readonly rows: readonly {
    readonly rule: RuleId
    readonly total: number
    /** By column; null where it found nothing. */
    readonly cells: readonly (HeatCell | null)[]
  }[]
  readonly most: number
}

/** More columns than these cannot be told apart. */
const MOST_COLUMNS = 48

/** Findings by rule and by part of the book. */
export function heat({ nodes, nodeOf }: Outline, findings: readonly Finding[]): Heat {
  const isColumn = (kind: string, index: number): boolean =>
    kind === 'section' || (kind === 'category' && nodes[index + 1]?.kind !== 'section')
  let columns = nodes.flatMap((n, i) => (isColumn(n.kind, i) ? [i] : []))
  if (columns.length > MOST_COLUMNS) columns = nodes.flatMap((n, i) => (n.kind === 'category' ? [i] : []))
  const columnOf = new Map(columns.map((node, i) => [node, i]))
  const rows = new Map<RuleId, { total: number; cells: (HeatCell | null)[] }>()
  let most = 0
  for (const finding of findings) {
    const rule = ruleOf(finding)
    if (rule === null) continue
    let node = nodeOf.get(finding.block) ?? -1
    while (node >= 0 && !columnOf.has(node)) node = nodes[node]?.parent ?? -1
    let row = rows.get(rule)
    if (!row) rows.set(rule, (row = { total: 0, cells: columns.map(() => null) }))
    row.total++
    const column = columnOf.get(node)
    if (column === undefined) continue
    const cell = row.cells[column]
    const count = (cell?.count ?? 0) + 1
    row.cells[column] = { count, at: cell?.at ?? finding.span.from }
    most = Math.max(most, count)
  }
  return {
    columns,
    rows: [...rows].map(([rule, row]) => ({ rule, ...row })).sort((a, b) => b.total - a.total),
    most,
  }
}
