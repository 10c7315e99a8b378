import { decimal, type Decimal } from '../decimal.ts'

/**
 * What a number counts or measures. Units of one dimension can be turned into each other; a counter is a
 * dimension of its own (a visit is no visitor: 人次, 人), but for the three that count persons.
 */
export interface Unit {
  readonly name: string
  readonly dimension: string
  /** How many base units of its dimension it is. */
  readonly factor: Decimal
  /** Counts single things, so that a whole number is expected and a list of names can be held against it. */
  readonly counter: boolean
}

/** name=factor in base units; the base unit comes first. */
const MEASURES: Readonly<Record<string, string>> = {
  money: '元=1 元人民币=1 角=0.1',
  'money:USD': '美元=1',
  'money:EUR': '欧元=1',
  'money:HKD': '港元=1 港币=1',
  'money:JPY': '日元=1',
  'money:GBP': '英镑=1',
  length:
    '米=1 千米=1000 公里=1000 华里=500 分米=0.1 厘米=0.01 毫米=0.001 微米=0.000001 海里=1852 m=1 km=1000 cm=0.01 mm=0.001 μm=0.000001',
  area: '平方米=1 m²=1 ㎡=1 m2=1 平方千米=1000000 平方公里=1000000 km²=1000000 公顷=10000 hm²=10000 平方厘米=0.0001 平方毫米=0.000001',
  // A mu is 2,000/3 square metres: no decimal number, so that it stays apart from hectares.
  mu: '亩=1',
  volume: '立方米=1 m³=1 m3=1 方=1 升=0.001 公升=0.001 毫升=0.000001 L=0.001 mL=0.000001 ml=0.000001',
  mass: '千克=1 公斤=1 kg=1 斤=0.5 克=0.001 g=0.001 毫克=0.000001 mg=0.000001 微克=0.000000001 μg=0.000000001 吨=1000 t=1000 担=50',
  'standard coal': '吨标准煤=1 吨标煤=1',
  energy: '千瓦时=1 千瓦·时=1 度=1 kWh=1 千伏安时=1',
  power: '千瓦=1 kW=1 瓦=0.001 兆瓦=1000 MW=1000 马力=0.735',
  voltage: '千伏=1000 kV=1000 伏=1 V=1',
  capacity: '千伏安=1 kVA=1 兆伏安=1000',
  'freight turnover': '吨千米=1 吨公里=1',
  'passenger turnover': '人千米=1 人公里=1',
  duration: '小时=1',
  minutes: '分钟=1',
  seconds: '秒=1 毫秒=0.001',
  days: '天=1',
  years: '年=1 周年=1',
  months: '个月=1',
  weeks: '周=1 星期=1',
  temperature: '℃=1 摄氏度=1',
  angle: '°=1',
  loudness: '分贝=1',
  brightness: '勒克斯=1 勒=1',
  score: '分=1',
  data: 'GB=1 TB=1000 MB=0.001',
  bandwidth: '兆=1 Mbps=1',
  multiple: '倍=1',
  pressure: '兆帕=1 MPa=1 千帕=0.001 hPa=0.0001',
}

/** Counters that count the same things. */
const SAME: Readonly<Record<string, string>> = { 名: '人', 位: '人' }

const COUNTERS =
  '人 名 位 人次 户 户次 个 家 家次 所 项 项次 件 件次 只 头 羽 匹 批 批次 次 场 场次 期 条 张 套 辆 辆次 艘 艘次 座 处 块 种 册 册次 岁 周岁 级 组 支 例 例次 台 台次 对 类 笔 幢 栋 宗 间 双 份 段 届 层 片 幅 部 集 则 卷 篇 页 本 束 架 架次 车次 班次 班 起 档 门 站 街 国 ' +
  '单位 株 尾 枚 根 口 眼 床 铺 席 堂 窝 盏 盆 顶 面 把 吨级 载重吨 学时 课时 剂 剂次 针次 公顷次 亩次 千米次 标箱 标准箱 瓶 袋 箱 桶 罐 盒 包 轮 队 镇 村 乡 县 市 区 省 州 社 厂 店 字 款 方面 强 佳 星 棵 捆 扇 樘 孔 床位 车道 车位 泊位 席位 学位 人天 平台 票'

