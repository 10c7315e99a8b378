import type { Chance } from '../chance.ts'

/** All forms in which this genre writes numbers. Groups of three take a comma or none, as the book has it. */
export interface NumberStyle {
  readonly grouped: boolean
}

const DIGITS = '一二三四五六七八九十'

export function grouped(value: number, style: NumberStyle): string {
  const text = String(value)
  return style.grouped ? text.replace(/\B(?=(?:\d{3})+$)/g, ',') : text
}

export function decimal(c: Chance, most = 99): string {
  const places = c.int(1, 2)
  return c
    .int(0, most)
    .toString()
    .concat('.', String(c.int(1, 10 ** places - 1)).padStart(places, '0'))
    .replace(/\.(\d)0$/, '.$1')
}

export function percent(c: Chance): string {
  return c.hit(0.2) ? `${c.int(2, 100)}%` : `${decimal(c, 98)}%`
}

/** 第12届, 第三届. */
export function ordinal(c: Chance): string {
  return c.hit(0.4) ? `第${DIGITS[c.int(0, 9)]!}` : `第${c.int(1, 40)}`
}

export function monthDay(c: Chance): string {
  return `${c.int(1, 12)}月${c.int(1, 28)}日`
}

/** 3月5—9日, 3月28日—4月2日, 3—8月. */
export function dateRange(c: Chance): string {
  const month = c.int(1, 11)
  const day = c.int(1, 20)
  switch (c.int(0, 2)) {
    case 0:
      return `${month}月${day}—${day + c.int(1, 8)}日`
    case 1:
      return `${month}月${day}日—${month + 1}月${c.int(1, 28)}日`
    default:
      return `${month}—${month + 1}月`
  }
}

export function time(c: Chance): string {
  return `${c.int(6, 22)}:${c.pick(['00', '15', '30', '45', '05'])}`
}

export function isbn(c: Chance): string {
  return `ISBN 978-7-5${c.int(100, 999)}-${c.int(1000, 9999)}-${c.int(0, 9)}`
}

export function phone(c: Chance): string {
  return c.hit(0.5)
    ? `05${c.int(10, 99)}-${c.int(2000000, 8999999)}`
    : `400-${c.int(100, 999)}-${c.int(1000, 9999)}`
}

const MONEY = ['万元', '亿元'] as const
const AREAS = ['公顷', '平方米', '万平方米', '平方千米', '亩', 'm²', ' km²', '万m²'] as const
const VOLUMES = ['万立方米', '万m³', '立方米', '亿立方米', '吨', '万吨', '千克'] as const
const LENGTHS = ['千米', '米', '公里', '毫米', ' km'] as const
const COUNTED =
  '个 家 处 座 项 件 名 人 人次 户 场 期 辆 台 套 份 条 间 幢 册 幅 株 头 次 万人次 万户 批次 篇'.split(' ')

/** A number with its unit: 1,264.5公顷, 18座, 7.36万元. */
export function quantity(c: Chance, style: NumberStyle): string {
  switch (c.int(0, 6)) {
    case 0:
      return amount(c, style) + c.pick(MONEY)
    case 1:
      return amount(c, style) + c.pick(AREAS)
    case 2:
      return amount(c, style) + c.pick(VOLUMES)
    case 3:
      return decimal(c) + c.pick(LENGTHS)
    default:
      return count(c, style)
  }
}

/** 18座, 2,340人次. */
export function count(c: Chance, style: NumberStyle): string {
  const unit = c.pick(COUNTED)
  return (
    (unit.startsWith('万')
      ? decimal(c, 30)
      : grouped(c.hit(0.7) ? c.int(2, 480) : c.int(1001, 68000), style)) + unit
  )
}

function amount(c: Chance, style: NumberStyle): string {
  if (c.hit(0.55)) return decimal(c)
  const whole = grouped(c.int(12, 9800), style)
  return c.hit(0.25) ? `${whole}.${c.int(1, 9)}` : whole
}

export const money = (c: Chance, style: NumberStyle): string => amount(c, style) + c.pick(MONEY)
