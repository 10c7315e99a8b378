import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Logged } from '../../src/core/document/event.ts'
import { readLogged } from '../../src/core/document/event-shape.ts'
import { step } from '../../src/core/document/replay.ts'
import { randomBook } from '../laws/support/random-book.ts'
import { start, walk } from '../laws/support/walk.ts'

const seeds = fc.record({ seed: fc.nat(), size: fc.integer({ min: 1, max: 60 }) })
const runs = { seed: 20260105, numRuns: 120 }

function eventsOf(seed: number, size: number): Logged[] {
  const found: Logged = {
    seq: 1,
    at: '',
    by: '',
    event: { type: 'found', suggestions: randomBook(seed, 40).analysis.suggestions },
  }
  const analysed: Logged = { ...found, event: { type: 'analysed', engine: '0.0.1', payload: '00' } }
  return [analysed, found, ...walk(randomBook(seed, size), seed, 10).log]
}

/** All ways to put one junk value into one place of a value of JSON. */
function* spoilt(value: unknown, junk: unknown): Generator {
  yield junk
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value))
    for (const bad of spoilt(inner, junk))
      yield Array.isArray(value) ? value.with(Number(key), bad) : { ...value, [key]: bad }
}

describe('a line of the log', () => {
  test('is read back as it was written', () => {
    const types = new Set<string>()
    fc.assert(
      fc.property(seeds, ({ seed, size }) => {
        for (const logged of eventsOf(seed, size)) {
          const line: unknown = JSON.parse(JSON.stringify(logged))
          expect(readLogged(line)).toEqual({ ok: true, value: logged })
          types.add(logged.event.type)
        }
      }),
      runs,
    )
    expect(types.size).toBe(17)
  })

  test('spoilt in any one place is refused or is another event, and applying that one never throws', () => {
    let refused = 0
    fc.assert(
      fc.property(
        seeds,
        fc.constantFrom<unknown>(null, '', 'x', -1, 0, 3, 1.5, 1e300, [], {}, true),
        ({ seed, size }, junk) => {
          const doc = start(randomBook(seed, size))
          for (const logged of eventsOf(seed, size))
            for (const bad of spoilt(logged, junk)) {
              const read = readLogged(bad)
              if (!read.ok) refused++
              else expect(() => step(doc, { ...read.value, seq: 1 })).not.toThrow()
            }
        },
      ),
      { ...runs, numRuns: 40 },
    )
    expect(refused).toBeGreaterThan(1000)
  })

  test('of an unknown type is called that, not malformed', () => {
    const line = { seq: 1, at: '', by: '', event: { type: 'bookmarked', at: 0, label: null } }
    const kind = (event: unknown) => {
      const read = readLogged({ ...line, event })
      return read.ok ? 'fine' : read.error.kind
    }
    expect(kind(line.event)).toBe('fine')
    expect(kind({ type: 'dreamt' })).toBe('unknown-event')
    expect(kind({ type: 'constructor' })).toBe('unknown-event')
    expect(kind({ type: 'bookmarked' })).toBe('malformed')
    expect(kind(null)).toBe('not-an-event')
    expect(readLogged(undefined)).toMatchObject({ ok: false, error: { kind: 'not-an-event' } })
  })
})
