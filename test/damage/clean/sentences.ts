import type { Chance } from '../chance.ts'
import * as n from './numbers.ts'
import * as w from './words.ts'
import { person, type World } from './world.ts'

type Slot = (c: Chance, world: World) => string

const body: Slot = (c, { county, level }) => (c.hit(0.6) ? level : county + level) + c.pick(w.BODIES)
const phrase: Slot = (c) => c.pick(w.NOUNS) + c.pick(w.ABSTRACTS)
const thing: Slot = (c) => (c.hit(0.4) ? c.pick(w.QUALITIES) : '') + c.pick(w.NOUNS)
const document: Slot = (c, { county, level }) =>
  `${c.hit(0.5) ? county + level : '关于加强'}${c.pick(w.NOUNS)}${c.pick(w.ABSTRACTS)}${c.pick(['工作的意见', '实施方案', '管理办法', '三年行动计划', '专项规划（试行）'])}`

/** What stands in braces in a template. */
const SLOTS: Readonly<Record<string, Slot>> = {
  body,
  bodies: (c) => Array.from({ length: c.int(2, 4) }, () => c.pick(w.BODIES)).join('、'),
  phrase,
  thing,
  document,
  act: (c, world) => c.pick(w.VERBS) + (c.hit(0.5) ? phrase(c, world) : thing(c, world)),
  project: (c) => c.pick(w.QUALITIES) + c.pick(w.NOUNS) + c.pick(['项目', '工程', '行动', '试点', '计划']),
  place: (c, { towns }) => c.pick(towns),
  county: (_, { county, level }) => county + level,
  all: (_, { level }) => '全' + level,
  level: (_, { level }) => level,
  year: (_, { year }) => String(year),
  before: (_, { year }) => String(year - 1),
  next: (_, { year }) => String(year + 1),
  person,
  slogan: (c) => c.pick(w.SLOGANS),
  event: (c) => c.pick(w.EVENTS),
  facility: (c) => c.pick(w.FACILITIES),
  venue: (c) => c.pick(w.VENUES),
  road: (c) => c.pick(w.ROADS),
  effect: (c) => c.pick(w.SLOW_WORDS),
  quoted: (c) => c.pick(w.QUOTED),
  press: (c) => c.pick(w.PRESSES),
  latin: (c) => c.pick(w.LATIN),
  species: (c) => c.pick(w.SPECIES),
  term: (c) => c.pick(w.LATIN_TERMS),
  n: (c) => String(c.int(2, 99)),
  N: (c, world) => n.grouped(c.int(1000, 68000), world),
  dec: (c) => n.decimal(c),
  pct: n.percent,
  permille: (c) => `${n.decimal(c, 9)}‰`,
  q: n.quantity,
  count: n.count,
  money: n.money,
  growth: (c) => c.pick(['增长', '提高', '下降', '减少']) + n.percent(c),
  md: n.monthDay,
  range: n.dateRange,
  time: n.time,
  isbn: n.isbn,
  phone: n.phone,
  ordinal: n.ordinal,
  doc: (c, { county, year }) =>
    `${county}${c.pick(['政发', '政办发', '委办', '水发', '财农'])}〔${year}〕${c.int(1, 186)}号`,
  tilde: (_, { tilde }) => tilde,
  area: (c, world) => `${n.grouped(c.int(120, 9800), world)}平方米`,
  temp: (c) => `${n.decimal(c, 39)}℃`,
  ratio: (c) => `${c.int(1, 3)}∶${n.decimal(c, 4)}`,
  ug: (c) => `${c.int(12, 80)} μg/m³`,
}

/** First sentences of an entry. */
const OPENINGS = [
  '{year}年，{county}{act}，完成投资{money}，比上年{growth}。',
  '{year}年末，{all}有{thing}{count}，其中{thing}{count}、{thing}{count}。',
  '{year}年{md}，{ordinal}届{thing}{event}在{venue}举行，{bodies}等单位{n}人参加。',
  '{year}年{md}{time}，位于{place}的{facility}启用，{level}领导{person}、{person}出席启用仪式。',
  '{year}年{range}，{body}会同{bodies}开展“{slogan}”专项行动，检查{thing}{count}。',
  '{year}年，{body}围绕“{slogan}”主题{act}，印发《{document}》（{doc}）。',
  '位于{road}{n}号的{facility}于{year}年{md}建成。项目占地{area}，建筑面积{area}，总投资{money}。',
  '{md}，由{body}编写的《{thing}志》由{press}出版，全书{dec}万字，印数{N}册，{isbn}。',
  '{before}—{year}年，{county}累计{act}{count}，投入{money}。',
  '至{year}年底，{all}建成{project}{count}，覆盖{place}、{place}和{place}。',
  '{year}年，{all}{thing}总量{q}，比上年{growth}；人均{dec}千克，{growth}。',
  '{year}年{md}，《{document}》经{level}政府常务会议审议通过，自{md}起施行。',
  '二〇一〇年以来，{body}坚持“{slogan}”，{act}。',
]

