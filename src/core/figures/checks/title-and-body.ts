import { approximately, compare } from '../decimal.ts'
import type { FigureRule, Hit } from '../finding.ts'
import { mark, markOf, printed } from '../read/mark.ts'
import type { Passage } from '../read/passage.ts'
import type { ReadPassage } from '../read/read-passage.ts'
import { dimension, isExact, value, type Statement } from '../read/statement.ts'
import type { Ordinal, Quantity } from '../scan/quantity.ts'
import { ruleId } from '../../rules/rule.ts'
import { awarded, type Awarded } from './awarded.ts'

const PREDICATE =
  /(?:被?认定为|被?评为|被?列为|被?命名为|被授予|获评|获批|获得|荣获|获|入选|列入|成为|通过|升级为|创建成为|上榜)(.+)$/

/** Who tried is more than who won. */
const CANDIDATES = /申报|推荐|参加|参评|申请|参与|候选|初选|入围|报名|竞争/
/** So much of a name tells one festival from another, and a name has so much at least. */
const NAME = 4
const LEAST_NAME = 2
/** How many of the words behind a number tell what it counts. */
const REACH = 14

/** The count in a title and what the entry then names. */
export const titleAndBody: FigureRule = {
  id: ruleId('figures/title-and-body'),
  version: 1,
  title: { zh: '标题数量与正文不符', en: 'Title count and body' },
  why: {
    zh: '标题说了几家、几项，正文写的是另一个数，或逐一列名的个数不同。列名带“等”的不报。',
    en: 'The title counts so many, and the entry gives another number or names more or fewer of them. Lists that end in 等 are left alone.',
  },
  messages: {
    stated: { zh: '标题作{0}，正文作{1}', en: 'The title says {0}, the entry {1}' },
    ordinal: { zh: '标题作{0}，正文作{1}', en: 'The title says {0}, the entry {1}' },
    named: { zh: '{0}，正文列名{1}个', en: '{0}, and the entry names {1}' },
  },
  examples: [
    {
      text: '# 科技\n## 创新\n【新增合作社6家】\n2020年，新增青螺、白鹤、双溪、沙桥、竹隐5家。',
      quotes: ['新增合作社6家', '新增青螺、白鹤、双溪、沙桥、竹隐5家'],
    },
    {
      text: '# 科技\n## 创新\n【新增合作社5家】\n2020年，新增青螺、白鹤、双溪、沙桥、竹隐5家。',
      quotes: null,
    },
  ],
  checkEntry(entry, _, report) {
    if (!entry.title || entry.title.quantities.length === 0) return
    const body = entry.body.filter((p) => p.role !== 'table')
    for (const title of entry.title.statements) {
      const found = isCount(title) ? judge(title, body) : null
      if (found) report(found)
    }
    const other = ordinal(entry.title, body)
    if (other) report(other)
  },
}

/** A plain number of things, few enough to be named. */
function isCount({ figure, role }: Statement): boolean {
  if (figure.kind !== 'amount' || role !== 'level' || !isExact(figure) || figure.value.scale > 0) return false
  const n = approximately(figure.value)
  return (figure.unit?.counter ?? false) && n > 1 && n <= 200
}

function judge(title: Statement, body: readonly ReadPassage[]): Hit | null {
  const counts = body.flatMap((p) => p.statements).filter((s) => s.figure.kind === 'amount')
  const restated = counts.some(
    (s) => compare(value(s.figure), value(title.figure)) === 0 && !s.phrase.right.startsWith('的'),
  )
  return restated ? named(title, body, true) : (stated(title, counts) ?? named(title, body, false))
}

/** The one number in the entry that counts what the title counts. */
function stated(title: Statement, counts: readonly Statement[]): Hit | null {
  const n = approximately(value(title.figure))
  const rivals = counts.filter((s) => {
    if (dimension(s.figure) !== dimension(title.figure) || !isExact(s.figure) || s.role !== 'level' || s.part)
      return false
    const v = approximately(value(s.figure))
    return v <= 2 * n + 2 && v >= n / 3 && s.scope.kind !== 'other' && alike(title, s) && sameLevel(title, s)
  })
  const [first] = rivals
  if (!first || rivals.some((s) => compare(value(s.figure), value(first.figure)) !== 0)) return null
  return {
    message: 'stated',
    values: [printed(title), printed(first)],
    a: markOf(title),
    b: markOf(first),
    confidence: 0.85,
  }
}

