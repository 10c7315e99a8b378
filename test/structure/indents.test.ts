import { expect, it } from 'vitest'
import { Habits } from '../../src/core/structure/layout/habits.ts'
import type { Piece } from '../../src/core/structure/piece.ts'
import { ENDS_OPEN, ENDS_SENTENCE, type Stretch } from '../../src/core/structure/layout/stretch.ts'

const COLUMN = 40

/** Rows, as their width, `final` where a sentence ends with one, and the indent of the next. */
function stretch(rows: readonly Row[]): Stretch {
  const none = rows.map(() => 0)
  const breaks = [[0, false, 0] as const, ...rows.slice(0, -1)]
  return {
    pieces: rows.map(() => ({ isRun: false }) as Piece),
    title: null,
    width: rows.map(([width]) => width),
    indent: breaks.map(([, , indent]) => indent),
    ending: breaks.map(([, final]) => (final ? ENDS_SENTENCE : ENDS_OPEN)),
    hang: none,
    unit: none,
    inline: none,
    apart: none,
    blanks: none,
    closing: none,
    item: none,
    number: none,
    stray: none,
    lastEnding: ENDS_SENTENCE,
  }
}

type Row = readonly [width: number, final: boolean, indent: number]
const ROW: Row = [COLUMN, false, 0]
const BY_CHANCE: Row = [COLUMN, true, 0]
const LAST: Row = [18, true, 4]
const FLUSH: Row = [18, true, 0]
const TEXT = Array.from({ length: 6 }, () => [ROW, ROW, BY_CHANCE, ROW, BY_CHANCE, ROW]).flat()

it.each([
  ['all of the short rows', [LAST, LAST], true],
  ['one of many', [LAST, FLUSH, FLUSH, FLUSH, FLUSH], false],
])('few indents show the custom, where they follow %s', (_, ends, indents) => {
  const habits = new Habits([stretch([...TEXT, ...ends, ...TEXT])], () => [COLUMN])
  expect(habits.of(0).indents).toBe(indents)
})
