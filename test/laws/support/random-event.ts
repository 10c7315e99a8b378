import type { BlockId } from '../../../src/core/corrections/correction.ts'
import type { CorrectionId } from '../../../src/core/corrections/edit.ts'
import { cleanSpan } from '../../../src/core/corrections/reanchor.ts'
import { blocksOf, type Document } from '../../../src/core/document/document.ts'
import type { DocumentEvent, Logged, NoteId } from '../../../src/core/document/event.ts'
import { startOf } from '../../../src/core/document/spans.ts'
import { acceptFix } from '../../../src/core/document/verbs/accept-fix.ts'
import { joinBlocks, mergeBlocks } from '../../../src/core/document/verbs/join-blocks.ts'
import { liftText } from '../../../src/core/document/verbs/lift-text.ts'
import { retype } from '../../../src/core/document/verbs/retype.ts'
import { splitBlock } from '../../../src/core/document/verbs/split-block.ts'
import type { Result } from '../../../src/core/result.ts'
import { ROLES } from '../../../src/core/structure/block.ts'
import { correctedText } from '../../../src/core/structure/segments.ts'
import { cleanOffset, rawOffset, rawSpan } from '../../../src/core/text/offset.ts'
import type { Chance } from './chance.ts'
import { place, randomText } from './random-book.ts'

/** An event as an editor might make one: often possible, sometimes not. */
export function randomEvent(chance: Chance, doc: Document): DocumentEvent {
  for (;;) {
    const made = chance.pick(MAKERS)(chance, doc)
    if (made) return made
  }
}

export function logged(seq: number, event: DocumentEvent): Logged {
  return { seq, at: `2026-01-01T00:00:${seq}`, by: 'editor', event }
}

type Maker = (chance: Chance, doc: Document) => DocumentEvent | null

const value = <T>(result: Result<T, unknown>): T | null => (result.ok ? result.value : null)
const newBlock = (doc: Document): BlockId => `n${doc.seq + 1}` as BlockId
const newCorrection = (doc: Document): CorrectionId => `m${doc.seq + 1}` as CorrectionId
const anotherCorrection = (doc: Document): CorrectionId => `v${doc.seq + 1}` as CorrectionId

