import { approximately } from '../decimal.ts'
import type { FigureRule, Hit, Mark } from '../finding.ts'
import { mark, markOf, printed, quote } from '../read/mark.ts'
import type { Passage } from '../read/passage.ts'
import type { ReadPassage } from '../read/read-passage.ts'
import { isExact, value, type Statement } from '../read/statement.ts'
import { hanNumber } from '../scan/numerals.ts'
import { respectively } from './awarded.ts'
import { ruleId } from '../../rules/rule.ts'

/** What a numbered list is a list of. */
const LISTED = /^count:(?:项|个|条|点|方面|档|类|种|件|款|步)$/
const NUMBERED = /^(?:（([一二三四五六七八九十]+|\d+)）|([一二三四五六七八九十]+)、|(\d+)[.．、]|([①-⑳]))/
const MOST = 20
/** The code of ①. */
const CIRCLED = 0x2460

/** 五项措施： and a list of four. */
export const listAndCount: FigureRule = {
  id: ruleId('figures/list-and-count'),
  version: 1,
  title: { zh: '所列条数不符', en: 'List and its count' },
  why: {
    zh: '引出列表的句子说了几项，下面编号连续而条数不同。编号不连续时可能是缺行，不报。',
    en: 'The sentence that opens a list says how many points there are, and the numbered list below has more or fewer. A list with a gap in its numbers may have lost a line and is left alone.',
  },
  messages: {
    count: { zh: '所说{0}，所列{1}条', en: 'Said to be {0}; the list has {1}' },
    named: { zh: '所说{0}，“分别”之后列名{1}个', en: 'Said to be {0}; {1} are named one by one' },
  },
  examples: [
    {
      text: '获省级荣誉6项，分别是甲局获先进集体，乙镇获示范镇，丙社区、丁社区获示范社区。',
      quotes: ['获省级荣誉6项', '分别是甲局获先进集体，乙镇获示范镇，丙社区、丁社区获示范社区'],
    },
    { text: '小学、初中2类，分别为38.4人和41.2人。', quotes: null },
  ],
  checkEntry({ passages, body }, _, report) {
    for (const { statements } of passages)
      for (const s of statements) {
        const hit = named(s)
        if (hit) report(hit)
      }
    body.forEach((passage, i) => {
      const inside = inline(passage)
      if (inside) report(inside)
      if (!/[：:]$/.test(passage.text) || passage.role === 'table') return
      const hit = judge(passage, body.slice(i + 1, i + 2 + MOST))
      if (hit) report(hit)
    })
  },
}

/** 获荣誉6项，分别是甲获…，乙获…. */
function named(s: Statement): Hit | null {
  if (!isCount(s)) return null
  const { passage, figure } = s
  const opens = /^(?:，|：|。)?分别[是为]/.exec(passage.text.slice(figure.to, figure.to + 6))
  if (!opens) return null
  const from = figure.to + opens[0].search(/分/)
  const found = respectively(passage, from)
  const n = approximately(value(figure))
  if (!found || found.open || found.least < 2 || (n >= found.least && n <= found.most)) return null
  if (Math.min(Math.abs(n - found.least), Math.abs(n - found.most)) > Math.max(2, n / 3)) return null
  const values = [
    printed(s),
    found.least === found.most ? found.least : `${String(found.least)}—${String(found.most)}`,
  ]
  return { message: 'named', values, a: markOf(s), b: mark(passage, from, found.to), confidence: 0.75 }
}

function isCount({ figure, role }: Statement): boolean {
  if (figure.kind !== 'amount' || role !== 'level' || !isExact(figure) || !(figure.unit?.counter ?? false))
    return false
  const n = approximately(figure.value)
  return n > 1 && n <= MOST && Number.isInteger(n)
}

function judge(passage: ReadPassage, below: readonly Passage[]): Hit | null {
  const said = announced(passage) ?? coined(passage)
  if (!said) return null
  let n = 0
  for (const p of below) {
    const number = numberOf(p.text)
    if (number === null) break
    if (number !== n + 1) return null
    n++
  }
  if (n < 2) return null
  const last = below[n - 1]!
  return differ(said, n, mark(last, 0, Math.min(last.text.length, 16)))
}

function differ({ count, at }: Said, n: number, b: Mark): Hit | null {
  if (n === count || n > MOST) return null
  return { message: 'count', values: [quote(at), n], a: at, b, confidence: 0.75 }
}

interface Said {
  readonly count: number
  readonly at: Mark
}

const COINED = /([二三四五六七八九十])(?:个一|大)[^，。；：]{0,12}[：:]$/

/** “五个一”活动：, 六大行动：: a count that names the whole. */
function coined(passage: Passage, to = passage.text.length): Said | null {
  const m = COINED.exec(passage.text.slice(0, to))
  const count = m && hanNumber(m[1]!)
  if (!count) return null
  return { count: approximately(count), at: mark(passage, m.index, to - 1) }
}

/** 六大行动：①…；②…: the list goes on in the same paragraph. */
function inline(passage: Passage): Hit | null {
  const { text } = passage
  const from = text.indexOf('：①') + 1
  const said = from === 0 ? null : coined(passage, from)
  if (!said) return null
  let n = 0
  let last = from
  for (let at = from; at >= 0; at = text.indexOf(String.fromCharCode(CIRCLED + n), last)) {
    last = at
    n++
  }
  return n < 2 ? null : differ(said, n, mark(passage, last, Math.min(text.length, last + 16)))
}

/** The count in the sentence that opens the list. */
function announced(passage: ReadPassage): Said | null {
  const last = passage.sentences.length - 1
  const counts = passage.statements.filter(
    (s) => s.sentence === last && s.figure.kind === 'amount' && LISTED.test(s.figure.unit?.dimension ?? ''),
  )
  const [said] = counts.slice(-1)
  if (!said || counts.length > 1 || !isExact(said.figure)) return null
  const n = approximately(value(said.figure))
  return n > 1 && n <= MOST ? { count: n, at: markOf(said) } : null
}

function numberOf(text: string): number | null {
  const m = NUMBERED.exec(text)
  if (!m) return null
  const [, bracket, han, arabic, circled] = m
  if (circled !== undefined) return circled.charCodeAt(0) - CIRCLED + 1
  const digits = bracket ?? han ?? arabic!
  if (/^\d/.test(digits)) return Number(digits)
  const n = hanNumber(digits)
  return n === null ? null : approximately(n)
}
