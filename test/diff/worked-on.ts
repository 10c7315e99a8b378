import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { analyse } from '../../src/core/analyse.ts'
import type { BlockId } from '../../src/core/corrections/correction.ts'
import type { CorrectionId } from '../../src/core/corrections/edit.ts'
import { cleanSpan } from '../../src/core/corrections/reanchor.ts'
import type { Diffable } from '../../src/core/diff/change.ts'
import { blocksOf, type Document } from '../../src/core/document/document.ts'
import type { DocumentEvent, Logged } from '../../src/core/document/event.ts'
import { fromAnalysis } from '../../src/core/document/from-analysis.ts'
import { step } from '../../src/core/document/replay.ts'
import { joinBlocks } from '../../src/core/document/verbs/join-blocks.ts'
import { liftText } from '../../src/core/document/verbs/lift-text.ts'
import { retype } from '../../src/core/document/verbs/retype.ts'
import { splitBlock } from '../../src/core/document/verbs/split-block.ts'
import type { Result } from '../../src/core/result.ts'
import { correctedText } from '../../src/core/structure/segments.ts'
import { cleanOffset, rawOffset } from '../../src/core/text/offset.ts'
import { rawText } from '../../src/core/text/raw-text.ts'

const GOLDEN = join(import.meta.dirname, '../golden')
const SAMPLE = join(import.meta.dirname, '../../resources/sample/sample.txt')

/** Damaged texts of every kind, and the sample book. */
export const TEXTS: readonly string[] = [
  readFileSync(SAMPLE, 'utf8'),
  ...readdirSync(GOLDEN, { withFileTypes: true })
    .filter((e) => e.isDirectory() && !e.name.startsWith('encoding-'))
    .map((e) => readFileSync(join(GOLDEN, e.name, 'raw.txt'), 'utf8')),
].map((text) => text.replace(/\r\n?/g, '\n'))

export function open(text: string): Document {
  const raw = rawText(text, '00'.repeat(32))
  if (!raw.ok) throw new Error(raw.error.kind)
  const doc = fromAnalysis(raw.value, analyse(raw.value))
  if (!doc.ok) throw new Error(doc.error.reason)
  return doc.value
}

export function diffable(doc: Document): Diffable {
  return { raw: doc.raw, blocks: blocksOf(doc), corrections: doc.corrections }
}

/**
 * What an editor might do, decided by three numbers from 0 to 1; where it cannot be done, nothing happens. `n` names what
 * is made.
 */
export function work(doc: Document, n: number, numbers: readonly [number, number, number]): Document {
  return workLogged(doc, n, numbers, [])
}

/** The same, with the event that was done put at the end of a log. */
export function workLogged(
  doc: Document,
  n: number,
  [a, b, c]: readonly [number, number, number],
  log: Logged[],
): Document {
  const event = decide(doc, n, a, b, c)
  if (!event) return doc
  const logged = { seq: doc.seq + 1, at: '2026-11-22T00:00:00Z', by: 'test', event }
  const next = step(doc, logged)
  if (!next.ok) return doc
  log.push(logged)
  return next.value
}

const INSERTS = ['', '年', '18', '，', '1', '\u{20BB7}', '粮食', '.', ' ', '四']

function decide(doc: Document, n: number, a: number, b: number, c: number): DocumentEvent | null {
  const pick = <T>(list: readonly T[], share: number): T =>
    list[Math.min(list.length - 1, Math.floor(share * list.length))]!
  const id = pick(doc.order, b)
  const block = doc.blocks.get(id)!
  const text = correctedText(doc.raw, block)
  const from = Math.floor(c * text.length)
  const to = Math.min(text.length, from + (Math.floor(a * 97) % 7))
  const correction = `t${n}` as CorrectionId
  const created = `new${n}` as BlockId
  const names = { correction, move: `m${n}` as CorrectionId }
  const ids = [...doc.corrections.keys()].sort()
  const after = pick(doc.order, c)
  switch (Math.floor(a * 7)) {
    case 0:
    case 1:
      return value(
        retype(doc, id, { span: cleanSpan(from, to), insert: pick(INSERTS, (a * 31) % 1) }, correction),
      )
    case 2:
      return value(
        liftText(doc, id, cleanSpan(from, to), {
          created,
          correction,
          role: 'caption',
          place: c < 0.5 ? 'before' : 'after',
        }),
      )
    case 3:
      return value(splitBlock(doc, id, cleanOffset(from), created))
    case 4:
      return value(joinBlocks(doc, id, doc.order[doc.order.indexOf(id) + 1] ?? id, names))
    case 5:
      return ids.length > 0 ? { type: 'corrected', added: [], withdrawn: [pick(ids, c)] } : null
    default:
      return {
        type: 'moved',
        correction,
        reason: { key: 'moved' },
        what: { kind: 'block', block: id, at: rawOffset(block.spans[0].from), after },
      }
  }
}

function value<T>(result: Result<T, unknown>): T | null {
  return result.ok ? result.value : null
}

// Without this, most numbers are next to 0 or 1, and most books are hardly worked on.
const share = fc.noBias(fc.integer({ min: 0, max: 999_999 })).map((n) => n / 1_000_000)

/** What decides a number of steps of work. */
export function steps(most: number): fc.Arbitrary<[number, number, number][]> {
  return fc.array(fc.tuple(share, share, share), { maxLength: most, size: 'max' })
}
