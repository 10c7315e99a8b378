import type { BlockId } from './corrections/correction.ts'
import { amended } from './document/amended.ts'
import { readAgain } from './document/digit-lock.ts'
import { DigitReader, type DigitViolation } from './document/digits/reader.ts'
import { blockAt, blocksOf, type Document } from './document/document.ts'
import { fromAnalysis } from './document/from-analysis.ts'
import { ledger } from './document/ledger.ts'
import { Pieces } from './document/pieces.ts'
import { leavePlain } from './leave-plain.ts'
import { ok } from './result.ts'
import type { Analysis, Block } from './structure/block.ts'
import { rawOffset, rawSpan } from './text/offset.ts'
import type { RawText } from './text/raw-text.ts'
import { takeBack } from './take-back.ts'

/** Taking back one correction may show another that leans on it; more rounds than this no text has needed. */
const ROUNDS = 6
/** Dissolving blocks may show a border with the next ones. */
const PLAIN_ROUNDS = 3

/**
 * The analysis without what breaks the digit lock. The engine is built so that this changes nothing; but a book is not
 * lost because some odd neighbourhood of signs was not thought of. A correction that the lock does not allow is taken back
 * and becomes a suggestion; a join keeps a space where the break was; text that was taken for furniture is text again.
 * What cannot be mended so is dissolved into the lines that it came from and reported: the blocks at the place first, and
 * where even that does not help, or the ledger does not balance, the whole text. So the laws hold for whatever comes back.
 */
export function obey(raw: RawText, analysis: Analysis): Analysis {
  let current = analysis
  let made = fromAnalysis(raw, current)
  const reader = new DigitReader(raw)
  let pieces: Pieces | undefined
  for (let round = 0; made.ok && round < ROUNDS + PLAIN_ROUNDS; round++) {
    const doc: Document = made.value
    pieces = new Pieces(raw, blocksOf(doc), pieces)
    const { violations, differences } = reader.read(doc, pieces)
    if (violations.length === 0) {
      // Asked once, of what comes back: rounds before it prove nothing that this does not.
      const isSound = ledger(doc, pieces).imbalances.length === 0 && !readAgain(raw, pieces, differences)
      return isSound ? current : plain(raw, current)
    }
    const back = round < ROUNDS ? takeBack(doc, current, violations) : null
    current = back?.analysis ?? leavePlain(raw, current, blocksAt(doc, violations))
    // Only what was taken back is checked again.
    const next = back && amended(doc, back)
    made = next ? ok(next) : fromAnalysis(raw, current)
  }
  return plain(raw, current)
}

/** Nothing but lines. Blocks, suggestions and pages are not looked at: they may be what is broken. */
function plain(raw: RawText, analysis: Analysis): Analysis {
  const all = { id: 'b0' as BlockId, role: 'paragraph', decidedBy: 'engine', edits: [] as never } as const
  const blocks: Block[] = raw.text === '' ? [] : [{ ...all, spans: [rawSpan(0, raw.text.length)] }]
  const bare = { ...analysis, blocks, corrections: [], suggestions: [], pages: [] }
  return leavePlain(raw, bare, new Set([all.id]))
}

/** The blocks that hold the raw text of a violation, its neighbours included, and those that it names. */
function blocksAt(doc: Document, violations: readonly DigitViolation[]): Set<BlockId> {
  const out = new Set<BlockId>()
  for (const v of violations) {
    if (v.block !== null) out.add(v.block)
    const blamed = v.correction === null ? undefined : doc.corrections.get(v.correction)
    if (blamed) out.add(blamed.block)
    const end = Math.min(v.to, doc.raw.text.length - 1)
    for (let at = Math.max(0, v.from - 1); at <= end;) {
      const block = blockAt(doc, rawOffset(at))
      if (block) out.add(block.id)
      at = block?.spans.find((s) => s.from <= at && at < s.to)?.to ?? at + 1
    }
  }
  return out
}
