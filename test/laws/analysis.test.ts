import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/core/analyse.ts'
import { digitLock } from '../../src/core/document/digit-lock.ts'
import { fromAnalysis } from '../../src/core/document/from-analysis.ts'
import { ledger } from '../../src/core/document/ledger.ts'
import { reasonText } from '../../src/core/messages.ts'
import { obey } from '../../src/core/obey.ts'
import { invisible } from '../../src/core/rules/invisible.ts'
import type { Finding, Rule } from '../../src/core/rules/rule.ts'
import type { Id } from '../../src/core/text/offset.ts'
import { rawText, type RawText } from '../../src/core/text/raw-text.ts'

const raw = (text: string): RawText => ({ text, sha256: 'none' as Id<'Sha256'> })

/** The laws that hold for whatever the engine makes of a text. */
function checkLaws(text: string): void {
  const source = raw(text)
  const analysis = obey(source, analyse(source))
  const document = fromAnalysis(source, analysis)
  if (!document.ok) throw new Error(`no document: ${JSON.stringify(document.error)}`)
  expect(ledger(document.value).imbalances).toEqual([])
  expect(digitLock(document.value).violations).toEqual([])
  for (const { origin, reason } of analysis.corrections) {
    if (origin.kind !== 'rule') throw new Error('the engine signs as a rule')
    for (const language of ['zh', 'en'] as const)
      expect(reasonText(origin.rule, reason, language)).not.toMatch(/\{\d\}|^[a-z-]+$/)
  }
  for (const s of analysis.suggestions) {
    expect(reasonText(s.rule, s.reason, 'zh')).toMatch(/\p{Script=Han}/u)
    expect(text.slice(s.span.from, s.span.to).length).toBeGreaterThan(0)
  }
}

/** A rule that does what no rule may: it changes a digit, and brings two numbers together. */
const lawless: Rule = {
  ...invisible,
  signs: ' 8',
  *check({ text }): Iterable<Finding> {
    for (const m of text.matchAll(/8| (?=[0-9])/g)) {
      const [from, to] = [m.index, m.index + 1]
      const fixes = [{ id: 'bad', layer: 'character' as const, from, to, insert: m[0] === '8' ? '6' : '' }]
      yield { from, to, message: 'found', confidence: 1, apply: true, fixes }
    }
  },
}

/** What damaged yearbook text is made of, digits and their neighbours above all. */
const FRAGMENTS = [
  ...Array.from('0123456789０１８９OolI〇○.,，．·:：~—-－%％'),
  ...Array.from(' 　\n\n\n\f\u00a0\u200b'),
  '年',
  '月',
  '日',
  '万元',
  '。',
  '。。',
  '；',
  '（',
  '）',
  '(',
  ')',
  '【',
  '】',
  '“',
  '”',
  '"',
  '2019年',
  '1,234',
  '12.5%',
  '全县新建粮站',
  '县粮食局',
  '（县粮食局 供稿）',
  '(林 摄)',
  '（周明远）',
  '（周明远',
  '【概况】',
  '综 述',
  '云山年鉴2019',
  '· 12 ·',
  '\n - 45 -\n',
  '\n 云山年鉴\n',
  '\n教育\nEducation\n',
  '一览表',
  '甲 12 345\n乙 1,234 6\n丙 7 8\n',
  '（一）',
  '①',
  '\n①注：有仓房。\n· 9 ·\n',
  'App',
  'μg/m³',
]

describe('whatever the text, the laws hold', () => {
  it('on text made of the pieces of damage', () => {
    const text = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 120 }).map((parts) => parts.join(''))
    fc.assert(fc.property(text, checkLaws), { seed: 20191, numRuns: 1500 })
  })

  it('takes back what a lawless rule did, and asks instead', () => {
    const source = raw('全县新建粮站18座，改造12 34座。')
    const analysis = analyse(source, { rules: [lawless] })
    const broken = fromAnalysis(source, analysis)
    expect(broken.ok && digitLock(broken.value).violations.length).toBeGreaterThan(0)
    const mended = obey(source, analysis)
    const document = fromAnalysis(source, mended)
    expect(document.ok && digitLock(document.value).violations).toEqual([])
    expect(mended.suggestions.map((s) => s.quote)).toContain('8')
  })

  it('on arbitrary text', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 }).filter((t) => rawText(t, 'none').ok)
    fc.assert(fc.property(text, checkLaws), { seed: 20192, numRuns: 300 })
  })

  const golden = join(import.meta.dirname, '../golden')
  const texts = readdirSync(golden, { withFileTypes: true })
    .filter((e) => e.isDirectory() && !e.name.startsWith('encoding-'))
    .map((e) => join(golden, e.name, 'raw.txt'))

  it('on the golden texts and the sample', () => {
    expect(texts.length).toBeGreaterThan(40)
    for (const file of [...texts, join(golden, '../../resources/sample/sample.txt')])
      checkLaws(
        readFileSync(file, 'utf8')
          .replace(/^\ufeff/, '')
          .replace(/\r\n/g, '\n'),
      )
  })

  it('takes time in proportion to the text', () => {
    const sample = readFileSync(join(golden, '../../resources/sample/sample.txt'), 'utf8')
    // The least of three runs, of processor time: the clock counts other work of the machine, too.
    const time = (text: string): number =>
      Math.min(
        ...[1, 2, 3].map(() => {
          const start = process.cpuUsage()
          analyse(raw(text))
          return process.cpuUsage(start).user
        }),
      )
    time(sample.repeat(4))
    const once = time(sample.repeat(6))
    // Eight times the text: eight times the time, where squared growth would take sixty-four.
    expect(time(sample.repeat(48)) / once).toBeLessThan(24)
  })

  it('gives the same for the same text', () => {
    const text = readFileSync(join(golden, '../../resources/sample/sample.txt'), 'utf8')
    expect(analyse(raw(text))).toEqual(analyse(raw(text)))
  })
})
