import type { Chance } from '../chance.ts'
import { GIVEN, HEADS, SURNAMES, TAILS } from './words.ts'
import type { NumberStyle } from './numbers.ts'

/** What all texts of one book share: its county, its year, its habits. */
export interface World extends NumberStyle {
  readonly county: string
  readonly level: '县' | '区' | '市'
  readonly year: number
  readonly towns: readonly string[]
  /** `~` or `～`, as the book prints ranges of quantities. */
  readonly tilde: '~' | '～'
}

export function world(c: Chance): World {
  const name = (): string => c.pick(HEADS) + c.pick(TAILS)
  return {
    grouped: c.hit(0.6),
    county: name(),
    level: c.pick(['县', '区', '市']),
    year: c.int(2009, 2023),
    towns: Array.from({ length: 9 }, () => name() + c.pick(['镇', '乡', '街道', '镇', '村'])),
    tilde: c.pick(['~', '～']),
  }
}

export function person(c: Chance): string {
  return c.pick(SURNAMES) + c.pick(GIVEN) + (c.hit(0.6) ? c.pick(GIVEN) : '')
}
