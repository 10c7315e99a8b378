import { describe, expect, test } from 'vitest'
import { digitLock } from '../../src/core/document/digit-lock.ts'
import { liftText } from '../../src/core/document/verbs/lift-text.ts'
import { splitBlock } from '../../src/core/document/verbs/split-block.ts'
import { cleanSpan } from '../../src/core/corrections/reanchor.ts'
import type { Replacement } from '../../src/core/corrections/correction.ts'
import { cleanOffset, rawOffset } from '../../src/core/text/offset.ts'
import {
  after,
  analysisOf,
  blockId,
  correctionId,
  documentOf,
  type EditSketch,
  open,
  typed,
} from './support.ts'

/** The verdict on one paragraph with one edit of a rule. */
function verdict(text: string, replaces: string, insert: string, flags: EditSketch['flags'] = {}, nth = 0) {
  const sketch = { id: 'a', role: 'paragraph', owns: [text] } as const
  return digitLock(documentOf(text, [sketch], [{ id: 'c', block: 'a', replaces, insert, flags, nth }]))
}

const rejoined = { rejoined: true } as const
const marked = { markedReading: true } as const

describe('the digit lock', () => {
  test('counts the runs of both sides', () => {
    const lock = verdict('2017年，建成18座，1,234.5元。\n', '年', '年')
    expect(lock).toEqual({ rawRuns: 3, cleanRuns: 3, explained: [], violations: [] })
  })

  test('lets line joins, spaces, widths and invisible characters be', () => {
    expect(verdict('建18\n座。\n', '\n', '').violations).toEqual([])
    expect(verdict('建 18座。\n', ' ', '').violations).toEqual([])
    expect(verdict('建１８座。\n', '１８', '18')).toMatchObject({ explained: [], violations: [] })
    expect(verdict('建1\u200b8座。\n', '\u200b', '')).toMatchObject({ explained: [], violations: [] })
    expect(verdict('建 18 座。\n', ' 18 座', '18座')).toMatchObject({ explained: [], violations: [] })
  })

  test('catches a digit that a rule changed', () => {
    expect(verdict('建18座。\n', '座', '所').violations).toEqual([])
    expect(verdict('建18座。\n', '8', '9').violations).toMatchObject([
      { kind: 'edit', correction: 'c', raw: ['18'], clean: ['19'], from: 2, to: 3 },
    ])
  })

  test('catches a digit that a rule took away, or put in', () => {
    expect(verdict('建18座。\n', '8', '').violations).toMatchObject([
      { kind: 'edit', raw: ['18'], clean: ['1'] },
    ])
    expect(verdict('建8座。\n', '建8', '建').violations).toMatchObject([
      { kind: 'edit', raw: ['8'], clean: [] },
    ])
    expect(verdict('建18座。\n', '座', '0座').violations).toMatchObject([{ kind: 'edit', clean: ['180'] }])
    expect(verdict('建成座。\n', '成', '3').violations).toMatchObject([
      { kind: 'edit', raw: [], clean: ['3'] },
    ])
  })

  test('catches a point that a rule took away, put in or made a full stop', () => {
    expect(verdict('增4.5%。\n', '.', '').violations).toMatchObject([{ raw: ['4.5'], clean: ['45'] }, {}])
    expect(verdict('增45%。\n', '5', '.5').violations).toMatchObject([{ raw: ['45'], clean: ['4.5'] }])
    expect(verdict('增4.5%。\n', '.', '。').violations).toMatchObject([{ raw: ['4.5'], clean: ['4', '5'] }])
    expect(verdict('增4.5%。\n', '4', '4 ').violations).not.toEqual([])
  })

  test('catches numbers that changed places', () => {
    const swapped = verdict('甲18座乙19座。\n', '18座乙19', '19座乙18')
    expect(swapped.violations).toMatchObject([{ kind: 'edit', raw: ['18', '19'], clean: ['19', '18'] }])
    const text = '甲18座乙19座。\n'
    const both = documentOf(
      text,
      [{ id: 'a', role: 'paragraph', owns: [text] }],
      [
        { id: 'c', block: 'a', replaces: '18', insert: '19' },
        { id: 'd', block: 'a', replaces: '19', insert: '18' },
      ],
    )
    expect(digitLock(both).violations.map((v) => v.correction)).toEqual(['c', 'd'])
  })

  test('lets a number be rejoined at a point or comma, if the claim holds', () => {
    for (const [text, run] of [
      ['增4\n.5%。\n', '4.5'],
      ['增4.\n5%。\n', '4.5'],
      ['共1,\n234元。\n', '1,234'],
    ] as const)
      expect(verdict(text, '\n', '', rejoined)).toMatchObject({
        explained: [{ clean: [run], causes: [{ ground: 'rejoined', correction: 'c' }] }],
        violations: [],
      })
    // Without the flag it is a rule's doing like any other.
    expect(verdict('增4\n.5%。\n', '\n', '').violations).toMatchObject([
      { kind: 'closed-gap', clean: ['4.5'] },
    ])
  })

  test('does not take the word of a flag', () => {
    expect(verdict('共18\n5座。\n', '\n', '', rejoined).violations).toMatchObject([
      { kind: 'closed-gap', clean: ['185'] },
    ])
    expect(verdict('共12,\n34元。\n', '\n', '', rejoined).violations).toMatchObject([{ clean: ['12,34'] }])
    expect(verdict('增4座.5%。\n', '座', '', rejoined).violations).not.toEqual([])
    expect(verdict('建18座。\n', '8', '9', rejoined).violations).not.toEqual([])
    expect(verdict('建18座。\n', '8', '9', marked).violations).not.toEqual([])
    expect(verdict('建18座。\n', '18', '81', marked).violations).not.toEqual([])
    expect(verdict('建SO座。\n', 'SO', '50', marked).violations).not.toEqual([])
    expect(verdict('建18\n座。\n', '18\n', '18', marked).violations).toEqual([])
  })

  test('lets a marked reading be inside a number only', () => {
    const read = verdict('2O19年。\n', 'O', '0', marked)
    expect(read).toMatchObject({
      explained: [
        { raw: ['2', '19'], clean: ['2019'], causes: [{ ground: 'marked-reading', correction: 'c' }] },
      ],
      violations: [],
    })
    expect(verdict('2O19年。\n', 'O', '0').violations).not.toEqual([])
    expect(verdict('O型血。\n', 'O', '0', marked).violations).not.toEqual([])
    expect(verdict('lO座。\n', 'lO', '10', marked).violations).not.toEqual([])
    expect(verdict('增4·5%。\n', '·', '.', marked).violations).toEqual([])
    expect(verdict('共1，234元。\n', '，', ',', marked).violations).toEqual([])
    expect(verdict('共12，34元。\n', '，', ',', marked).violations).not.toEqual([])
  })

  test('does not let a reading bring digits of two lines together', () => {
    const text = '建18\nO座。\n'
    const sketch = { id: 'a', role: 'paragraph', owns: [text] } as const
    const read = { id: 'r', block: 'a', replaces: 'O', insert: '0', flags: marked } as const
    const join = { id: 'j', block: 'a', replaces: '\n', insert: '' } as const
    expect(
      digitLock(documentOf('建1O座。\n', [{ ...sketch, owns: ['建1O座。\n'] }], [read])).violations,
    ).toEqual([])
    expect(digitLock(documentOf(text, [sketch], [read, join])).violations).toMatchObject([
      { kind: 'closed-gap', correction: 'j', clean: ['180'] },
    ])
  })

  test('takes the yes of the editor', () => {
    const text = '建18\n座。\n'
    const doc = documentOf(
      text,
      [{ id: 'a', role: 'paragraph', owns: [text] }],
      [{ id: 'j', block: 'a', replaces: '\n', insert: '' }],
    )
    expect(digitLock(typed(doc, 'a', '8', '9'))).toMatchObject({
      explained: [{ raw: ['18'], clean: ['19'], causes: [{ ground: 'editor' }] }],
      violations: [],
    })
    // Typed next to a join that a rule made: still the editor's word.
    expect(digitLock(typed(doc, 'a', '座', '5')).violations).toEqual([])
    expect(digitLock(typed(doc, 'a', '18', '')).violations).toEqual([])
    // Right before a number: its digits are where they were.
    expect(digitLock(typed(doc, 'a', '建', '建20')).violations).toEqual([])
  })

  test('is not moved by a caption that is taken out from between a number and its unit', () => {
    const doc = documentOf(
      '新建粮站18\n图为7号仓\n座。\n',
      [
        { id: 'a', role: 'paragraph', owns: ['新建粮站18\n', '座。\n'] },
        { id: 'c', role: 'caption', owns: ['图为7号仓\n'] },
      ],
      [{ id: 'j', block: 'a', replaces: '\n', insert: '' }],
    )
    expect(digitLock(doc)).toMatchObject({ rawRuns: 2, cleanRuns: 2, explained: [], violations: [] })
  })

  test('sees two numbers that met over a caption', () => {
    const parts = (second: string) =>
      documentOf(
        `共18\n图\n${second}座。\n`,
        [
          { id: 'a', role: 'paragraph', owns: ['共18\n', `${second}座。\n`] },
          { id: 'c', role: 'caption', owns: ['图\n'] },
        ],
        [{ id: 'j', block: 'a', replaces: '\n', insert: '' }],
      )
    expect(digitLock(parts('万')).violations).toEqual([])
    expect(digitLock(parts('5')).violations).toMatchObject([
      { kind: 'closed-gap', raw: ['18', '5'], clean: ['185'] },
    ])
    const bare = documentOf('共18图5座。\n', [
      { id: 'a', role: 'paragraph', owns: ['共18', '5座。\n'] },
      { id: 'c', role: 'caption', owns: ['图'] },
    ])
    expect(digitLock(bare).violations).toMatchObject([
      { kind: 'closed-gap', correction: null, clean: ['185'] },
    ])
  })

  test('lets a number be rejoined over a page break', () => {
    const over = (flags: NonNullable<EditSketch['flags']>) =>
      digitLock(
        documentOf(
          '共1,\n- 12 -\n234元。\n',
          [
            { id: 'a', role: 'paragraph', owns: ['共1,\n', '234元。\n'] },
            { id: 'f', role: 'furniture', owns: ['- 12 -\n'] },
          ],
          [{ id: 'j', block: 'a', replaces: '\n', insert: '', flags }],
        ),
      )
    expect(over(rejoined)).toMatchObject({ explained: [{ clean: ['1,234'] }], violations: [] })
    expect(over({}).violations).toMatchObject([{ kind: 'closed-gap' }])
  })

  test('sees a border that cuts a number, unless the editor drew it', () => {
    const cut = (first: string, second: string) =>
      documentOf(`${first}${second}`, [
        { id: 'a', role: 'paragraph', owns: [first] },
        { id: 'b', role: 'paragraph', owns: [second] },
      ])
    expect(digitLock(cut('共12', '座34')).violations).toEqual([])
    expect(digitLock(cut('共12', '34座')).violations).toMatchObject([
      { kind: 'border', raw: ['1234'], clean: ['12', '34'] },
    ])
    const whole = documentOf('共1234座', [{ id: 'a', role: 'paragraph', owns: ['共1234座'] }])
    const split = after(whole, splitBlock(whole, blockId('a'), cleanOffset(3), blockId('b')))
    expect(digitLock(split)).toMatchObject({
      explained: [{ raw: ['1234'], clean: ['12', '34'], causes: [{ ground: 'editor', correction: null }] }],
      violations: [],
    })
  })

  test('a lift is a yes to where text is read, not to a number that comes of it', () => {
    const doc = documentOf('共18图5座。\n', [{ id: 'a', role: 'paragraph', owns: ['共18图5座。\n'] }])
    const to = {
      created: blockId('c'),
      correction: correctionId('l'),
      role: 'caption',
      place: 'after',
    } as const
    const lifted = after(doc, liftText(doc, blockId('a'), cleanSpan(3, 4), to))
    expect(digitLock(doc).violations).toEqual([])
    expect(digitLock(lifted).violations).toMatchObject([{ kind: 'closed-gap', clean: ['185'] }])
    expect(digitLock(typed(lifted, 'a', '85', '8、5')).violations).toEqual([])
  })

  test('sees a number that a rule carried to another place of the text', () => {
    const text = '甲18座。\n乙座。\n'
    const carried = (role: 'paragraph' | 'caption', words: string) => {
      const made = analysisOf(text, [
        {
          id: 'a',
          role: 'paragraph',
          owns: [text.slice(0, text.indexOf(words)), text.slice(text.indexOf(words) + words.length, 6)],
        },
        { id: 'b', role, owns: [words, '乙座。\n'] },
      ])
      const at = text.indexOf(words)
      const span = { from: rawOffset(at), to: rawOffset(at + words.length) }
      const move = {
        kind: 'move',
        id: correctionId('r'),
        origin: { kind: 'rule', rule: 'r' as never, version: 1 },
        layer: 'layout',
        reason: { key: 'r' },
        spans: [span],
        replaces: [words],
        block: blockId('b'),
        after: null,
      } as const
      const blocks = made.blocks.map((b) =>
        b.id === 'b' ? { ...b, spans: [{ ...span, moved: move.id }, b.spans[1]!] as const } : b,
      )
      return digitLock(open(text, { ...made, blocks, corrections: [move] }))
    }
    expect(carried('paragraph', '座').violations).toEqual([])
    expect(carried('paragraph', '18座').violations).toMatchObject([
      { kind: 'moved', correction: 'r', raw: ['18'] },
    ])
    expect(carried('caption', '18座').violations).toEqual([])
  })
})

