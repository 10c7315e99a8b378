import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decisionsOf } from '../../src/core/carry/decisions.ts'
import { digitLock } from '../../src/core/document/digit-lock.ts'
import { ledger } from '../../src/core/document/ledger.ts'
import { startOf } from '../../src/core/project/open-project.ts'
import { Chance } from '../laws/support/chance.ts'
import { randomEvent } from '../laws/support/random-event.ts'
import { further, imported, type Made } from '../project/made.ts'
import { editing } from './editing.ts'
import { carried, lines, outcomes, RAW } from './support.ts'

const SAMPLE = readFileSync(new URL('../../resources/sample/sample.txt', import.meta.url), 'utf8')

const FIRST = imported(SAMPLE)

function edited(seed: number, acts: number): Made {
  const chance = new Chance(seed)
  let made = FIRST
  for (let i = 0; i < acts; i++) {
    const event = editing(chance, made.document)
    made = (event && further(made, event)) ?? made
  }
  return made
}

/** White space at a place is no part of it. */
const words = (line: string): string => line.replace(/\s/g, '')

/** Without the reason. */
const short = (outcome: string): string => outcome.split(' ', 2).join(' ')

describe('whatever the new text is', () => {
  test('each decision comes out once, and the laws hold', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 6 }), (seed, edits) => {
        const chance = new Chance(seed)
        let made = imported(RAW)
        for (let i = 0; i < 12; i++) made = further(made, randomEvent(chance, made.document)) ?? made
        let text = RAW
        for (let i = 0; i < edits; i++) {
          const at = chance.below(text.length)
          const put = chance.pick(['', '\n', '年', '18', '【', '。', '新建粮站，'])
          text = text.slice(0, at) + put + text.slice(at + chance.below(6))
        }
        fc.pre(digitLock(imported(text).document).violations.length === 0)
        const result = carried(made, text)
        const start = startOf(made.project.source, made.project.events[0]?.event)
        const all = decisionsOf(start.ok ? start.value : made.document, made.document, made.project.events)
        expect(result.decisions.map((one) => one.decision.id)).toEqual(all.map((one) => one.id))
        expect(new Set(all.map((one) => one.id)).size).toBe(all.length)
        expect(ledger(result.document).imbalances).toEqual([])
        expect(digitLock(result.document).violations).toEqual([])
        for (const one of outcomes(result).map(short)) seen.set(one, (seen.get(one) ?? 0) + 1)
      }),
      { seed: 20261123, numRuns: 80 },
    )
    for (const one of [
      'correction',
      'split',
      'joined',
      'lifted',
      'typed-in',
      'moved',
      'merged',
      'note',
      'read',
      'role',
    ])
      for (const outcome of ['moved', 'conflict'])
        expect([one, outcome, (seen.get(`${one} ${outcome}`) ?? 0) > 0]).toEqual([one, outcome, true])
  })
})

describe('what was decided at the desk', () => {
  test('all moves to the same text, and reads the same there', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const made = edited(seed, 14)
        const result = carried(made, SAMPLE)
        expect(outcomes(result).filter((one) => one.includes('conflict'))).toEqual([])
        expect(lines(result.document).map(words)).toEqual(lines(made.document).map(words))
      }),
      { seed: 20261124, numRuns: 24 },
    )
  })

  test('moves though the text was changed elsewhere', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const made = edited(seed, 8)
        const text = changedElsewhere(new Chance(seed + 1), made)
        const result = carried(made, text)
        expect(text).not.toBe(SAMPLE)
        expect(outcomes(result).filter((one) => one.includes('conflict'))).toEqual([])
      }),
      { seed: 20261125, numRuns: 24 },
    )
  })
})

/** Other words in the middle of running text, far from whatever was decided. */
function changedElsewhere(chance: Chance, { project, document }: Made): string {
  const start = startOf(project.source, project.events[0]?.event)
  if (!start.ok) throw new Error(start.error.kind)
  const decided = decisionsOf(start.value, document, project.events).map((one) => one.span)
  let text = SAMPLE
  // From the end, so that the places of decisions hold.
  for (let at = text.length - 60; at > 60; at -= 30 + chance.below(60)) {
    const isFar = decided.every(({ from, to }) => at + 30 < from || to + 30 < at)
    if (isFar && /^[\u4e00-\u9fff]{6}$/.test(text.slice(at - 3, at + 3)))
      text = text.slice(0, at) + '另外' + text.slice(at + chance.below(2))
  }
  return text
}
