import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carryOver, type Carried, type CarriedOver } from '../../src/core/carry/carry-over.ts'
import { decisionsOf } from '../../src/core/carry/decisions.ts'
import { cleanSpan } from '../../src/core/corrections/reanchor.ts'
import { digitLock } from '../../src/core/document/digit-lock.ts'
import type { DocumentEvent } from '../../src/core/document/event.ts'
import { ledger } from '../../src/core/document/ledger.ts'
import { retype } from '../../src/core/document/verbs/retype.ts'
import { startOf } from '../../src/core/project/open-project.ts'
import { correctedText } from '../../src/core/structure/segments.ts'
import { rawSpan } from '../../src/core/text/offset.ts'
import { Chance } from '../laws/support/chance.ts'
import { randomEvent } from '../laws/support/random-event.ts'
import { further, imported, type Made } from '../project/made.ts'

const RAW = [
  '科技创新',
  '【概况】 2017年，云山县共有科技人员206人，其中高级职称38人，',
  '比上年增加12人。全县投入科研经费1234万元，新建粮食质量检验站18座。',
  '【科技下乡】 8月，组织专家12人次赴三河乡，发放资料3000分。',
  '（周明远）',
  '【粮食科技】 推广低温储粮技术，覆盖粮站2 6座。群众普遍反映良好。',
  '10月，县科协举办讲座，听讲者四百余人。',
  '',
].join('\n')

function retyped(made: Made, from: string, to: string): Made {
  const { document } = made
  const block = document.order
    .map((id) => document.blocks.get(id)!)
    .find((b) => correctedText(document.raw, b).includes(from))!
  const at = correctedText(document.raw, block).indexOf(from)
  const change = { span: cleanSpan(at, at + from.length), insert: to }
  const event = retype(document, block.id, change, `m${document.seq}` as never)
  if (!event.ok || !event.value) throw new Error(from)
  return did(made, event.value)
}

function did(made: Made, event: DocumentEvent): Made {
  const next = further(made, event)
  if (!next) throw new Error(JSON.stringify(event))
  return next
}

function carried(made: Made, text: string): CarriedOver {
  const start = startOf(made.project.source, made.project.events[0]?.event)
  if (!start.ok) throw new Error(start.error.kind)
  const reviewed = { start: start.value, document: made.document, log: made.project.events }
  const ports = { at: '', by: 'carried', remark: (one: Carried) => `再看：${one.quote}` }
  return carryOver(reviewed, imported(text).document, ports)
}

const outcomes = (result: CarriedOver): string[] =>
  result.decisions.map((one) => `${one.decision.kind} ${one.outcome}`)

const textOf = ({ document }: CarriedOver): string =>
  document.order.map((id) => correctedText(document.raw, document.blocks.get(id)!)).join('\n')

/** The same words on other lines, as a new extraction has them. */
const REWRAPPED = RAW.replace('12人。全县投入', '12人。全县投\n入').replace('38人，\n', '38人，')