const UNITS = new Map<string, Unit>()
/** By dimension, the unit that a value of it is normalised to. */
const BASES = new Map<string, string>()
for (const [dimension, list] of Object.entries(MEASURES)) {
  for (const item of list.split(' ')) {
    const [name, factor] = item.split('=') as [string, string]
    UNITS.set(name, { name, dimension, factor: decimal(factor), counter: false })
    if (!BASES.has(dimension)) BASES.set(dimension, name)
  }
}
for (const name of COUNTERS.split(' ')) {
  const same = SAME[name] ?? name
  UNITS.set(name, { name, dimension: `count:${same}`, factor: decimal('1'), counter: true })
}
/** Counters that other words begin with: 个百分点 is no counter, 项目 no 项, 人口 no 人. */
const NOT_BEFORE: Readonly<Record<string, RegExp>> = {
  年: /(?:制|级|一贯|义务)/y,
  市: /[场民政委]/y,
  区: /[域块间]/y,
  村: /[民委]/y,
  乡: /[镇村]/y,
  社: /[区会]/y,
  分: /[别之析类为成布钟校区支公局]/y,
  方: /[式向法案便]/y,
  级: /[别]/y,
  面: /[积]/y,
  字: /[号]/y,
  队: /[伍]/y,
  度: /[过]/y,
  星: /[期]/y,
  班: /[级子车]/y,
  站: /[点]/y,
  街: /[道]/y,
  包: /[括含]/y,
  国: /[家]/y,
  省: /[级]/y,
  周: /[年岁边]/y,
  强: /[化调县市]/y,
  次: /[年日]/y,
  日: /[均]/y,
  担: /[任保当负]/y,
  勒: /[石]/y,
  角: /[度色]/y,
  轮: /[训换岗]/y,
  升: /[级至]/y,
  口: /[岸径号]/y,
  门: /[店诊户]/y,
  间: /[隔接]/y,
  条: /[例件]/y,
  片: /[区]/y,
  段: /[位]/y,
  处: /[理置罚方长级]/y,
  起: /[步草到点重见飞]/y,
  场: /[地所馆镇]/y,
  期: /[间末初待货]/y,
  组: /[织成建长]/y,
  部: /[门分署委队]/y,
  集: /[中团体聚约装成]/y,
  篇: /[章]/y,
  本: /[年科市县区级地]/y,
}

/** A unit as it is looked for. */
interface Named {
  readonly unit: Unit
  /** What must not follow it; sticky. */
  readonly notBefore: RegExp | null
}

const LATIN = /[A-Za-z]/y
/** Units by their first character, the longer ones first. */
const BY_FIRST = new Map<number, Named[]>()
for (const unit of [...UNITS.values()].sort((a, b) => b.name.length - a.name.length)) {
  const first = unit.name.charCodeAt(0)
  // Latin units end where the word ends: 5m, but not 5mobile.
  const notBefore = NOT_BEFORE[unit.name] ?? (/[A-Za-z]$/.test(unit.name) ? LATIN : null)
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), { unit, notBefore }])
}

/** The longest unit that starts at `at`, or null. */
export function unitAt(text: string, at: number): Unit | null {
  const named = BY_FIRST.get(text.charCodeAt(at))
  if (!named) return null
  for (const { unit, notBefore } of named) {
    if (!text.startsWith(unit.name, at)) continue
    if (notBefore === null) return unit
    notBefore.lastIndex = at + unit.name.length
    if (!notBefore.test(text)) return unit
  }
  return null
}

/** A unit per another: 元/月, 微克/立方米. It can be compared with its like only. */
export function per(unit: Unit, below: string): Unit {
  return {
    name: `${unit.name}/${below}`,
    dimension: `${unit.dimension}/${below}`,
    factor: unit.factor,
    counter: false,
  }
}

/** The unit that a value in this one is normalised to: 斤 → 千克, 元/月 → 元/月; a counter stays, but 名 and 位 are 人. */
export function baseUnit({ name, dimension }: Unit): string {
  const below = dimension.indexOf('/')
  const own = below < 0 ? dimension : dimension.slice(0, below)
  const base = BASES.get(own) ?? (own.startsWith('count:') ? own.slice('count:'.length) : name)
  return below < 0 ? base : `${base}${dimension.slice(below)}`
}
