import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/core/analyse.ts'
import { obey } from '../../src/core/obey.ts'
import type { Analysis } from '../../src/core/structure/block.ts'
import type { Id } from '../../src/core/text/offset.ts'
import { rawText, type RawText } from '../../src/core/text/raw-text.ts'

const raw = (text: string): RawText => ({ text, sha256: 'none' as Id<'Sha256'> })

/** Every raw character has one owner, and edits lie inside what their block owns. */
function checkPartition(text: string): Analysis {
  const analysis = analyse(raw(text))
  const spans = analysis.blocks.flatMap((b) => b.spans).sort((a, b) => a.from - b.from || a.to - b.to)
  let at = 0
  for (const s of spans) {
    expect(s.from).toBe(at)
    expect(s.to).toBeGreaterThanOrEqual(s.from)
    at = s.to
  }
  expect(at).toBe(text.length)
  for (const { edits, spans: own } of analysis.blocks)
    for (const { span } of edits) expect(own.some((s) => span.from >= s.from && span.to <= s.to)).toBe(true)
  for (const { span } of analysis.suggestions) {
    expect(span.from).toBeGreaterThanOrEqual(0)
    expect(span.to).toBeLessThanOrEqual(text.length)
  }
  return analysis
}

/** Marks that steps look for, without what they belong to. */
const LONE = [
  ...Array.from('【】［］[]（）()“”"《》。，、；：！？·—-–~～%‰℃①③.,:0123456789０９OoIl〇○一二年月日表摄'),
  ...['供稿', '供图', '（一）', '年鉴', 'YEARBOOK', '概况', '第 7 页', '- 12 -', '· 12 ·', '一览表', '综 述'],
  ...[
    '\n',
    '\n\n',
    '\n\n\n',
    '\f',
    '\n ',
    '\n　　',
    ' ',
    '　',
    '\u00a0',
    '\u200b',
    '\u00ad',
    '\u2028',
    '\u0085',
  ],
  ...[
    '2019',
    '年',
    '全县',
    '粮站',
    '工业',
    'Industry',
    'Science & Technology',
    '周明远',
    '县粮食局',
    '\u2f4a',
    '𠮷',
    '😀',
  ],
]

describe('whatever the text', () => {
  it('has one owner for every character, made of lone marks', () => {
    const text = fc.array(fc.constantFrom(...LONE), { maxLength: 200 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (t) => void checkPartition(t)),
      { seed: 77, numRuns: 1200 },
    )
  })

  it('has one owner for every character, arbitrary', () => {
    const text = fc.string({ unit: 'binary', maxLength: 400 }).filter((t) => rawText(t, 'none').ok)
    fc.assert(
      fc.property(text, (t) => void checkPartition(t)),
      { seed: 78, numRuns: 400 },
    )
  })

  const odd: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['one space', ' '],
    ['10,000 blank lines', '\n'.repeat(10_000)],
    ['a word between blank lines', '\n'.repeat(5_000) + '全县' + '\n'.repeat(5_000)],
    ['only opening brackets', '【（“《〔['.repeat(2_000)],
    ['only closing brackets', '】）”》〕]'.repeat(2_000)],
    ['opening brackets on lines of their own', '【\n（\n“\n'.repeat(2_000)],
    ['full stops on lines of their own', '全县有粮站。\n' + '。\n'.repeat(3_000)],
    ['open signatures', '（周明远\n'.repeat(3_000)],
    ['credits without captions', '（县粮食局 供稿）\n'.repeat(3_000)],
    ['page numbers only', Array.from({ length: 3_000 }, (_, i) => `· ${i} ·`).join('\n')],
    ['bare numbers only', Array.from({ length: 3_000 }, (_, i) => `${i}`).join('\n')],
    ['titles only', '【概况】\n'.repeat(3_000)],
    ['titles that never close', '【概况\n'.repeat(3_000)],
    ['one head on each line', '云山年鉴\n'.repeat(3_000)],
    ['form feeds only', '\f'.repeat(5_000)],
    ['table rows without end', '甲 1 2 3\n'.repeat(3_000)],
    ['runs set apart', '全县有\n12\n座，\n'.repeat(3_000)],
    ['quotation marks only', '“'.repeat(20_000)],
    ['Han numerals without end', '一亿'.repeat(10_000)],
    ['a line of spaces between words', `全县${' '.repeat(200_000)}新建粮站，\n`.repeat(2)],
    ['half a surrogate pair’s neighbours', '𠮷'.repeat(5_000)],
  ]
  it.each(odd)('%s', (_, text) => void checkPartition(text))

  it('one line of two million characters', () => {
    const text = '全县新建粮站18座，改造仓房4.5万平方米；'.repeat(95_000)
    expect(text.length).toBeGreaterThan(2_000_000)
    expect(checkPartition(text).blocks).toHaveLength(1)
  })
})

