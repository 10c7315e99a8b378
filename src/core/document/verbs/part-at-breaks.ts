import type { BlockId } from '../../corrections/correction.ts'
import { mapping } from '../../corrections/mapping.ts'
import { segments } from '../../structure/segments.ts'
import { RUNNING } from '../../structure/block.ts'
import { isDigit } from '../../text/characters.ts'
import { rawOffset, type Span } from '../../text/offset.ts'
import { blockAt, type Document } from '../document.ts'
import type { Split } from '../event.ts'
import { splitBlock } from './split-block.ts'

const BREAK = /^\s*[\n\f]\s*$/u

/**
 * The events that end a paragraph where one of these raw spans is a line break of its text, last first: of lines that are
 * not to be joined, each is a paragraph. A break between two digits stays inside: no paragraph is half a number. `created`
 * names the parts that come of it.
 */
export function partAtBreaks(doc: Document, spans: readonly Span[], created: () => BlockId): Split[] {
  const { text } = doc.raw
  return spans.toReversed().flatMap(({ from, to }) => {
    const block = blockAt(doc, rawOffset(from))
    if (!block || !RUNNING.has(block.role) || !BREAK.test(text.slice(from, to))) return []
    if (isDigit(text.charCodeAt(from - 1)) && isDigit(text.charCodeAt(to))) return []
    const at = mapping(segments(doc.raw, block), block.spans[0].from).toClean(rawOffset(from), 1)
    const made = at === null ? null : splitBlock(doc, block.id, at, created())
    return made?.ok ? [made.value] : []
  })
}
