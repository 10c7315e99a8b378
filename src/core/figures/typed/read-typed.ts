import { plain, type Decimal } from '../decimal.ts'
import type { Amount, Code, Quantity } from '../scan/quantity.ts'
import { quantities } from '../scan/scanner.ts'
import { baseUnit } from '../scan/units.ts'
import { documentFrom, isIsbn, phoneDigits } from './codes.ts'
import { isoDate, isoTime } from './iso.ts'
import { kindOf } from './kinds.ts'
import { joinTimes, periods } from './spans.ts'
import type { Measured, Typed, TypedCode, TypedNumber } from './typed.ts'

/**
 * Everything number-like in a text as a typed value, from left to right, without overlap. Read from the text alone, linear
 * in it.
 */
export function readTyped(text: string): Typed[] {
  const found = quantities(text)
  return joinTimes(
    text,
    periods(
      text,
      found.map((q, i) => typedOf(text, q, found[i - 1]?.to ?? 0)),
    ),
  )
}

function typedOf(text: string, q: Quantity, floor: number): Typed {
  const { from, to } = q
  switch (q.kind) {
    case 'amount':
      return number(q)
    case 'share':
      return { kind: 'share', from, to, ...measured(q.percent, q.high, '%'), closeness: q.closeness }
    case 'points':
      return { kind: 'points', from, to, ...measured(q.percent, q.high, '个百分点'), closeness: 'exact' }
    case 'ratio':
    case 'score':
      return { kind: q.kind, from, to, terms: q.terms.map(plain) }
    case 'fraction':
      return { kind: 'fraction', from, to, terms: [plain(q.numerator), plain(q.denominator)] }
    case 'date': {
      const none = q.relative !== null
      return {
        kind: 'date',
        from,
        to,
        start: none ? null : isoDate(q.start),
        end: q.end && isoDate(q.end),
        precision: q.precision,
        relative: q.relative,
      }
    }
    case 'time':
      return { kind: 'time', from, to, start: isoTime(q.hour, q.minute), end: null }
    case 'ordinal':
      return { kind: 'ordinal', from, to, value: plain(q.value), unit: q.unit }
    case 'code':
      return code(text, q, floor)
  }
}

function number(q: Amount): TypedNumber {
  const { from, to, unit, closeness } = q
  return {
    kind: kindOf(unit),
    from,
    to,
    ...measured(q.value, q.high, unit?.name ?? null),
    normal: measured(q.normal, q.normalHigh, unit && baseUnit(unit)),
    closeness,
  }
}

function measured(value: Decimal, high: Decimal | null, unit: string | null): Measured {
  return { value: plain(value), high: high && plain(high), unit }
}

function code(text: string, { of, from, to }: Code, floor: number): TypedCode {
  const printed = text.slice(from, to)
  if (of === 'phone') return { kind: of, from, to, value: phoneDigits(printed), fits: null }
  if (of === 'document') {
    const start = documentFrom(text, from, floor)
    return {
      kind: of,
      from: start,
      to,
      value: text
        .slice(start, to)
        .replace(/[［[]/, '〔')
        .replace(/[］\]]/, '〕'),
      fits: null,
    }
  }
  if (of === 'isbn') {
    const value = printed.replace(/^IS[BS]N[\s:：]?|[- ]/g, '').toUpperCase()
    return { kind: of, from, to, value, fits: isIsbn(value) }
  }
  return { kind: of, from, to, value: printed, fits: null }
}