/** Patterns that a step might look back over, again and again. */
const PATTERNS: readonly (readonly [string, string])[] = [
  ['rows', '全县新建粮站18座，改造仓房4.5万平方米，完成投资\n3.6亿元，比上年增长7.4%。\n'],
  ['runs', '全县新建粮站\n\n18\n\n座，改造仓房\n\n4.5\n\n万平方米。\n\n'],
  ['an entry without end', '全县新建粮站，改造仓房并完成投资，比上年增长，\n'],
  ['brackets', '（含（城区（老城'],
  ['lone stops', '全县新建粮站三座，\n改造仓房\n。\n'],
  ['torn signatures', '（周明远\n全县新建粮站三座。\n'],
  ['captions', '2019年5月1日，粮站落成\n（县粮食局 供稿）\n'],
  ['titles', '【粮站落成】2019年，全县新建粮站18座。\n'],
  ['tables', '2019年全县粮站一览表\n名称 座数 面积\n甲乡 1 2\n乙乡 3 4\n'],
  ['quotation marks', '“粮站”与“仓房“，'],
  ['spaces', '全 县 新 建 粮 站 1 8 座 ， '],
  ['digits', '2O19年1,234.5万元4·5%'],
  ['Han numerals', '一二三四五'],
  ['readings in one number', 'O0O0l1I'],
  ['stops on lines of their own', '。\n'],
  ['categories after their text', '\n综述\n【概况】全县有粮站。\n 工业\n Industry\n'],
  ['captions in one sentence', '全县新建粮站，\n2019年5月1日，粮站落成\n（县粮食局 供稿）\n改造 仓房，'],
  ['one number cut by lines', '1,\n234,\n'],
  ['page numbers in mid-sentence', '全县新建粮站\n·9·\n2020年，\n[ 9 ]\n'],
  ['page numbers torn from their marks', '全县新建粮站\n-\n9\n-\n'],
  ['heads with numbers', '全县新建粮站\n云山年监 12\n比上年增加\n云山年鉴 13\n增加\n云山粮鉴 14\n'],
  ['footnotes', '全县新建粮站①\n①粮站，\n· 9 ·\n注：仓房\n'],
  ['items and numbers', '：1. 2020；2.\n35座；\n'],
]

describe('work grows with the text', () => {
  // Two sizes of the same text on the same machine, the least of several runs: a bound in seconds would fail where a
  // machine is slow or busy, and the clock goes on while the processor is elsewhere. Work that grew with the square would take 16 times as long.
  const time = (text: string): number => {
    let least = Infinity
    for (let i = 0; i < 3; i++) {
      const start = process.cpuUsage()
      const source = raw(text)
      obey(source, analyse(source))
      least = Math.min(least, process.cpuUsage(start).user / 1000)
    }
    return least
  }

  it.each(PATTERNS)('%s', (_, pattern) => {
    const small = pattern.repeat(Math.ceil(10_000 / pattern.length))
    time(small.slice(0, 2_000))
    const once = time(small)
    const four = time(small.repeat(4))
    expect(four).toBeLessThan(11 * once + 60)
  })
})
