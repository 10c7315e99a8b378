import { dimension, type Statement } from '../read/statement.ts'
import type { Breakdown } from './breakdown.ts'

/** How far the total stands before its first part, and a part behind another, in statements. */
const REACH = 12
const TOTAL = /(?:生产总值|GDP)/
const INDUSTRIES = [named('(?:其中)?第一产业'), named('第二产业'), named('第三产业')] as const

/**
 * 地区生产总值96亿元，…。第一产业增加值8亿元，…；第二产业增加值46亿元，…: the three industries are all of it by definition,
 * whatever is said of each between them, and whether 其中 stands before them or not.
 */
export function industries(statements: readonly Statement[]): Breakdown[] {
  return statements.flatMap((first, i) => {
    if (!isOf(first, 0)) return []
    const isLike = (s: Statement): boolean =>
      s.role === 'level' &&
      dimension(s.figure) === dimension(first.figure) &&
      s.sentence >= first.sentence - 2
    const total = statements
      .slice(Math.max(0, i - REACH), i)
      .findLast((s) => isLike(s) && TOTAL.test(s.phrase.left) && !/人均|占/.test(s.phrase.left))
    const ahead = statements.slice(i + 1, i + REACH)
    const second = ahead.find((s) => isOf(s, 1) && isLike(s))
    const third = ahead.find((s) => isOf(s, 2) && isLike(s))
    return total && second && third ? [{ wholes: [total], parts: [first, second, third], row: 3 }] : []
  })
}

function named(industry: string): RegExp {
  return new RegExp(`^${industry}(?:.{0,4}增加值.{0,2}|完成|实现|为)?$`, 'u')
}

function isOf({ role, phrase }: Statement, n: 0 | 1 | 2): boolean {
  return role === 'level' && phrase.left.includes('产业') && INDUSTRIES[n].test(phrase.left)
}
