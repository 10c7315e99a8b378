import type { BlockId } from '../../src/core/corrections/correction.ts'
import type { CorrectionId } from '../../src/core/corrections/edit.ts'
import { cleanSpan } from '../../src/core/corrections/reanchor.ts'
import { blocksOf, type Document } from '../../src/core/document/document.ts'
import type { DocumentEvent, NoteId } from '../../src/core/document/event.ts'
import { startOf } from '../../src/core/document/spans.ts'
import { acceptFix } from '../../src/core/document/verbs/accept-fix.ts'
import { joinBlocks } from '../../src/core/document/verbs/join-blocks.ts'
import { liftText } from '../../src/core/document/verbs/lift-text.ts'
import { retype } from '../../src/core/document/verbs/retype.ts'
import { splitBlock } from '../../src/core/document/verbs/split-block.ts'
import type { Result } from '../../src/core/result.ts'
import type { Block } from '../../src/core/structure/block.ts'
import { correctedText } from '../../src/core/structure/segments.ts'
import { cleanOffset, rawSpan } from '../../src/core/text/offset.ts'
import type { Chance } from '../laws/support/chance.ts'

/** What an editor does at the desk, each verb as the window offers it. */
export function editing(chance: Chance, doc: Document): DocumentEvent | null {
  const texts = blocksOf(doc).filter((b) => b.role === 'paragraph' && correctedText(doc.raw, b).length > 24)
  const block = chance.pick(texts)
  const text = correctedText(doc.raw, block)
  const at = 4 + chance.below(text.length - 12)
  const name = `${doc.seq + 1}`
  const names = { correction: `c${name}` as CorrectionId, move: `m${name}` as CorrectionId }
  const created = `n${name}` as BlockId
  const value = (made: Result<DocumentEvent | null, unknown>): DocumentEvent | null =>
    made.ok ? made.value : null
  const span = rawPlace(chance, block)
  // Whoever cuts a number has broken the digit lock before there is another proof.
  const isInNumber = /\d/.test(text.slice(at - 1, at + 7))
  switch (chance.below(11)) {
    case 0:
    case 1:
      return value(
        retype(doc, block.id, { span: cleanSpan(at, at + chance.below(3)), insert: '改' }, names.correction),
      )
    case 2: {
      const keys = [...doc.suggestions.keys()]
      return keys.length === 0
        ? null
        : value(
            acceptFix(doc, chance.pick(keys), chance.pick(['edit', 'split', 'join']), { ...names, created }),
          )
    }
    case 3: {
      const keys = [...doc.suggestions.keys()]
      return keys.length === 0 ? null : { type: 'dismissed', suggestion: chance.pick(keys), note: '原文如此' }
    }
    case 4:
      return isInNumber ? null : value(splitBlock(doc, block.id, cleanOffset(at), created))
    case 5: {
      const next = texts.find((b) => doc.order.indexOf(b.id) === doc.order.indexOf(block.id) + 1)
      return next ? value(joinBlocks(doc, block.id, next.id, names)) : null
    }
    case 6:
      if (isInNumber) return null
      return value(
        liftText(doc, block.id, cleanSpan(at, at + 6), {
          created,
          correction: names.correction,
          role: 'caption',
          place: 'after',
        }),
      )
    case 7:
      return { type: 'role-set', block: block.id, at: startOf(block), role: chance.pick(['list', 'caption']) }
    case 8:
      return { type: 'noted', note: `note${name}` as NoteId, span, text: '查原件' }
    case 9:
      return { type: 'bookmarked', at: span.from, label: '此处' }
    default:
      return { type: 'marked-read', spans: block.spans.filter((s) => s.from < s.to), read: true }
  }
}

function rawPlace(chance: Chance, block: Block): ReturnType<typeof rawSpan> {
  const { from, to } = chance.pick(block.spans)
  const at = from + chance.below(Math.max(1, to - from))
  return rawSpan(at, Math.min(to, at + 1 + chance.below(6)))
}
