import { diffChars } from 'diff'
import { type CleanOffset, cleanOffset, type Span } from '../../core/text/offset.ts'

/** A stretch of the old text and what takes its place. */
export interface Hunk {
  readonly span: Span<CleanOffset>
  readonly insert: string
}

/** Past so many changed characters it is another text: one change says that better than two hundred. */
const MOST = 200
/** Changes with so few unchanged characters between them are one: a word typed anew keeps a character by chance. */
const APART = 2

/** What was changed between two states of a paragraph, in reading order. */
export function hunksOf(before: string, after: string): Hunk[] {
  if (before === after) return []
  const parts = diffChars(before, after, { maxEditLength: MOST })
  if (!parts) return [hunk(0, before.length, after)]
  const out: { from: number; to: number; insert: string }[] = []
  let at = 0
  for (const part of parts) {
    const size = part.removed || !part.added ? part.value.length : 0
    if (part.added || part.removed) {
      const last = out.at(-1)
      if (last && at - last.to <= APART) {
        last.insert += before.slice(last.to, at) + (part.added ? part.value : '')
        last.to = at + size
      } else out.push({ from: at, to: at + size, insert: part.added ? part.value : '' })
    }
    at += size
  }
  return out.map((h) => hunk(h.from, h.to, h.insert))
}

function hunk(from: number, to: number, insert: string): Hunk {
  return { span: { from: cleanOffset(from), to: cleanOffset(to) }, insert }
}
