import { codesOf } from '../../text/characters.ts'
import { compare, decimal, decimalAt, shifted, times, ZERO, type Decimal } from '../decimal.ts'
import { DASH, DASHES } from './dates.ts'
import { arabicEnd, hanEnd, hanNumber, multiplierAt } from './numerals.ts'
import { opening } from './opening.ts'
import type { Amount, Closeness, Points, Quantity, Share } from './quantity.ts'
import { per, unitAt, type Unit } from './units.ts'

const SOFTENERS = codesOf('多余来')
const afterwards = opening('多余以之左上不', /(?:多|余|以上|以下|以内|之内|左右|上下|不等)/y)
const percent = opening('%％‰个百', /(?:[%％‰]|个?百分点)/y)
const range = opening(DASHES, new RegExp(`${DASH}(?=\\d)`, 'y'))
const below = opening('/', /\/([A-Za-z]+[²³]?|[\p{Script=Han}]{1,4})/uy)
/** Times that something is counted by, but that count nothing: 元/月. */
const PERIOD = /^[年季月周日时]/
/** A Latin unit may stand off: 28 μg/m³. */
const off = opening(' ', / (?=[A-Za-zμ])/y)
const ONE = decimal('1')
/**
 * Counters that a Han numeral may stand before: 三家, 两镇. With the others (三级, 二段) a word is likelier than a count.
 */
const HAN_COUNTED =
  /^(?:人|名|位|人次|户|个|家|所|项|件|座|处|条|次|场|期|类|种|批|块|套|台|辆|部|本|册|镇|乡|村|县|市|省|国|年|天|个月|周|小时|分钟|方面|档|亩|元|米|公里|千米|吨|千克|公斤|斤|公顷|平方米|平方千米|平方公里|立方米|美元|倍|张|幅|篇|支|组|只|头|间|栋|幢|宗|起|例|门|层|艘|架|棵|株|份|枚|款)$/

/** One end of a range, or a single number, with what stands behind its digits. */
interface Read {
  readonly digits: Decimal
  readonly to: number
  readonly power: number
  readonly unit: Unit | null
  readonly mark: string | null
  readonly closeness: Closeness | null
}

/**
 * The Arabic number that starts at `at`, with multiplier, unit and the other end of a range; `from` is where its sign
 * or its 约 starts. A share where % stands behind it, points where 百分点 does.
 */
export function readNumber(
  text: string,
  at: number,
  from: number,
  before: Closeness | null,
): Amount | Share | Points | null {
  const first = read(text, at)
  if (!first) return null
  const sign = at > from ? text[at - 1] : ''
  const low =
    sign === '-' || sign === '−'
      ? { ...first, digits: { ...first.digits, units: -first.digits.units } }
      : first
  const dash = range(text, first.to)
  const second = dash && read(text, first.to + dash[0].length)
  return quantity(from, low, second && fits(first, second) ? second : null, before, false)
}

const AGAIN = /^[二三]次(?:供水|加压|产业|创业|元(?!$)|污染|开发|利用|装修|分配|能源|函数)/

/** The Han numeral that starts at `at`: 三十二亿元, 两千户. A bare 一 and a bare 万 are words. */
export function readHanNumber(
  text: string,
  at: number,
  from: number,
  before: Closeness | null,
): Quantity | null {
  const to = hanEnd(text, at)
  // 二次供水, 三次产业 count nothing.
  if (text[to] === '次' && AGAIN.test(text.slice(at, to + 3))) return null
  // 数十个, 几百人 say no number.
  if (at > 0 && /[数几上成]/.test(text[at - 1]!)) return null
  const rest = behind(text, to, ZERO)
  if (rest.mark === null && !HAN_COUNTED.test(rest.unit?.name ?? '')) return null
  const run = text.slice(at, to)
  const digits = /^[一百千万亿零]$/.test(run) ? null : hanNumber(run)
  return digits && quantity(from, { ...rest, digits }, null, before, true)
}

