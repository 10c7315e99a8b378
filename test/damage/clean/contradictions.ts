import type { Chance } from '../chance.ts'
import type { Kind, Rates } from '../kinds.ts'
import type { CleanEntry } from './model.ts'
import { fill } from './sentences.ts'
import type { World } from './world.ts'

type Contradict = (entry: CleanEntry, c: Chance, here: World) => CleanEntry

const add = (entry: CleanEntry, ...texts: string[]): CleanEntry => ({
  ...entry,
  paragraphs: [...entry.paragraphs, ...texts.map((text) => ({ kind: 'text', text }) as const)],
})

const THINGS =
  '水闸 粮站 车站 凉亭 书屋 影院 码头 泵站 哨所 茶室 窑炉 牌坊 戏台 石桥 水塔 亭廊 灯塔 驿站'.split(' ')
const DEEDS = [
  ['接待', '游客', '万人次'],
  ['造林', '', '公顷'],
  ['发放', '助学金', '万元'],
  ['培训', '驾驶员', '人'],
  ['修复', '古籍', '册'],
  ['抽检', '食品', '批次'],
  ['放映', '电影', '场'],
  ['铺设', '燃气管道', '千米'],
  ['救助', '候鸟', '只'],
  ['收治', '病人', '人次'],
] as const

/** Figures that disagree as printed: no damage of extraction, so that the text must come out as it is, and be reported. */
const FORMS: Partial<Record<Kind, Contradict>> = {
  'wrong-total': (entry, c, here) => {
    const [large, small] = [c.int(3, 40), c.int(41, 90)]
    // Less than its parts: more might have parts that are not named.
    const total = large + small - c.int(1, 2)
    return add(
      entry,
      fill(c, here, `{year}年末，{all}有${c.pick(THINGS)}${total}座，其中大型${large}座、小型${small}座。`),
    )
  },
  'two-values': (entry, c, here) => {
    const [a, b] = [c.int(120, 180), c.int(210, 290)]
    const [act, thing, unit] = c.pick(DEEDS)
    const said = (n: number, rest: string): string =>
      fill(c, here, `{year}年，{county}${act}${thing}${n}${unit}${rest}`)
    return add(entry, said(a, '。'), said(b, '，比上年{growth}。'))
  },
  'title-count': (entry, c, here) => {
    const [a, b] = [c.int(3, 9), c.int(11, 19)]
    const thing = c.pick(THINGS)
    const first = {
      kind: 'text',
      text: fill(c, here, `{year}年，{county}新增${thing}${b}座，{effect}。`),
    } as const
    return { ...entry, title: `新增${thing}${a}座`, paragraphs: [first] }
  },
  'impossible-date': (entry, c, here) =>
    add(entry, fill(c, here, `2月30日，{body}与{place}签订协议，{effect}。`)),
}

export function contradicted(entry: CleanEntry, rates: Rates, c: Chance, here: World): CleanEntry {
  for (const [kind, form] of Object.entries(FORMS) as [Kind, Contradict][])
    if (c.hit(rates[kind] ?? 0)) return { ...form(entry, c, here), contradiction: kind }
  return entry
}
