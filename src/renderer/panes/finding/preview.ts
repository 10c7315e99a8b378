import type { BlockId } from '../../../core/corrections/correction.ts'
import type { Document } from '../../../core/document/document.ts'
import type { Fix } from '../../../core/structure/block.ts'
import { blockText } from '../../session/block-text.ts'
import { changedBy } from '../../session/changed.ts'
import type { Finding } from '../../session/findings.ts'
import { accepting } from '../../session/acts.ts'
import type { Names } from '../../session/names.ts'
import { stroke } from '../../session/stroke.ts'

/** What would change: the text around, what stands there, what would stand there. */
export interface Preview {
  readonly lead: string
  readonly before: string
  readonly after: string
  readonly trail: string
}

const AROUND = 10
/** Names that nobody will ever see: the preview is thrown away. */
const NOBODY: Names = {
  block: () => 'preview' as BlockId,
  correction: (() => {
    let n = 0
    return () => `preview-${n++}` as ReturnType<Names['correction']>
  })(),
  note: () => 'preview' as ReturnType<Names['note']>,
}

/** What accepting a fix would do to the text; null where it would do nothing to it, or cannot be done. */
export function previewFix(doc: Document, finding: Finding, fix: Fix): Preview | null {
  const done = stroke(doc, accepting(finding, fix.id, NOBODY), '', '')
  if (!done.ok) return null
  const { doc: now, logged } = done.value
  const isBorder = fix.kind === 'split' || fix.kind === 'join'
  // A border that comes or goes takes no text with it: what it parts is looked at, too.
  const blocks = new Set([finding.block, ...(isBorder ? changedBy(now, logged).blocks : [])])
  const [before, after] = [textOf(doc, blocks), textOf(now, blocks)]
  return before === after ? null : between(before, after)
}

/** The text of those of these blocks that there are, with a mark where one ends and another begins. */
function textOf(doc: Document, blocks: ReadonlySet<BlockId>): string {
  const found = [...blocks].flatMap((id) => doc.blocks.get(id) ?? [])
  return found.map((block) => blockText(doc.raw, block).text).join('¶')
}

/** Where two texts differ, widened to whole numbers and words, with some of what is around. */
export function between(before: string, after: string): Preview {
  let head = 0
  const most = Math.min(before.length, after.length)
  while (head < most && before[head] === after[head]) head++
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  // Half a number says nothing.
  while (head > 0 && isWord(before[head - 1])) head--
  while (tail > 0 && isWord(before.at(-tail))) tail--
  return {
    lead: before.slice(Math.max(0, head - AROUND), head),
    before: before.slice(head, before.length - tail),
    after: after.slice(head, after.length - tail),
    trail: before.slice(before.length - tail).slice(0, AROUND),
  }
}

function isWord(c: string | undefined): boolean {
  return c !== undefined && /[\dA-Za-z.,%０-９]/u.test(c)
}
