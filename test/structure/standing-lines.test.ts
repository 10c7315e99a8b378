import { describe, expect, it } from 'vitest'
import { clean } from '../damage/clean.ts'

const paragraphs = (raw: string): string[] =>
  clean(new TextEncoder().encode(raw)).book.categories.flatMap((k) =>
    k.sections.flatMap((s) => s.entries.flatMap((e) => e.paragraphs)),
  )
const TEXT = '2019\n年末，全县有粮站\n18\n座，在建\n3\n座，收储粮食\n2,340\n吨，比上年增长\n4.5%\n。\n'

describe('headings of chapters where runs are set apart', () => {
  it('stand by themselves, their names on the line or on the next one', () => {
    expect(paragraphs(`${TEXT}第一章\n粮站建设\n第二节 收储管理\n${TEXT}`).slice(1, 4)).toEqual([
      '第一章',
      '粮站建设',
      '第二节收储管理',
    ])
  })

  it('are none in mid-sentence', () => {
    const raw = `${TEXT}本年收储按照县粮食局印发的条例\n第二章\n执行，入库\n860\n吨。\n`
    expect(paragraphs(raw).join('')).toContain('条例第二章执行，入库860吨。')
  })
})

describe('what leads to a list that is set in', () => {
  it('is the rest of its paragraph, where the row above it is full', () => {
    const rows = '云山县推进各项工作，开展技术培训和实地指\n导，有效解决群众反映的问题并落实检查制。\n'
    const list = '　　（一）新建粮站三座，改建两座；\n　　（二）收储早稻，储备种子。\n'
    const found = paragraphs(`综述\n\n【粮站】\n${rows.repeat(3)}主要内容包括：\n${list}`)
    expect(found[0]).toBe(`${rows.repeat(3).replaceAll('\n', '')}主要内容包括：`)
    expect(found).toHaveLength(3)
  })
})

describe('titles of lives in a book without 【】', () => {
  const LIFE =
    '云山县溪口镇人，高级工程师。长期从事粮站\n建设管理，主持完成溪口粮站、城东粮站等重\n点工程，获省科技进步奖，事迹被多家媒体报\n道，同年当选县第十五届人民代表大会代表。'
  const told = (titles: readonly string[]): string[] =>
    paragraphs(`人物简介\n\n${titles.map((t) => `${t}\n${LIFE}`).join('\n')}\n`)

  it.each([
    [
      'the years',
      [
        '王建国（1932—2019）',
        '李建军（1938—2019）',
        '赵晓东（1941—　）',
        '周　平（1940—　）',
        '孙晓梅（1943—2018）',
      ],
    ],
    ['what they are', ['王建国（女，1975—　）', '李　明（女）', '赵晓东（1968年生）']],
    [
      'what was awarded',
      [
        '省农业劳动模范王建国',
        '省农业劳动模范李明',
        '省农业劳动模范赵晓东',
        '省农业劳动模范周平',
        '省农业劳动模范高原',
      ],
    ],
  ])('stand by themselves below a full line: %s', (_, titles) => {
    const found = told(titles).slice(-2 * titles.length)
    expect(found.filter((_, k) => k % 2 === 0).map((t) => t.slice(0, 8))).toEqual(
      titles.map((t) => t.replace(/\s/g, '').slice(0, 8)),
    )
  })

  it('are none where the rows below are as narrow, beside a photo', () => {
    const narrow =
      '县粮食局组织人员检查各个粮站\n仓房设备运行的情况，落实岗位\n责任制，定期对各个粮站进行抽\n查，发现隐患及时通报，督促限\n期整改到位，确保储粮安全并做\n好记录。\n'
    const found = paragraphs(`人物简介\n\n${LIFE}\n${LIFE}\n${narrow}${LIFE}\n`)
    expect(found.join('\n')).toContain('县粮食局组织人员检查各个粮站仓房设备运行的情况，落实岗位责任制，')
  })
})
