import { describe, expect, it } from 'vitest'
import { coveredBySuggestions } from './accept.ts'
import { clean } from './clean.ts'

/** A number as it is printed, in a clause that says what it is. */
const FORMS = [
  '流转率57.7%，',
  '增长0.86%，',
  '出生率6.86‰，',
  '有教职工4,387人，',
  '共有1,264,500株，',
  '产值68.42亿元，',
  '造林1,264.5公顷，',
  '于2019年10月12日，',
  '3月5—9日，',
  '2016—2020年，',
  '12月28日—1月3日，',
  '上午9:30召开，',
  '8:30—17:00开放，',
  '（云委发〔2019〕12号），',
  '电话0571-88206655，',
  '热线400-861-2345，',
  'ISBN 978-7-5321-8864-0，',
  '收入比为1.86∶1，',
  '比例尺1∶10000，',
  '面积36.8 km²，',
  '库容126万m³，',
  '浓度28 μg/m³，',
  '气温40.3℃，',
  '用电28.6亿千瓦·时，',
  '水温24～28℃，',
  '保持在450米—600米，',
  '误差±2.5毫米，',
  'PM2.5平均浓度，',
  '按GB/T 28001—2011执行，',
  '第12届，',
] as const

const BEFORE = '2019年，云山县推进各项工作，开展技术培训和实地指导，落实检查制度，'
const AFTER = '有效解决群众反映的问题，服务水平进一步提高。'
const TAIL = '全县各部门协同配合，工作机制逐步健全，成效明显，得到上级部门肯定和群众好评。'

const LAYOUTS = {
  /** Rows of print around the cut, as wide as the first of them. */
  wrapped: (a: string, b: string): string => {
    const rows: string[] = [a]
    for (let rest = b; rest !== ''; rest = rest.slice(a.length)) rows.push(rest.slice(0, a.length))
    return rows.join('\n')
  },
  /** A column ends in the middle of the paragraph. */
  column: (a: string, b: string): string => `${a}\n\n${b}`,
  page: (a: string, b: string): string => `${a}\n- 12 -\n\f${b}`,
  spaced: (a: string, b: string): string => `${a} ${b}`,
} as const

type Fate = 'repaired' | 'asked' | 'wrong'

function fate(form: string, at: number, layout: keyof typeof LAYOUTS): Fate {
  const said = BEFORE + form + AFTER + TAIL
  const cut = BEFORE.length + at
  const raw = `综述\n【概况】 ${LAYOUTS[layout](said.slice(0, cut), said.slice(cut))}\n【学校建设】 ${TAIL}\n`
  const cleaned = clean(new TextEncoder().encode(raw))
  const entry = cleaned.book.categories[0]!.sections[0]!.entries[0]!
  if (entry.paragraphs.length === 1 && entry.paragraphs[0] === said) return 'repaired'
  const wanted = { title: '概况', paragraphs: [said], captions: [], contributors: [], path: '' }
  const got = { ...entry, path: '' }
  return coveredBySuggestions(cleaned, { wanted, got }) ? 'asked' : 'wrong'
}

describe.each(Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[])('a number cut: %s', (layout) => {
  it.each(FORMS)('%s', (form) => {
    const wrong: string[] = []
    for (let at = 1; at < form.length - 1; at++)
      if (fate(form, at, layout) === 'wrong') wrong.push(`${form.slice(0, at)}|${form.slice(at)}`)
    expect(wrong).toEqual([])
  })
})
