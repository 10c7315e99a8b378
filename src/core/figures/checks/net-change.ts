import { abs, compare, minus, plain } from '../decimal.ts'
import type { FigureRule, Hit } from '../finding.ts'
import { mark, markOf, printed } from '../read/mark.ts'
import { dimension, isExact, value, type Statement } from '../read/statement.ts'
import { ruleId } from '../../rules/rule.ts'
import { tolerance } from './breakdown.ts'

/** What comes, what goes, and what is left of the two: nothing else enters into it. */
const SETS: readonly (readonly [RegExp, RegExp, RegExp])[] = [
  [/(?:^|[^死])出生(?:人口|人数)?$/, /死亡(?:人口|人数)?$/, /^自然(?:增长|增加|净增)(?:人口|人数)?$/],
  [/^(?:.{0,8})?(?:迁入|流入)(?:人口|人数)?$/, /(?:迁出|流出)(?:人口|人数)?$/, /^(?:净迁入|净流入|机械(?:增长|增加))(?:人口|人数)?$/],
  [/新增|新登记|新设/, /^注销/, /^净增/],
] // prettier-ignore

/** So many came, so many went: what is left is their difference. */
export const netChange: FigureRule = {
  id: ruleId('figures/net-change'),
  version: 1,
  title: { zh: '增减相抵不符', en: 'What came and what went' },
  why: {
    zh: '出生减死亡应得自然增长，新增减注销应得净增；三数同在一句而算不拢的报出。',
    en: 'Births less deaths make the natural growth, newly registered less struck off the net growth: reported where three figures of one sentence do not fit.',
  },
  messages: {
    net: { zh: '两数相减得{1}，写作{0}', en: 'The two make {1}, and {0} is printed' },
  },
  examples: [
    {
      text: '全年出生4,862人，死亡3,126人，自然增长1,763人。',
      quotes: ['全年出生4,862人，死亡3,126人', '自然增长1,763人'],
    },
    { text: '全年出生4,862人，死亡3,126人，自然增长1,736人。', quotes: null },
  ],
  checkEntry({ passages }, _, report) {
    for (const { statements } of passages)
      for (let i = 2; i < statements.length; i++) {
        const hit = judge(statements[i - 2]!, statements[i - 1]!, statements[i]!)
        if (hit) report(hit)
      }
  },
}

function judge(came: Statement, went: Statement, net: Statement): Hit | null {
  if (came.sentence !== net.sentence || went.sentence !== net.sentence) return null
  const all = [came, went, net]
  if (all.some((s) => !isExact(s.figure) || s.figure.kind !== 'amount')) return null
  const words = all.map((s) => s.phrase.left)
  if (!SETS.some((set) => set.every((word, k) => word.test(words[k]!)))) return null
  if (new Set(all.map((s) => dimension(s.figure))).size > 1) return null
  const left = minus(value(came.figure), value(went.figure))
  if (compare(abs(minus(abs(left), value(net.figure))), tolerance(net, [came, went])) <= 0) return null
  return {
    message: 'net',
    values: [printed(net), plain(left)],
    a: mark(came.passage, came.phrase.from, went.figure.to),
    b: markOf(net),
    confidence: 0.8,
  }
}
