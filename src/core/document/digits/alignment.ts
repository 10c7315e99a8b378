import type { Segment } from '../../corrections/segment.ts'
import { isBlank } from '../../text/characters.ts'

export type EditSegment = Extract<Segment, { kind: 'edit' }>

/**
 * Which raw character each unit of an insertion stands for, as raw offsets; -1 where none. A rule may write more than it
 * changes: `1 , 2` as `1,2`, `１８座` as `18座`. A digit that stands again where it stood was not touched.
 *
 * Three ways, the first that fits: unit by unit, where nothing was added or taken; what is not blank, where only blanks were
 * taken; else what is the same at both ends.
 */
export function aligned(text: string, { from, to, insert }: EditSegment): readonly number[] {
  const replaced = text.slice(from, to)
  if (replaced.length === insert.length) return range(from, to)
  const solid = range(from, to).filter((at) => !isBlank(text.charCodeAt(at)))
  if (solid.length === insert.length && solid.every((at, i) => text[at] === insert[i])) return solid
  const most = Math.min(replaced.length, insert.length)
  let head = 0
  while (head < most && replaced[head] === insert[head]) head++
  let tail = 0
  while (tail < most - head && replaced.at(-1 - tail) === insert.at(-1 - tail)) tail++
  return Array.from({ length: insert.length }, (_, i) => {
    if (i < head) return from + i
    return i >= insert.length - tail ? to - (insert.length - i) : -1
  })
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}