/** 新增合作社6家 and 新增甲、乙、丙3家; 3家卫生院创建 and 甲、乙两家卫生院通过. */
function alike(title: Statement, s: Statement): boolean {
  if (title.noun !== '') {
    if (isAllThatWon(title, s)) return true
    if (title.action !== s.action) return false
    return title.noun === s.noun || (title.action !== '' && s.noun.includes('、') && s.right === '')
  }
  if (CANDIDATES.test(s.phrase.right) && !CANDIDATES.test(title.phrase.right)) return false
  return shareWords(title.phrase.right.slice(0, REACH), s.phrase.right.slice(0, REACH))
}

const WINS = /入选|名列|列入|获评|获批|(?:认定|评|列|命名)为|上榜|通过/g
const WINNERS = new RegExp(String.raw`^(\p{Script=Han}{1,8}?)被?(?:${WINS.source})`, 'u')

/** 新增生态村6个 and 甲、乙、丙3个村入选, where the entry tells of no other winners. */
function isAllThatWon(title: Statement, { noun, action, phrase, passage }: Statement): boolean {
  if (title.action !== '新增' || action !== '' || !noun.includes('、')) return false
  const kind = WINNERS.exec(phrase.right)?.[1]
  return kind !== undefined && title.noun.endsWith(kind) && passage.text.match(WINS)!.length === 1
}

const LEVEL = /国家级|部级|省级|市级|[县区]级|乡级|镇级|村级|校级|国际级/g

/** 3家省级企业 and 2家国家级企业: two kinds, where each is named and they share none. */
function sameLevel(title: Statement, s: Statement): boolean {
  const wanted: string[] = title.passage.text.match(LEVEL) ?? []
  const { text } = s.passage
  const from = Math.max(...['，', '。', '；'].map((c) => text.lastIndexOf(c, s.figure.from - 1))) + 1
  const to = text.slice(s.figure.to).search(/[，。；]/)
  const clause: string[] = text.slice(from, to < 0 ? undefined : s.figure.to + to).match(LEVEL) ?? []
  return wanted.length === 0 || clause.length === 0 || clause.some((l) => wanted.includes(l))
}

/** Do the words behind two numbers have three characters in a row in common, or the first two? */
function shareWords(x: string, y: string): boolean {
  if (x.length > 1 && x.slice(0, 2) === y.slice(0, 2)) return true
  for (let i = 0; i + 3 <= x.length; i++) if (y.includes(x.slice(i, i + 3))) return true
  return false
}

/** 第9届 in the title, and of the same festival nothing but 第10届 in the entry. */
function ordinal(title: Passage, body: readonly Passage[]): Hit | null {
  const [a, ...more] = title.quantities.filter(isSession)
  if (!a || more.length > 0) return null
  const name = title.text.slice(a.to, a.to + NAME)
  if (name.length < LEAST_NAME) return null
  const all = body.flatMap((p) => p.quantities.filter(isSession).map((q) => ({ p, q })))
  const same = all.filter(({ p, q }) => p.text.startsWith(name, q.to))
  const [b] = same
  if (!b || same.some(({ q }) => compare(q.value, b.q.value) !== 0)) return null
  if (all.some(({ q }) => compare(q.value, a.value) === 0)) return null
  const values = [title.text.slice(a.from, a.to), b.p.text.slice(b.q.from, b.q.to)]
  return {
    message: 'ordinal',
    values,
    a: mark(title, a.from, a.to + name.length),
    b: mark(b.p, b.q.from, b.q.to + name.length),
    confidence: 0.8,
  }
}

function isSession(q: Quantity): q is Ordinal {
  return q.kind === 'ordinal' && q.unit === '届'
}

/** The names that the entry gives for what the title counts. */
function named(title: Statement, body: readonly Passage[], restated: boolean): Hit | null {
  const object = title.noun !== '' ? title.noun : PREDICATE.exec(title.phrase.right)?.[1]
  if (!object) return null
  for (const passage of body) {
    // Where the number stands in the body too, only a list that is said to be all of them can gainsay it.
    const from = restated ? passage.text.search(/分别[是为：]/) : 0
    if (from < 0) continue
    const found = awarded(passage, from, object)
    if (found && contradicts(title, found)) {
      const { least, most } = found
      const count = least === most ? String(least) : `${String(least)}—${String(most)}`
      const b = mark(passage, found.from, found.to)
      return { message: 'named', values: [printed(title), count], a: markOf(title), b, confidence: 0.8 }
    }
  }
  return null
}

function contradicts(title: Statement, { least, most, open }: Awarded): boolean {
  const n = approximately(value(title.figure))
  if (open || (n >= least && n <= most)) return false
  return Math.min(Math.abs(n - least), Math.abs(n - most)) <= Math.max(3, n / 2)
}
