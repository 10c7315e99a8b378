import { decimal, plus, shifted, type Decimal } from '../decimal.ts'
import { hanNumber } from './numerals.ts'
import type { Reader, Share } from './quantity.ts'

const HAN_PERCENT = /(百|千)分之([〇零一二两三四五六七八九十百点]+|\d+(?:\.\d+)?)/y
/** 四成, 三成五: but 五成员 is no share. */
const TENTHS = /([一二三四五六七八九])成([一二三四五六七八九半])?(?![员果立为功熟本套都长份语交品就绩分效])/y

/** 百分之十二点五, 千分之三, 四成, 三成五. */
export const readWordShare: Reader<Share> = (text, at) => {
  HAN_PERCENT.lastIndex = at
  const m = HAN_PERCENT.exec(text)
  if (m) {
    const number = /^\d/.test(m[2]!) ? decimal(m[2]!) : hanNumber(m[2]!)
    return (
      number &&
      share(at, at + m[0].length, m[1] === '千' ? shifted(number, -1) : number, m[1] === '千' ? 1 : 0)
    )
  }
  TENTHS.lastIndex = at
  const t = TENTHS.exec(text)
  if (!t) return null
  const rest = t[2] === undefined ? decimal('0') : t[2] === '半' ? decimal('5') : hanNumber(t[2])!
  return share(at, at + t[0].length, plus(shifted(hanNumber(t[1]!)!, 1), rest), t[2] === undefined ? -1 : 0)
}

function share(from: number, to: number, percent: Decimal, digits: number): Share {
  const scale = Math.max(percent.scale, digits)
  const step: Decimal = digits < 0 ? decimal('10') : { units: 1n, scale }
  return { kind: 'share', from, to, percent, high: null, step, closeness: 'exact' }
}
