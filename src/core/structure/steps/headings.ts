import { ruleId } from '../../rules/rule.ts'
import { isAside, type Draft } from '../draft.ts'
import { isShortName } from '../names.ts'
import type { Piece } from '../piece.ts'
import type { Step } from '../step.ts'

const MOST = 16
/** Ends a sentence, with what may close after it: a signature, too. */
const FINAL = /[。！？…][”’）)》]*(?:\s*[（(][\p{Script=Han}·\s]{2,20}[）)])?$/u

/** Section headings: a short line that is followed by an entry's title and does not continue a sentence. */
export const headings: Step = {
  id: ruleId('structure/headings'),
  version: 1,
  title: { zh: '分目名', en: 'Section headings' },
  why: {
    zh: '条目题名前独占一行的短语，且上文已完句，即为分目名。',
    en: 'A short line of its own before an entry’s title, with a finished sentence before it, is a section heading.',
  },
  messages: {},
  run(draft) {
    const flow = draft.pieces.filter((p) => !isAside(p.role))
    for (let i = 1; i < flow.length; i++) {
      const title = flow[i]!
      if (title.role !== 'title' || title.continues) continue
      const heading = flow[i - 1]!
      if (!mayBeHeading(draft, heading)) continue
      const before = flow[i - 2]
      if (before && mayBeHeading(draft, before) && isFinished(draft, flow[i - 3], before)) {
        // Two short lines before a title: the category without an English line, then the section.
        before.role = 'category'
        heading.role = 'heading'
      } else if (isFinished(draft, before, heading)) heading.role = 'heading'
    }
  },
}

function mayBeHeading(draft: Draft, p: Piece): boolean {
  return p.role === null && !p.inline && !p.isRun && isShortName(draft.plain(p), MOST)
}

/** Has what stands before a would-be heading come to an end? */
function isFinished(draft: Draft, before: Piece | undefined, heading: Piece): boolean {
  if (!before) return true
  if (before.role !== null && before.role !== 'title') return true
  if (FINAL.test(draft.plain(before))) return true
  // Unfinished, but the heading is set off: letter-spaced, or by a gap wider than the lines around it have.
  if (/^\S(?:\s+\S)+$/.test(draft.plain(heading))) return true
  return heading.line.blanksBefore > before.line.blanksBefore + 1
}
