import { coveredBySuggestions } from './accept.ts'
import { clean } from './clean.ts'

/** A number as it is printed, in a clause that says what it is. */
export const NUMBER_FORMS = [
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
  '共10家，',
  '占地10.1亩，',
  '水温14～18℃，',
] as const

const BEFORE = '2019年，云山县推进各项工作，开展技术培训和实地指导，落实检查制度，'
const AFTER = '有效解决群众反映的问题，服务水平进一步提高。'
const TAIL = '全县各部门协同配合，工作机制逐步健全，成效明显，得到上级部门肯定和群众好评。'

/** The paragraph that a form stands in, in two parts: what comes before its character `at`, and the rest. */
export function around(form: string, at: number): readonly [string, string] {
  return [BEFORE + form.slice(0, at), form.slice(at) + AFTER + TAIL]
}

export type Fate = 'repaired' | 'asked' | 'wrong'

/** What becomes of a paragraph that is printed as `said` and extracted as `raw`. */
export function fate(said: string, raw: string): Fate {
  const text = `综述\n【概况】 ${raw}\n【学校建设】 ${TAIL}\n`
  const cleaned = clean(new TextEncoder().encode(text))
  const entry = cleaned.book.categories[0]!.sections[0]!.entries[0]!
  if (entry.paragraphs.length === 1 && entry.paragraphs[0] === said) return 'repaired'
  const wanted = { title: '概况', paragraphs: [said], captions: [], contributors: [], path: '' }
  return coveredBySuggestions(cleaned, { wanted, got: { ...entry, path: '' } }) ? 'asked' : 'wrong'
}