function read(text: string, at: number): Read | null {
  const to = arabicEnd(text, at)
  return to === at ? null : behind(text, to, decimalAt(text, at, to))
}

/** The number `digits` with what stands behind it, at `at`. */
function behind(text: string, at: number, digits: Decimal): Read {
  const mark = percent(text, at)
  if (mark) return { digits, to: at + mark[0].length, power: 0, unit: null, mark: mark[0], closeness: null }
  let to = off(text, at) ? at + 1 : at
  let power = 0
  let closeness: Closeness | null = null
  let unit = unitAt(text, to)
  if (!unit) {
    to = at
    const start = SOFTENERS.has(text.charCodeAt(at)) ? at + 1 : at
    const multiplier = multiplierAt(text, start)
    const end = start + (multiplier?.[0].length ?? 0)
    const second = multiplier && SOFTENERS.has(text.charCodeAt(end)) ? end + 1 : end
    if (second > at) unit = unitAt(text, second)
    // 来 before a verb, 多 before an adjective are no softeners: a unit or a multiplier tells.
    if (unit || multiplier) {
      power = multiplier?.[1] ?? 0
      to = second
      if (start > at || second > end) closeness = 'more'
    }
  }
  if (unit) {
    to += unit.name.length
    const other = below(text, to)?.[1]
    const name = other === undefined ? undefined : (unitAt(other, 0)?.name ?? PERIOD.exec(other)?.[0])
    if (name !== undefined) {
      unit = per(unit, name)
      to += 1 + name.length
    }
  }
  const after = to > at ? afterwards(text, to)?.[0] : undefined
  if (after !== undefined) {
    to += after.length
    closeness = /[多余]|以上/.test(after)
      ? 'more'
      : /下$|内$/.test(after) && after !== '上下'
        ? 'less'
        : 'about'
  }
  return { digits, to, power, unit, mark: null, closeness }
}

/** Do two numbers make one range? 15%~20%, 3—5万元, 20万元~60万元; but not 5个—3%. */
function fits(first: Read, second: Read): boolean {
  if (first.mark !== null) return second.mark === first.mark
  if (second.mark !== null) return first.unit === null && first.power === 0
  return first.unit === null || first.unit.dimension === second.unit?.dimension
}

const LAST_DIGITS = Array.from({ length: 8 }, (_, scale): Decimal => ({ units: 1n, scale }))

/** The worth of the last digit of a number with so many decimals. */
function lastDigit(scale: number): Decimal {
  return LAST_DIGITS[scale] ?? { units: 1n, scale }
}

function quantity(
  from: number,
  first: Read,
  second: Read | null,
  before: Closeness | null,
  han: boolean,
): Amount | Share | Points {
  const last = second ?? first
  const closeness = before ?? last.closeness ?? 'exact'
  const step = lastDigit(last.digits.scale)
  const high = second ? shifted(second.digits, second.power) : null
  if (last.mark !== null) {
    const power = last.mark === '‰' ? -1 : 0
    const share = {
      from,
      to: last.to,
      percent: shifted(first.digits, power),
      high: second ? shifted(second.digits, power) : null,
      step: shifted(step, power),
    }
    return last.mark.endsWith('点') ? { kind: 'points', ...share } : { kind: 'share', ...share, closeness }
  }
  const unit = last.unit ?? first.unit
  const factor = unit?.factor ?? ONE
  // 3—5万元: the first end leaves out what the second one says for both; 8000~1.2万 does not.
  const shared =
    second && first.unit === null && first.power === 0 && compare(first.digits, second.digits) <= 0
  const value = shifted(first.digits, shared ? second.power : first.power)
  return {
    kind: 'amount',
    from,
    to: last.to,
    value,
    high,
    unit,
    normal: times(value, factor),
    normalHigh: high && times(high, factor),
    step: times(shifted(step, last.power), factor),
    closeness,
    han,
  }
}