describe('the digit lock on furniture', () => {
  const verdictOn = (...lines: string[]) =>
    digitLock(
      documentOf(
        lines.map((l) => `${l}\n`).join(''),
        lines.map((l, i) => ({ id: `f${i}`, role: 'furniture', owns: [`${l}\n`] }) as const),
      ),
    ).violations.map((v) => [v.kind, v.raw])

  test('lets page numbers and learnt heads go', () => {
    expect(verdictOn('· 123 ·', '- 45 -', '第 7 页', '12')).toEqual([])
    expect(verdictOn('云山年鉴 2018', 'LANXI YEARBOOK 2020')).toEqual([])
    expect(verdictOn('卷3 粮食', '卷3 粮食')).toEqual([])
  })

  test('sees figures that were taken for furniture', () => {
    expect(verdictOn('新建粮站18座')).toEqual([['furniture', ['18']]])
    expect(verdictOn('共1,234')).toEqual([['furniture', ['1,234']]])
    expect(verdictOn('新建粮站18座', '新建粮站19座')).toHaveLength(2)
    expect(verdictOn('· 12345 ·')).toEqual([['furniture', ['12345']]])
  })

  test('sees a digit in a caption that a rule removed', () => {
    const text = '甲。\n图为7号仓\n'
    const doc = (caption: string) =>
      documentOf(
        text,
        [
          { id: 'a', role: 'paragraph', owns: ['甲。\n'] },
          { id: 'c', role: 'caption', owns: ['图为7号仓\n'] },
        ],
        [{ id: 'x', block: 'c', replaces: caption, insert: '' }],
      )
    expect(digitLock(doc('号仓')).violations).toEqual([])
    expect(digitLock(doc('图为7号仓')).violations).toMatchObject([
      { kind: 'edit', correction: 'x', raw: ['7'] },
    ])
  })
})

test('a flag without a correction of that kind is no ground', () => {
  const text = '增4\n.5%。\n'
  const doc = documentOf(
    text,
    [{ id: 'a', role: 'paragraph', owns: [text] }],
    [{ id: 'c', block: 'a', replaces: '\n', insert: '', flags: rejoined }],
  )
  expect(digitLock(doc).violations).toEqual([])
  const { rejoined: _gone, ...bare } = doc.corrections.get(correctionId('c')) as Replacement
  const without = { ...doc, corrections: doc.corrections.with(new Map([[bare.id, bare]])) }
  expect(digitLock(without).violations).toHaveLength(1)
})
