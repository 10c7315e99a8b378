import { describe, expect, test } from 'vitest'
import { rawSpan } from '../../src/core/text/offset.ts'
import { imported } from '../project/made.ts'
import { carried, did, outcomes, RAW, retyped, REWRAPPED, textOf } from './support.ts'

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
    expect(outcomes(result)).toEqual(['correction conflict changed'])
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
    expect(outcomes(result)).toEqual(['correction conflict gone', 'correction moved'])
  })

  test('a repair that was taken back is taken back again', () => {
    let made = imported(RAW.replace('38人，', '38人,'))
    const comma = [...made.document.corrections.values()].find((c) => c.replaces[0] === ',')!
    made = did(made, { type: 'corrected', added: [], withdrawn: [comma.id] })
    const result = carried(made, REWRAPPED.replace('38人，', '38人,'))
    expect(outcomes(result)).toEqual(['reverted moved'])
    expect(textOf(result)).toContain('38人,比上年')
  })
})
