import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { analyse } from '../../src/core/analyse.ts'
import type { BlockId } from '../../src/core/corrections/correction.ts'
import type { CorrectionId } from '../../src/core/corrections/edit.ts'
import { digitLock } from '../../src/core/document/digit-lock.ts'
import type { Document } from '../../src/core/document/document.ts'
import { fromAnalysis } from '../../src/core/document/from-analysis.ts'
import { ledger } from '../../src/core/document/ledger.ts'
import { step } from '../../src/core/document/replay.ts'
import { acceptFix } from '../../src/core/document/verbs/accept-fix.ts'
import { obey } from '../../src/core/obey.ts'
import type { Fix, Suggestion } from '../../src/core/structure/block.ts'
import type { Id } from '../../src/core/text/offset.ts'
import type { RawText } from '../../src/core/text/raw-text.ts'
import { LAYOUTS } from '../damage/print/layouts.ts'
import { specimen } from '../damage/specimen.ts'
import { MIXED } from '../damage/trials.ts'
import { tornBook } from './support/odd-text.ts'

const NAMES = {
  correction: 'e-c' as CorrectionId,
  move: 'e-m' as CorrectionId,
  created: 'e-b' as BlockId,
}

function opened(text: string): Document {
  const raw: RawText = { text, sha256: 'none' as Id<'Sha256'> }
  const made = fromAnalysis(raw, obey(raw, analyse(raw)))
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value
}

/** What comes of saying yes to a remedy: the kind of what is in the way, or nothing. */
function outcome(doc: Document, { key }: Suggestion, fix: Fix): unknown {
  const event = acceptFix(doc, key, fix.id, NAMES)
  if (!event.ok) return event.error
  const after = step(doc, { seq: doc.seq + 1, at: '', by: '', event: event.value })
  if (!after.ok) return after.error
  return ledger(after.value).imbalances[0] ?? digitLock(after.value).violations[0] ?? null
}

it('each remedy that the engine proposes can be accepted, and the laws hold after it', () => {
  const sample = readFileSync(join(import.meta.dirname, '../../resources/sample/sample.txt'), 'utf8')
  const tried = new Map<Fix['kind'], number>()
  for (const text of [sample, ...Array.from({ length: 25 }, (_, seed) => tornBook(seed))]) {
    const doc = opened(text)
    for (const suggestion of doc.suggestions.values())
      for (const fix of suggestion.fixes) {
        tried.set(fix.kind, (tried.get(fix.kind) ?? 0) + 1)
        expect([suggestion.quote, fix, outcome(doc, suggestion, fix)]).toEqual([suggestion.quote, fix, null])
      }
  }
  for (const kind of ['edit', 'split', 'join'] as const) expect(tried.get(kind) ?? 0).toBeGreaterThan(3)
})

it('what is said of a break fits the remedy', () => {
  const layout = LAYOUTS.find((l) => l.id === 'whole')!
  const size = { categories: 1, sections: 2, entries: 6, english: 0.7, nested: false }
  const said = new Set<string>()
  for (let seed = 100; seed < 115; seed++)
    for (const { reason, fixes } of opened(
      specimen(`s${seed}`, layout, MIXED, size).text,
    ).suggestions.values())
      for (const { kind } of fixes) if (reason.key.startsWith('maybe-')) said.add(`${reason.key} ${kind}`)
  expect(said).toContain('maybe-join join')
  expect([...said].filter((one) => one !== 'maybe-join join' && one !== 'maybe-end split')).toEqual([])
})
