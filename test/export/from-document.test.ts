import { parse } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/core/analyse.ts'
import { packAnalysis, unpackAnalysis } from '../../src/core/document/codec.ts'
import type { Document } from '../../src/core/document/document.ts'
import type { Logged } from '../../src/core/document/event.ts'
import { fromAnalysis } from '../../src/core/document/from-analysis.ts'
import { replay, replayOn } from '../../src/core/document/replay.ts'
import type { ExportOptions, ExportSource } from '../../src/core/export/exporter.ts'
import { documentSource, stemOf } from '../../src/core/export/from-document.ts'
import { EXPORTERS } from '../../src/core/export/index.ts'
import { reasonText } from '../../src/core/messages.ts'
import type { Result } from '../../src/core/result.ts'
import { rawText } from '../../src/core/text/raw-text.ts'
import { steps, TEXTS, workLogged } from '../diff/worked-on.ts'

/** All that can be exported of a source, in every format, with everything that may be added. */
function files(source: ExportSource): [string, string][] {
  const options: ExportOptions = {
    stem: 'x',
    messages: (rule, reason) => reasonText(rule, reason, 'zh'),
    findings: true,
    corrections: true,
    spans: true,
  }
  return EXPORTERS.flatMap((exporter) => [...value(exporter.write({ sources: [source] }, options))])
}

function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const NAME = { name: 'x.txt', encoding: 'utf-8' } as const
const RAWS = TEXTS.map((text) => value(rawText(text, '00'.repeat(32))))

describe('an export depends on the decisions alone', () => {
  it('is what the engine alone would give, where nothing was decided', () => {
    for (const raw of RAWS) {
      const analysis = analyse(raw)
      const doc = value(fromAnalysis(raw, analysis))
      expect(files(documentSource(NAME, doc))).toEqual(files({ ...NAME, raw, ...analysis }))
    }
  })

  it('is the same for a book that was worked on, read again, or packed and read again', () => {
    let decided = 0
    fc.assert(
      fc.property(fc.nat(RAWS.length - 1), steps(12), fc.nat(12), (book, done, cut) => {
        const raw = RAWS[book]!
        const analysis = analyse(raw)
        const log: Logged[] = []
        let doc: Document = value(fromAnalysis(raw, analysis))
        done.forEach((s, n) => (doc = workLogged(doc, n, s, log)))
        decided += log.length
        const again = value(replay(raw, analysis, log))
        const packed = value(unpackAnalysis(raw, packAnalysis(analysis)))
        const tail = value(replayOn(value(replay(raw, packed, log.slice(0, cut))), log.slice(cut)))
        const expected = files(documentSource(NAME, doc))
        expect(files(documentSource(NAME, again))).toEqual(expected)
        expect(files(documentSource(NAME, tail))).toEqual(expected)
      }),
      { numRuns: 120, seed: 20261122 },
    )
    expect(decided).toBeGreaterThan(200)
  })
})

it.each(['x.txt', 'a.b.txt', '.hidden', 'x', 'x.', '云山年鉴2020.txt'])(
  '%s has the stem that Node gives it',
  (name) => {
    expect(stemOf(name)).toBe(parse(name).name)
  },
)
