import { isBlank } from '../../text/characters.ts'
import type { EditPiece } from '../pieces.ts'
import { readTokens } from './tokens.ts'

/**
 * Which raw character each unit of an insertion stands for, as raw offsets; -1 where none. A rule may write
 * more than it changes: `1 , 2` as `1,2`, `１８座` as `18座`. A digit that stands again where it stood was not
 * touched.
 *
 * Four ways, the first that fits: unit by unit, where nothing was added or taken; what is not blank, where
 * only blanks were taken; digit by digit, where the same numbers stand in both; else what is the same at both
 * ends.
 */
export function aligned(text: string, { from, to, insert }: EditPiece): readonly number[] {
  const replaced = text.slice(from, to)
  if (replaced.length === insert.length) return range(from, to)
  const solid = range(from, to).filter((at) => !isBlank(text.charCodeAt(at)))
  if (solid.length === insert.length && solid.every((at, i) => text[at] === insert[i])) return solid
  const out = new Array<number>(insert.length).fill(-1)
  const before = read(text, from, to)
  const after = read(insert, 0, insert.length)
  if (before.runs === after.runs) {
    after.places.forEach((at, i) => (out[at] = before.places[i]!))
    return out
  }
  for (let i = 0; i < insert.length && text[from + i] === insert[i] && from + i < to; i++) out[i] = from + i
  for (let i = 1; i <= insert.length && text[to - i] === insert.at(-i) && to - i >= from; i++) {
    const taken = out.includes(to - i) || out[insert.length - i] !== -1
    if (taken) break
    out[insert.length - i] = to - i
  }
  return out
}

/** The runs of a text, parted by spaces, and where each token starts. */
function read(text: string, from: number, to: number): { runs: string; places: number[] } {
  let runs = ''
  const places: number[] = []
  readTokens(text, from, to, {
    token: (t, at) => {
      runs += t
      places.push(at)
    },
    part: () => (runs += runs.endsWith(' ') ? '' : ' '),
  })
  return { runs: runs.trim(), places }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}
