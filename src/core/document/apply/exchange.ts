import type { BlockId, Replacement } from '../../corrections/correction.ts'
import { type BlockEdit, type CorrectionId, withEdits } from '../../corrections/edit.ts'
import { type Part, partsOf } from '../../corrections/parts.ts'
import type { Exchange } from '../../corrections/reanchor.ts'
import type { RawText } from '../../text/raw-text.ts'
import { type Draft, withoutCorrections } from '../draft.ts'
import { type Refusal, refusal } from '../refusal.ts'
import { holder } from '../spans.ts'
import { checkQuote, checkText } from './checks.ts'
import { bringHome } from './home.ts'

/**
 * Takes corrections away, then brings others in. An id may do both: it is the same correction with other
 * edits.
 */
export function exchange(draft: Draft, { added, withdrawn }: Exchange): Refusal | null {
  return withdraw(draft, withdrawn) ?? add(draft, added)
}

/** Takes corrections away; what a relocation has moved goes back to where it stands in the raw text. */
export function withdraw(draft: Draft, ids: readonly CorrectionId[]): Refusal | null {
  const gone = new Map<BlockId, Set<CorrectionId>>()
  for (const id of ids) {
    const correction = draft.corrections.get(id)
    if (!correction) return refusal('no-such-correction', null, id)
    if (correction.kind === 'move') {
      const bad = bringHome(draft, correction)
      if (bad) return bad
    }
  }
  // Where edits lie may have changed with what was brought home: look now.
  for (const id of ids) {
    const correction = draft.corrections.get(id)
    if (correction?.kind === 'replace')
      for (const { block } of partsOf(correction)) gone.set(block, (gone.get(block) ?? new Set()).add(id))
    draft.corrections.set(id, undefined)
  }
  for (const [block, names] of gone) draft.setBlock(withoutCorrections(draft.blocks.get(block)!, names))
  return null
}

/** Brings in corrections whose edits fit into the owned text of their blocks. */
export function add(draft: Draft, added: readonly Replacement[]): Refusal | null {
  const edits = new Map<BlockId, BlockEdit[]>()
  for (const correction of added) {
    const { id } = correction
    if (draft.corrections.has(id)) return refusal('id-taken', null, id)
    const parts = partsOf(correction)
    if (parts.length === 0) return refusal('no-effect', null, id)
    if (correction.replaces.length !== parts.length) return refusal('raw-mismatch', null, id)
    for (const part of parts) {
      const bad = checkPart(draft, part, draft.raw)
      if (bad) return bad.id === null ? { ...bad, id } : bad
      const edit = { span: part.span, insert: part.insert, correction: id }
      const list = edits.get(part.block)
      if (list) list.push(edit)
      else edits.set(part.block, [edit])
    }
    draft.corrections.set(id, correction)
  }
  for (const [id, list] of edits) {
    const block = draft.blocks.get(id)!
    const now = withEdits(block.edits, list)
    if (!now.ok) {
      const [, second] = now.error.edits
      return refusal('overlap', second.span.from, second.correction)
    }
    draft.setBlock({ ...block, edits: now.value })
  }
  return null
}

function checkPart(draft: Draft, part: Part, raw: RawText): Refusal | null {
  const { span, insert } = part
  const bad = checkQuote(raw, span, part.replaces) ?? checkText(insert, span.from)
  if (bad) return bad
  if (span.from === span.to && insert === '') return refusal('no-effect', span.from)
  const block = draft.blocks.get(part.block)
  if (!block) return refusal('no-such-block', span.from, part.block)
  return holder(block.spans, span.from, span.to) < 0 ? refusal('not-owned', span.from) : null
}
