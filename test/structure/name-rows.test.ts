import { describe, expect, it } from 'vitest'
import { clean } from '../damage/clean.ts'

const paragraphs = (raw: string): string[] =>
  clean(new TextEncoder().encode(raw)).book.categories.flatMap((k) =>
    k.sections.flatMap((s) => s.entries.flatMap((e) => e.paragraphs)),
  )
const book = (rows: string): string =>
  `荣誉名录\n\n【先进个人】 2019年，云山县有26人获市级以上荣誉称号。\n${rows}\n\n【粮食收购】 2019年，全县收购粮食3,200吨。\n`

describe('rows of a list of honours', () => {
  it('are paragraphs of their own, one space between two names and none within one', () => {
    const rows =
      '省劳动模范　王建国　李　明　赵晓东\n优秀教师：王　芳　李建军　周　平\n全国三八红旗手　林秀英\n文明单位　县税务局　县第一人民医院　溪口镇'
    expect(paragraphs(book(rows)).slice(1, -1)).toEqual([
      '省劳动模范 王建国 李明 赵晓东',
      '优秀教师：王芳 李建军 周平',
      '全国三八红旗手 林秀英',
      '文明单位 县税务局 县第一人民医院 溪口镇',
    ])
  })

  it('are paragraphs, too, where the names are parted as in a sentence', () => {
    const rows = '优秀教师：王　芳、李建军、周　平\n先进工作者：林秀英、高　原'
    expect(paragraphs(book(rows)).slice(1, -1)).toEqual([
      '优秀教师：王芳、李建军、周平',
      '先进工作者：林秀英、高原',
    ])
  })

  it('go on in the next line, also in mid-name', () => {
    const rows =
      '省农业科技先进工作者　高　原　沈　立　汪晓芳　马　骏　徐\n丹　黄志刚　罗　敏\n劳动模范　王建国　李　明'
    expect(paragraphs(book(rows)).slice(1, -1)).toEqual([
      '省农业科技先进工作者 高原 沈立 汪晓芳 马骏 徐丹 黄志刚 罗敏',
      '劳动模范 王建国 李明',
    ])
  })

  it('stand below the name of the body whose members they are', () => {
    const raw =
      '名录\n\n县委\n书记　王建国\n副书记　李　明　赵晓东\n县人大常委会\n主任　林秀英\n副主任　高　原　沈　立\n\n'
    expect(paragraphs(raw)).toEqual(
      expect.arrayContaining([
        '书记 王建国',
        '副书记 李明 赵晓东',
        '县人大常委会',
        '主任 林秀英',
        '副主任 高原 沈立',
      ]),
    )
  })

  it('are none in a sentence with stray spaces', () => {
    const text = '会上，县粮食局 王建国 李明\n介绍粮站建设的做法，得到肯定。'
    expect(paragraphs(book(text)).join('')).toContain('县粮食局王建国李明介绍粮站建设')
    const leader = '会议由县粮食局召开。\n县长 李 明到会并讲话，强调：各单位要落实责任。'
    expect(paragraphs(book(leader)).join('')).toContain('县长李明到会并讲话')
  })
})
