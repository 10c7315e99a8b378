import type { BlockId, Replacement, RuleId } from '../../src/core/corrections/correction.ts'
import { type BlockEdit, type CorrectionId, editList } from '../../src/core/corrections/edit.ts'
import { cleanSpan } from '../../src/core/corrections/reanchor.ts'
import { blocksOf, type Document } from '../../src/core/document/document.ts'
import type { DocumentEvent } from '../../src/core/document/event.ts'
import { fromAnalysis } from '../../src/core/document/from-analysis.ts'
import type { ReplayError } from '../../src/core/document/refusal.ts'
import { step } from '../../src/core/document/replay.ts'
import { retype } from '../../src/core/document/verbs/retype.ts'
import type { Result } from '../../src/core/result.ts'
import type { Analysis, Block, OwnedSpan, Role } from '../../src/core/structure/block.ts'
import { correctedText } from '../../src/core/structure/segments.ts'
import { rawSpan } from '../../src/core/text/offset.ts'
import { rawText } from '../../src/core/text/raw-text.ts'

export const blockId = (id: string): BlockId => id as BlockId
export const correctionId = (id: string): CorrectionId => id as CorrectionId

/** A block by its role and the raw texts that it owns, found in the order in which they stand. */
export interface Sketch {
  readonly id: string
  readonly role: Role
  readonly owns: readonly string[]
}

/**
 * A rule's edit: in block `id`, the raw text `replaces` (its `nth` occurrence there, from 0) becomes
 * `insert`.
 */
export interface EditSketch {
  readonly id: string
  readonly block: string
  readonly replaces: string
  readonly insert: string
  readonly nth?: number
  readonly flags?: Pick<Replacement, 'markedReading' | 'rejoined'>
}

/**
 * An analysis written down by its texts: the blocks' texts, one after the other in the order in which they
 * stand in `text`, make up all of it.
 */
export function analysisOf(
  text: string,
  sketches: readonly Sketch[],
  edits: readonly EditSketch[] = [],
): Analysis {
  const spans = new Map<Sketch, OwnedSpan[]>(sketches.map((s) => [s, []]))
  const left = sketches.flatMap((sketch) => sketch.owns.map((owned) => ({ sketch, owned })))
  for (let at = 0; at < text.length;) {
    const next = left.findIndex(({ owned }) => text.startsWith(owned, at))
    const [piece] = next < 0 ? [] : left.splice(next, 1)
    if (!piece) throw new Error(`nobody owns the text at ${at}: ${text.slice(at, at + 10)}`)
    spans.get(piece.sketch)!.push(rawSpan(at, at + piece.owned.length))
    at += piece.owned.length
  }
  const made = edits.map((edit) => edit.id && madeOf(text, spans, sketches, edit))
  const corrections = made.filter((c) => c !== '')
  const blocks = sketches.map((sketch): Block => {
    const list: BlockEdit[] = corrections
      .filter((c) => c.block === sketch.id)
      .flatMap((c) => c.edits.map((e) => ({ ...e, correction: c.id })))
    const sorted = editList(list)
    if (!sorted.ok) throw new Error('edits overlap')
    const [first, ...rest] = spans.get(sketch)!
    return {
      id: blockId(sketch.id),
      role: sketch.role,
      decidedBy: 'engine',
      spans: [first!, ...rest],
      edits: sorted.value,
    }
  })
  return { engine: '1', rules: [], blocks, corrections, suggestions: [], pages: [] }
}

function madeOf(
  text: string,
  spans: ReadonlyMap<Sketch, readonly OwnedSpan[]>,
  sketches: readonly Sketch[],
  { id, block, replaces, insert, nth = 0, flags = {} }: EditSketch,
): Replacement {
  const own = spans.get(sketches.find((s) => s.id === block)!)!
  let left = nth
  for (const { from, to } of own)
    for (
      let at = text.indexOf(replaces, from);
      at >= 0 && at + replaces.length <= to;
      at = text.indexOf(replaces, at + 1)
    )
      if (left-- === 0)
        return {
          kind: 'replace',
          id: correctionId(id),
          origin: { kind: 'rule', rule: 'test/rule' as RuleId, version: 1 },
          layer: 'layout',
          reason: { key: 'test' },
          block: blockId(block),
          edits: [{ span: rawSpan(at, at + replaces.length), insert }],
          replaces: [replaces],
          ...flags,
        }
  throw new Error(`block ${block} has no ${replaces}`)
}

export function documentOf(
  text: string,
  sketches: readonly Sketch[],
  edits: readonly EditSketch[] = [],
): Document {
  return open(text, analysisOf(text, sketches, edits))
}

export function open(text: string, analysis: Analysis): Document {
  const raw = rawText(text, '0'.repeat(64))
  if (!raw.ok) throw new Error(raw.error.kind)
  const doc = fromAnalysis(raw.value, analysis)
  if (!doc.ok) throw new Error(JSON.stringify(doc.error))
  return doc.value
}

export function attempt(doc: Document, event: DocumentEvent): Result<Document, ReplayError> {
  return step(doc, { seq: doc.seq + 1, at: '2026-01-01', by: 'editor', event })
}

/** The document after an event that must be possible. */
export function after(doc: Document, event: DocumentEvent | Result<DocumentEvent | null, unknown>): Document {
  const given = 'ok' in event ? (event.ok ? event.value : null) : event
  if (!given) throw new Error(JSON.stringify(event))
  const now = attempt(doc, given)
  if (!now.ok) throw new Error(JSON.stringify(now.error))
  return now.value
}

/** Types over a part of a block's corrected text, found by its words. */
export function typed(
  doc: Document,
  block: string,
  words: string,
  insert: string,
  id = `m${doc.seq + 1}`,
): Document {
  const text = correctedText(doc.raw, doc.blocks.get(blockId(block))!)
  const from = text.indexOf(words)
  if (from < 0) throw new Error(`no ${words} in ${text}`)
  const change = { span: cleanSpan(from, from + words.length), insert }
  return after(doc, retype(doc, blockId(block), change, correctionId(id)))
}

/** Role and corrected text of each block in reading order. */
export function read(doc: Document): string[] {
  return blocksOf(doc).map((b) => `${b.role}:${correctedText(doc.raw, b)}`)
}
