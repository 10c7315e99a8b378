import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cleanSource, decodeSource } from '../../src/cli/clean-source.ts'
import { analyse } from '../../src/core/analyse.ts'
import { SWITCHABLE, switchedOff } from '../../src/core/switches.ts'
import { Desk } from './desk.ts'

const decoded = decodeSource(
  readFileSync(new URL('../../resources/sample/sample.txt', import.meta.url)),
  null,
)
if (!decoded.ok) throw new Error('the sample does not decode')
const sample = decoded.value

describe.each([...SWITCHABLE])('without %s', (id) => {
  const off = new Set([id])

  test('it says nothing, the record does not list it, and the book is sound', async () => {
    const analysis = analyse(sample.raw, { off })
    expect(analysis.rules.map((r) => r.rule)).not.toContain(id)
    expect(analysis.suggestions.filter((s) => s.rule === id)).toEqual([])
    expect(analysis.corrections.filter((c) => c.origin.kind !== 'manual' && c.origin.rule === id)).toEqual([])
    expect((await cleanSource('sample.txt', sample, { strict: false, off, userRules: [] })).ok).toBe(true)
  })
})

test('all rules are on record where none is off', () => {
  const ran = analyse(sample.raw).rules.map((r) => r.rule)
  for (const id of SWITCHABLE) expect(ran).toContain(id)
})

test('a step of structure cannot be switched off', () => {
  expect(switchedOff(['structure/titles'])).toEqual({ ok: false, error: 'structure/titles' })
})

test('clean and check leave out what --off names, and refuse what is no rule', async () => {
  const desk = await Desk.open()
  await desk.put('a.txt', '【概况】2O20年，新建粮站１８座。\n')
  const { code } = await desk.run(['clean', 'a.txt', '--out', 'o', '--off', 'number/digit-confusion'])
  expect(code).toBe(0)
  expect(await desk.text('o/a.txt')).toContain('2O20年，新建粮站18座')
  const wrong = await desk.run(['clean', 'a.txt', '--out', 'o', '--off', 'no/such-rule'])
  expect(wrong.code).toBe(2)
  expect(wrong.stderr).toContain('no/such-rule')
  expect(wrong.stderr).toContain('character/bracket-width')

  await desk.put('b.txt', '【概况】获“先进称号。\n')
  expect((await desk.run(['check', 'b.txt'])).code).toBe(1)
  expect((await desk.run(['check', 'b.txt', '--off', 'character/quotation-marks'])).code).toBe(0)
})