describe('decisions move to a new raw text', () => {
  test('where it is the same text on other lines, all of them', () => {
    const span = (quote: string): ReturnType<typeof rawSpan> =>
      rawSpan(RAW.indexOf(quote), RAW.indexOf(quote) + quote.length)
    let made = retyped(retyped(imported(RAW), '3000分', '3000份'), '科研经费', '科研资金')
    made = did(made, { type: 'as-printed', span: span('四百余人'), replaces: '四百余人', suggestions: [] })
    made = did(made, { type: 'noted', note: 'n1' as never, span: span('低温储粮'), text: '查原件' })
    made = did(made, { type: 'bookmarked', at: span('推广低温').from, label: '此处' })
    made = did(made, { type: 'marked-read', spans: [span('8月，组织专家12人次赴三河乡')], read: true })
    const [key] = made.document.suggestions.keys()
    made = did(made, { type: 'dismissed', suggestion: key!, note: '' })
    const lecture = made.document.order
      .map((id) => made.document.blocks.get(id)!)
      .find((b) => b.role === 'contributor')!
    made = did(made, { type: 'role-set', block: lecture.id, at: lecture.spans[0].from, role: 'paragraph' })
    const result = carried(made, REWRAPPED)
    expect(outcomes(result).sort()).toEqual([
      'as-printed moved',
      'bookmark moved',
      'correction moved',
      'correction moved',
      'dismissed moved',
      'note moved',
      'read moved',
      'role moved',
    ])
    expect(textOf(result)).toContain('投入科研资金1234万元')
    expect(textOf(result)).toContain('发放资料3000份。')
    const [mark] = result.document.notes.values()
    expect(REWRAPPED.slice(mark?.span.from, mark?.span.to)).toBe('低温储粮')
  })

  test('what the compositor has corrected is there already', () => {
    const made = retyped(imported(RAW), '3000分', '3000份')
    const result = carried(made, RAW.replace('3000分', '3000份'))
    expect(outcomes(result)).toEqual(['correction already'])
    expect(result.events).toEqual([])
  })

  test('what reads otherwise now is a conflict, with both texts, and a note at its place', () => {
    const made = retyped(imported(RAW), '3000分', '3000份')
    const text = RAW.replace('3000分', '5000册')
    const result = carried(made, text)
    expect(outcomes(result)).toEqual(['correction conflict'])
    expect(result.decisions[0]).toMatchObject({
      quote: '分',
      now: expect.stringMatching(/^5000册/) as string,
    })
    expect(text.slice(0, result.decisions[0]?.at)).toMatch(/发放资料$/)
    expect([...result.document.notes.values()].map((one) => one.text)).toEqual(['再看：分'])
  })

  test('a passage that is gone costs its decisions no trace', () => {
    let made = retyped(imported(RAW), '3000分', '3000份')
    made = retyped(made, '四百余人', '四百多人')
    const result = carried(made, RAW.replace(/【科技下乡】[^】]*分。\n/, ''))
    expect(outcomes(result)).toEqual(['correction conflict', 'correction moved'])
  })

  test('a repair that was taken back is taken back again, and a split is decided again', () => {
    let made = imported(RAW.replace('38人，', '38人,'))
    const comma = [...made.document.corrections.values()].find((c) => c.replaces[0] === ',')!
    made = did(made, { type: 'corrected', added: [], withdrawn: [comma.id] })
    const block = made.document.order
      .map((id) => made.document.blocks.get(id)!)
      .find((b) => b.role === 'paragraph')!
    const at = rawSpan(0, made.document.raw.text.indexOf('全县投入')).to
    made = did(made, { type: 'split', block: block.id, at, created: 'n1' as never })
    const result = carried(made, REWRAPPED.replace('38人，', '38人,'))
    expect(outcomes(result)).toEqual(['reverted moved', 'structure conflict'])
    expect(textOf(result)).toContain('38人,比上年')
  })
})

describe('whatever the new text is', () => {
  test('each decision comes out once, and the laws hold', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 6 }), (seed, edits) => {
        const chance = new Chance(seed)
        let made = imported(RAW)
        for (let i = 0; i < 12; i++) made = further(made, randomEvent(chance, made.document)) ?? made
        let text = RAW
        for (let i = 0; i < edits; i++) {
          const at = chance.below(text.length)
          const put = chance.pick(['', '\n', '年', '18', '【', '。', '新建粮站，'])
          text = text.slice(0, at) + put + text.slice(at + chance.below(6))
        }
        fc.pre(digitLock(imported(text).document).violations.length === 0)
        const result = carried(made, text)
        const start = startOf(made.project.source, made.project.events[0]?.event)
        const all = decisionsOf(start.ok ? start.value : made.document, made.document, made.project.events)
        expect(result.decisions.map((one) => one.decision.id)).toEqual(all.map((one) => one.id))
        expect(new Set(all.map((one) => one.id)).size).toBe(all.length)
        expect(ledger(result.document).imbalances).toEqual([])
        expect(digitLock(result.document).violations).toEqual([])
        for (const one of outcomes(result)) seen.set(one, (seen.get(one) ?? 0) + 1)
      }),
      { seed: 20261123, numRuns: 80 },
    )
    for (const one of [
      'correction moved',
      'correction conflict',
      'note moved',
      'read moved',
      'role moved',
      'structure conflict',
    ])
      expect([one, (seen.get(one) ?? 0) > 0]).toEqual([one, true])
  })
})