const MAKERS: readonly Maker[] = [
  retyped,
  retyped,
  retyped,
  (chance, doc) => {
    const withdrawn = [...doc.corrections.keys()].filter(() => chance.oneIn(5))
    return { type: 'corrected', added: [], withdrawn }
  },
  (chance, doc) => {
    const block = chance.pick(blocksOf(doc))
    const at = chance.below(correctedText(doc.raw, block).length + 1)
    return value(splitBlock(doc, block.id, cleanOffset(at), newBlock(doc)))
  },
  (chance, doc) => {
    const block = chance.pick(blocksOf(doc))
    const { from, to } = chance.pick(block.spans)
    const at = rawOffset(place(chance, doc.raw.text, from, to))
    const cut = chance.oneIn(2) ? { cut: chance.below(3) } : {}
    return { type: 'split', block: block.id, at, created: newBlock(doc), ...cut }
  },
  (chance, doc) => {
    const at = chance.below(doc.order.length)
    const names = { correction: newCorrection(doc), move: anotherCorrection(doc) }
    const second = doc.order[at + 1 + chance.below(2)]
    return second ? value(joinBlocks(doc, doc.order[at]!, second, names)) : null
  },
  (chance, doc) => {
    const at = chance.below(doc.order.length)
    const ids = doc.order.slice(at, at + 3)
    return value(mergeBlocks(doc, ids, { correction: newCorrection(doc), move: anotherCorrection(doc) }))
  },
  (chance, doc) => {
    const block = chance.pick(blocksOf(doc))
    return {
      type: 'merged',
      what: { kind: 'entry', title: block.id, at: startOf(block), role: chance.pick(ROLES) },
    }
  },
  (chance, doc) => {
    const block = chance.pick(blocksOf(doc))
    const text = correctedText(doc.raw, block)
    const from = chance.below(text.length + 1)
    return value(
      liftText(doc, block.id, cleanSpan(from, from + chance.below(text.length - from + 1)), {
        created: newBlock(doc),
        correction: newCorrection(doc),
        role: chance.pick(ROLES),
        place: chance.pick(['before', 'after']),
      }),
    )
  },
  (chance, doc) => {
    const { text } = doc.raw
    const owner = chance.pick(blocksOf(doc))
    const span = chance.pick(owner.spans)
    const from = place(chance, text, span.from, span.to)
    const to = place(chance, text, from, span.to)
    const into = chance.pick(blocksOf(doc))
    const home = chance.pick(into.spans)
    return {
      type: 'moved',
      correction: newCorrection(doc),
      reason: { key: 'moved' },
      what: {
        kind: 'text',
        spans: [rawSpan(from, to)],
        replaces: [text.slice(from, to)],
        into: into.id,
        after: chance.oneIn(3) ? null : rawOffset(place(chance, text, home.from, home.to)),
      },
    }
  },
  (chance, doc) => {
    const block = chance.pick(blocksOf(doc))
    const after = chance.oneIn(4) ? null : chance.pick(doc.order)
    return {
      type: 'moved',
      correction: newCorrection(doc),
      reason: { key: 'moved' },
      what: { kind: 'block', block: block.id, at: startOf(block), after },
    }
  },
  (chance, doc) => {
    const after = chance.oneIn(4) ? null : chance.pick(blocksOf(doc))
    const first = blocksOf(doc)[0]
    const at = after ? after.spans.at(-1)!.to : first ? startOf(first) : rawOffset(0)
    return {
      type: 'typed-in',
      created: newBlock(doc),
      after: after?.id ?? null,
      at,
      role: chance.pick(ROLES),
      correction: newCorrection(doc),
      text: randomText(chance, 1 + chance.below(4)),
    }
  },
  (chance, doc) => {
    const block = chance.pick(blocksOf(doc))
    return { type: 'role-set', block: block.id, at: startOf(block), role: chance.pick(ROLES) }
  },
  (chance, doc) => {
    const block = chance.pick(blocksOf(doc))
    return { type: 'promoted', block: block.id, at: startOf(block), level: 1 + chance.below(3) }
  },
  (chance, doc) => {
    const keys = [...doc.suggestions.keys()]
    if (keys.length === 0) return null
    const names = { correction: newCorrection(doc), move: anotherCorrection(doc), created: newBlock(doc) }
    return value(acceptFix(doc, chance.pick(keys), chance.pick(['edit', 'role', 'split', 'join']), names))
  },
  (chance, doc) => {
    const keys = [...doc.suggestions.keys()]
    return keys.length === 0 ? null : { type: 'dismissed', suggestion: chance.pick(keys), note: '' }
  },
  (chance, doc) => {
    const { text } = doc.raw
    const from = place(chance, text, 0, text.length)
    const to = place(chance, text, from, text.length)
    const span = rawSpan(from, to)
    const suggestions = [...doc.suggestions.keys()].filter(() => chance.oneIn(4))
    return chance.pick<DocumentEvent>([
      { type: 'as-printed', span, replaces: text.slice(from, to), suggestions },
      {
        type: 'noted',
        note: `note${chance.below(3)}` as NoteId,
        span,
        text: chance.pick(['', '查', '存疑']),
      },
      { type: 'marked-read', spans: [span], read: chance.oneIn(2) },
      { type: 'bookmarked', at: rawOffset(from), label: chance.pick([null, '此处']) },
    ])
  },
  (chance, doc) => ({ type: 'undone', seq: 1 + chance.below(doc.seq + 1) }),
  (_chance, doc) => ({ type: 'undone', seq: doc.seq }),
]

function retyped(chance: Chance, doc: Document): DocumentEvent | null {
  const block = chance.pick(blocksOf(doc))
  const text = correctedText(doc.raw, block)
  const from = place(chance, text, 0, text.length)
  const to = place(chance, text, from, Math.min(text.length, from + 5))
  const insert = chance.oneIn(3) ? '' : randomText(chance, 1 + chance.below(4))
  return value(retype(doc, block.id, { span: cleanSpan(from, to), insert }, newCorrection(doc)))
}