const MIDDLES = [
  '其中，{thing}{q}，占{pct}；{thing}{q}，占{pct}。',
  '全年受理{phrase}申请{N}件，办结率{pct}，比上年{growth}。',
  '{thing}由{n}处增至{n}处，服务半径由{dec}千米缩短至{dec}千米。',
  '{body}{act}、{act}，{effect}。',
  '{all}{phrase}覆盖率{pct}，{thing}合格率{pct}，{effect}。',
  '开通热线电话{phone}，工作日{time}—{time}受理，接听{N}人次。',
  '{place}空气中PM2.5年平均浓度{ug}，优良天数比例{pct}。',
  '科研人员在{place}记录到{species}（{latin}）{n}株（只），为当地首次。',
  '居民{person}说：“{quoted}。”',
  '工程采用{term}技术，误差控制在±{dec}毫米以内，工期缩短{n}天。',
  '会议强调，要{act}；要{act}；要{act}。',
  '一是{act}，新增{count}；二是{act}，完成{count}；三是{act}，{effect}。',
  '最高气温{temp}，最低气温-{temp}，降水量{dec}毫米。',
  '参照GB/T 28001—2011标准，{body}修订《{document}》{n}项条款。',
  '{thing}与{thing}之比为{ratio}，{growth}。',
  '{body}获“全国{thing}{phrase}先进单位”称号，{person}被评为“{slogan}”标兵。',
  '投放{thing}{count}（含{thing}{count}），每{level}级试点补助{n}万元。',
  '养殖密度控制在{n}{tilde}{n}只/亩，水温保持在{n}{tilde}{n}℃。',
  '出生率{permille}，死亡率{permille}，自然增长率{permille}。',
  '“互联网+{thing}”平台接入{thing}{count}，日均访问{N}次。',
  '“12·4”国家宪法日期间，{body}发放资料{N}份。',
  '{place}试行A、B两类{phrase}，分别惠及{N}人和{N}人。',
  '{md}，{body}与{place}签订协议，约定{next}年前{act}。',
  '年内，{act}{count}，{act}{count}，{effect}。',
  '是否{act}？{body}组织{n}名代表讨论，形成{n}条意见。',
  '{place}至{place}公路（S{n}线）长{dec}千米，路基宽{dec}米，双向{n}车道。',
  '{thing}年产量{q}，产值{money}，分别比上年{growth}和{growth}。',
  '该中心设{thing}、{thing}、{thing}{n}个功能区，配备{term}设备{n}套。',
  '{range}，{body}抽调{n}人组成{n}个小组，深入{n}个村（社区）{act}。',
  '单价由每吨{dec}元调至{dec}元，{thing}由8:30开放改为24小时开放。',
  '主汛期降雨{dec}毫米，{place}水库蓄水{dec}亿m³，库容{N}万m³。',
  '完成{ordinal}次{phrase}，登记{thing}{N}条，准确率{pct}。',
  '{person}（女）、{person}等{n}人入选省“{slogan}”名单。',
  '推行“{slogan}”做法，{act}，投诉量比上年{growth}。',
  '当年一季度、二季度{phrase}支出分别为{dec}万元、{dec}万元。',
  '使用{term}系统后，{phrase}时间由{n}个工作日缩短至{n}个工作日，压缩{pct}。',
]

const CLOSINGS = [
  '至年末，{all}累计{act}{count}，{effect}。',
  '全年完成投资{money}，为年度计划的{pct}。',
  '该做法在全省{phrase}工作会议上作交流，{effect}。',
  '{body}被省政府授予“{slogan}”称号。',
  '全年减少损失{money}，受益群众{N}人。',
  '项目计划{next}年6月前全部完工。',
  '{act}{count}。',
  '{effect}。',
]

export function fill(c: Chance, world: World, template: string): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const slot = SLOTS[name]
    if (!slot) throw new Error(`no slot ${name}`)
    return slot(c, world)
  })
}

/** A paragraph of so many sentences; the first of an entry begins with its date. */
export function paragraph(c: Chance, world: World, sentences: number, opens: boolean): string {
  const out: string[] = []
  for (let i = 0; i < sentences; i++) {
    const list = i === 0 && opens ? OPENINGS : i > 0 && i === sentences - 1 && c.hit(0.6) ? CLOSINGS : MIDDLES
    out.push(fill(c, world, c.pick(list)))
  }
  return out.join('')
}
