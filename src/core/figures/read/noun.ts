import { Guard } from '../guard.ts'
import type { Figure } from '../scan/quantity.ts'
import type { Home } from './home.ts'
import { actionAt, canonicalAction, TRAIL, TRAILS } from './words.ts'

/** Words that lead a phrase and say nothing of what is measured; words that only begin like them are spared. */
const LEAD =
  /^(?:其中|内(?![设部外销贸资环径容])|此外|另外|另有|另|同时|并且|并(?!购|轨|网)|且|还(?![款贷田林建湖])有?|又|再(?![生就])|以及|及|和(?![谐平睦])|与|而|年末|年底|年内|年初|全年|当年|本年|期末|目前|至此|现(?![代场金状浇货役存])|全社会|区内|县内|市内|省内|境内|辖区内?|累计(?=有|建有)|共有|共计|总计|合计|共(?![建享同青产富])|拥有|保有|建有|设有|辖有|含有|有(?![机关效线色害轨限])|已(?!婚)|年度|期间|各级各类|各类|各级|各种|各项|分别|，)/
/** What LEAD begins with. Patterns are asked of every figure and hardly ever fit: one look at a character spares most of it. */
const LEADS = new Guard(
  '其内此另同并且还又再以及和与而年全当本期目至现区县市省境辖累共总合拥保建设含有已度各分，',
)
const WHOLE = /^全(?:国|省|市|县|区|旗|州|盟|镇|乡)/
/** Offices that stand for their region. */
const OFFICE =
  /^(?:人民)?(?:法院|检察院|公安|司法|财政|政府|纪委|人大|政协)|^\p{Script=Han}{0,6}(?:局|馆|站|院|中心)/u
/** Who did it, before what was done: 检察机关批准逮捕. */
/** Who has it: 医疗机构共有执业医师. */
const HOLDER = /^\p{Script=Han}{2,6}?(?:机构|单位|系统|部门|行业)(?:共有|现有|有)/u
const DOER = /^\p{Script=Han}{0,6}?(?:机关|法院|检察院|部门|单位|系统|局)/u
/** What the last part of DOER begins with, and how far it reaches: six characters, of two units at most. */
const DOERS = new Guard('机法检部单系局')
const DOER_REACH = 12
/** Behind a date: 2019年末, 2018年度. */
const AFTER_DATE = /^(?:年?末|年?底|年?初|度|内|间|全年|以来|里)/
/** Suffixes that the unit says already. */
const COUNTED = /(?<=..)(?:总人数|总户数|总数量?|数量|人数|户数|个数|总量|数)$/
const AREA = /(?<=..)总?面积$/
/** 总产值 and 产值 are one; 总投资 is another than what was invested so far. */
const TOTAL = /(?<=.)总(?=(?:产值|产量|收入|里程|面积|人口)$)/
const MONEY = /(?<=..)总?金额$/
/** With which of these four end. */
const SUFFIXES = new Guard('数量积额值入程口')

/** In all that ALIASES has another name for. */
const ALIASED = new Guard('低住值D权籍企')
/** Two names for one thing that yearbooks use side by side. */
const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/最低生活保障/g, '低保'],
  [/(城镇|农村)常住居民/g, '$1居民'],
  [/(?:地区|国内)生产总值|GDP/g, '生产总值'],
  [/授权专利|专利授权量?/g, '专利授权'],
  [/户籍总人口/g, '户籍人口'],
  // 工业企业实现增加值: the same as 工业增加值.
  [/企业共?(?:实现|完成)/g, ''],
]

export interface Noun {
  readonly action: string
  readonly noun: string
  /** Is the noun itself what was done: 审结, 破案? Then no other verb governs it. */
  readonly verbal: boolean
}

/** The words before a figure, taken apart as far as it needs no unit. */
export interface Stem {
  readonly action: string
  readonly thing: string
  readonly verbal: boolean
}

/** The verb and the thing that words name. `counts`: a number of things stands behind them; `dated`: a date before them. */
export function stemOf(words: string, home: Home, counts: boolean, dated: boolean): Stem {
  let rest = dated ? words.replace(AFTER_DATE, '') : words
  for (;;) {
    const next = strip(rest, home)
    if (next === rest) break
    rest = next
  }
  // 覆盖率, 处理率: the verb is part of the name.
  let action = counts ? actionAt(rest) : ''
  const verbal = action !== '' && action.length === rest.length
  if (verbal) action = ''
  const thing = rest
    .slice(action.length)
    .replace(/^(?:了|各级各类|各类|各级|各种|各项)/, '')
    .replaceAll('的', '')
  const named = ALIASED.isIn(thing) ? ALIASES.reduce((t, [from, to]) => t.replace(from, to), thing) : thing
  return { action, thing: named, verbal }
}

/** What a figure measures: the verb that governs it and the thing. */
export function nounOf({ action, thing, verbal }: Stem, figure: Figure): Noun {
  const noun = suffixless(thing, figure)
  return { action: isLight(action, noun) ? '' : canonicalAction(action), noun, verbal }
}

/** 实现旅游收入, 完成公路客运量: the verb adds nothing. But 完成投资 is another than 投资. */
function isLight(action: string, noun: string): boolean {
  return action === '实现' || (action === '完成' && noun.length > 3)
}

/** Without 达, 为, 增至 and the like at the end. */
export function withoutTrail(left: string): string {
  let rest = left
  while (TRAILS.has(rest.charCodeAt(rest.length - 1))) {
    const next = rest.replace(TRAIL, '')
    if (next === rest) break
    rest = next
  }
  return rest
}

function strip(text: string, home: Home): string {
  let next = LEADS.has(text.charCodeAt(0)) ? text.replace(LEAD, '') : text
  if (next.startsWith('全')) next = next.replace(WHOLE, '')
  if (next.includes('有')) next = next.replace(HOLDER, '')
  if (home.name !== null && next.startsWith(home.name)) return next.slice(home.name.length)
  // 县级以上 of a county is all there is in it.
  if (home.level !== null && next.startsWith(`${home.level}级`)) {
    const above = /^.级(?:及)?以上/.exec(next)
    if (above) return next.slice(above[0].length)
  }
  // 县法院, 全县法院
  const doer = mayOpenWithDoer(next) ? (DOER.exec(next)?.[0] ?? '') : ''
  if (doer !== '' && actionAt(next, doer.length) !== '') return next.slice(doer.length)
  const office = home.level !== null && next.startsWith(home.level) && OFFICE.test(next.slice(1))
  return office ? next.slice(1) : next
}

function mayOpenWithDoer(text: string): boolean {
  for (let i = 0; i <= DOER_REACH && i < text.length; i++) if (DOERS.has(text.charCodeAt(i))) return true
  return false
}

function suffixless(name: string, figure: Figure): string {
  if (!SUFFIXES.has(name.charCodeAt(name.length - 1))) return name
  const noun = name.replace(TOTAL, '')
  if (figure.kind !== 'amount' || figure.unit === null) return noun
  const { dimension, counter } = figure.unit
  if (counter) return noun.replace(COUNTED, '')
  if (dimension === 'area' || dimension === 'mu') return noun.replace(AREA, '')
  return dimension.startsWith('money') ? noun.replace(MONEY, '') : noun
}
