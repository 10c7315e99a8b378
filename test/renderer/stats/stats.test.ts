import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { outline } from '../../../src/renderer/session/outline.ts'
import { collectFindings } from '../../../src/renderer/session/findings.ts'
import { heat } from '../../../src/renderer/views/stats/heat.ts'
import { parts } from '../../../src/renderer/views/stats/parts.ts'
import {
  officialLength,
  perTenThousand,
  printedSizeOf,
} from '../../../src/renderer/views/stats/printed-size.ts'
import { open } from '../../diff/worked-on.ts'

const SAMPLE = open(readFileSync(join(import.meta.dirname, '../../../resources/sample/sample.txt'), 'utf8'))
const findings = collectFindings(SAMPLE, { suggestions: new Map(), rules: new Set() }, new Map())
const nodes = outline(SAMPLE)

it('each finding stands in one cell at most, and its row counts it', () => {
  const { rows, columns, most } = heat(nodes, findings)
  expect(columns.length).toBeGreaterThan(1)
  expect(rows.reduce((n, r) => n + r.total, 0)).toBe(findings.length)
  for (const row of rows) {
    const counts = row.cells.map((c) => c?.count ?? 0)
    expect(row.cells.length).toBe(columns.length)
    expect(counts.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(row.total)
    expect(Math.max(...counts)).toBeLessThanOrEqual(most)
  }
})

it('the parts of a book hold all its entries and findings', () => {
  const all = parts(SAMPLE, nodes, findings, new Set([nodes.nodes.findIndex((n) => n.kind === 'entry')]))
  expect(all.reduce((n, p) => n + p.entries, 0)).toBe(nodes.entries)
  expect(all.reduce((n, p) => n + p.read, 0)).toBe(1)
  const held = findings.filter((f) => nodes.nodeOf.has(f.block)).length
  expect(all.reduce((n, p) => n + p.findings, 0)).toBe(held)
})

it('the official length wants all three of its figures', () => {
  expect(officialLength({ lines: 38, characters: 40, pages: 500 })).toBe(760_000)
  expect(officialLength({ lines: 38, characters: 0, pages: 500 })).toBeNull()
  expect(officialLength(printedSizeOf({ lines: '38', characters: 40, pages: 500 }))).toBeNull()
  expect(officialLength(printedSizeOf(null))).toBeNull()
  expect(perTenThousand(76, 760_000)).toBe(1)
  expect(perTenThousand(3, 0)).toBe(0)
})
