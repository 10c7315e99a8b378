import { compare, sum } from '../decimal.ts'
import type { FigureRule, Hit } from '../finding.ts'
import { mark, markOf, printed } from '../read/mark.ts'
import { isExact, value, type Statement } from '../read/statement.ts'
import { ruleId } from '../../rules/rule.ts'

const FOR = /^(?:[^，]*[^不])?(?:赞成|同意)(?:票|者)?$/
const AGAINST = /反对(?:票|者)?$/
const ABSTAINED = /弃权(?:票|者)?$/
/** Those who came: 实到代表, 到会委员, 出席代表; also what was handed in. */
const PRESENT =
  /^(?:实到|实际到会|到会|实有到会|收回(?:有效)?选?票|收回表决票|有效票|实?出席(?:会议)?的?(?:代表|委员)$)/

/** Votes that come to more than there were voters. Fewer may be: not all who come cast a vote. */
export const votes: FigureRule = {
  id: ruleId('figures/votes'),
  version: 1,
  title: { zh: '票数超过人数', en: 'More votes than voters' },
  why: {
    zh: '赞成、反对、弃权之和多于实到人数或收回票数。少于人数的可能有人未表决，不报。',
    en: 'Votes for, against and withheld come to more than were present, or than were handed in. Fewer may be right and are left alone.',
  },
  messages: {
    more: { zh: '票数共{1}，多于{0}', en: 'The votes come to {1}, more than {0}' },
  },
  examples: [
    {
      text: '应到代表236名，实到229名。表决时赞成票221票、反对票6票、弃权票5票。',
      quotes: ['实到229名', '表决时赞成票221票、反对票6票、弃权票5票'],
    },
    { text: '应到代表236名，实到229名。表决时赞成票221票、反对票3票、弃权票4票。', quotes: null },
  ],
  checkEntry({ body }, _, report) {
    let present: Statement | null = null
    for (const { statements } of body)
      for (let i = 0; i < statements.length; i++) {
        const s = statements[i]!
        if (PRESENT.test(s.phrase.left) && s.figure.kind === 'amount') present = s
        const hit = present && judge(present, statements.slice(i, i + 3))
        if (hit) report(hit)
      }
  },
}

function judge(present: Statement, cast: readonly Statement[]): Hit | null {
  const [yes, no, none] = cast
  if (!yes || !no || !FOR.test(yes.phrase.left) || !AGAINST.test(no.phrase.left)) return null
  const counted = none && ABSTAINED.test(none.phrase.left) ? [yes, no, none] : [yes, no]
  if (![present, ...counted].every((s) => isExact(s.figure) && s.figure.kind === 'amount')) return null
  const together = sum(counted.map((s) => value(s.figure)))
  if (compare(together, value(present.figure)) <= 0) return null
  return {
    message: 'more',
    values: [printed(present), Number(together.units)],
    a: markOf(present),
    b: mark(yes.passage, yes.phrase.from, counted.at(-1)!.figure.to),
    confidence: 0.85,
  }
}
