import fc from 'fast-check'
import { Chance } from '../../damage/chance.ts'
import { LAYOUTS } from '../../damage/print/layouts.ts'
import { specimen } from '../../damage/specimen.ts'
import { MIXED } from '../../damage/trials.ts'

const DIGITS = [
  ...Array.from('0123456789０１９½①⒈²٣〇OlI'),
  '2017',
  '2017年',
  '18',
  '1,234',
  '12.5',
  '3月4日',
]
const MARKS = Array.from('.,，．。、；：！？·…—-～~％()（）【】[]［］〔〕《》“”"\'/=+')
const BLANKS = ['\n', '\n', '\n\n', '\f', '\n\f', ' ', '\u3000\u3000', '\u00a0', '\u200b', '\ufeff', '\u2028']
const WORDS = [
  ...Array.from('年月日图表摄稿章目录'),
  '云山县',
  '科技创新',
  '全县新建粮站',
  '【概况】',
  '【概况',
  '（周明远）',
  '（县粮食局 供稿）',
  '撰稿：周明远',
  '\n教育\nEducation\n',
  '\n 云山年鉴 12\n',
  '\n— 45 —\n',
  '目录\n概况……12\n粮食……13\n财政……14\n税务……15\n',
  '一览表',
  '甲 12 345\n乙 1,234 6\n丙 7 8\n',
]
const ALL = [DIGITS, DIGITS, MARKS, BLANKS, WORDS]

/** What steps and rules look for, side by side as in no book. */
export const oddText = fc
  .array(fc.oneof(...ALL.map((parts) => fc.constantFrom(...parts))), { maxLength: 60 })
  .map((parts) => parts.join(''))

const SMALL = { categories: 1, sections: 2, entries: 2, english: 0.7, nested: false }

/** A page or two of a book that is damaged in all ways at once, with odd marks thrown in and stretches cut out. */
export function tornBook(seed: number): string {
  const chance = new Chance(`torn ${seed}`)
  const { text } = specimen(seed, chance.pick(LAYOUTS), MIXED, SMALL)
  const start = chance.int(0, Math.max(0, text.length - 1500))
  let out = ''
  for (let at = start; at < Math.min(text.length, start + 1500);) {
    const next = at + chance.int(1, 40)
    out += text.slice(at, next)
    at = chance.hit(0.1) ? next + chance.int(1, 20) : next
    if (chance.hit(0.2)) out += chance.pick(chance.pick(ALL))
  }
  return out
}
