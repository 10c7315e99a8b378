import { significant } from '../decimal.ts'
import type { Reading } from '../read/reading.ts'
import { isPlace } from '../read/scope.ts'
import { dimension, isExact, value, type Statement } from '../read/statement.ts'
import { actionAt, DEPENDENT } from '../read/words.ts'
import { grouped, hashed } from './grouped.ts'
import { areSwapped } from './slip.ts'

/** Of so few digits two are in each other's place by chance. */
const LEAST_DIGITS = 3
/** So many of them prove more than the scope, or the rest of a name, denies. */
const MANY_DIGITS = 4
const LEAST_NAME = 4
/** What stands with more values than this is told of many things, town by town. */
const MOST_VALUES = 3
/** Of so many that differ none is meant for another. */
const MOST_UNLIKE = 8

/**
 * Pairs of one name whose numbers have the same digits, two of them in each other’s place: no two things have such numbers by
 * chance, so that less must speak for one quantity than where the values are merely unlike.
 */
export function* swappedPairs(reading: Reading): Generator<readonly [Statement, Statement]> {
  const all = numbers(reading)
  const isOfMany = toldOfMany(all)
  for (const group of grouped(ofUnlikeValues(all), hashOf, isLike)) {
    const found = group.length > 1 ? unlike(group) : []
    for (const [k, b] of found.entries())
      for (const a of found.slice(0, k)) {
        if (!isOneName(a, b, reading)) continue
        if (!areOfOne(a, b, reading)) continue
        if (a.passage.entry !== b.passage.entry && (isOfMany(a) || isOfMany(b))) continue
        yield [a, b]
        break
      }
  }
}

/** All statements that may be one of two such. */
function numbers(reading: Reading): Item[] {
  const all: Item[] = []
  for (const { passages, category } of reading.entries)
    for (const { role, statements } of passages) {
      if (role === 'table') continue
      for (const s of statements) {
        const digits = mayBe(s) ? digitsOf(s) : 0
        if (digits > 0) all.push({ s, category, digits })
      }
    }
  return all
}

/** What has, somewhere in its category, another number of the same digits: few, so that only their names need a look. */
function ofUnlikeValues(all: readonly Item[]): Item[] {
  const first = new Map<number, Item>()
  const several = new Set<number>()
  for (const item of all) {
    const key = digitsHash(item)
    const known = first.get(key)
    if (!known) first.set(key, item)
    else if (value(known.s.figure).units !== value(item.s.figure).units) several.add(key)
  }
  return all.filter((item) => several.has(digitsHash(item)))
}

interface Item {
  readonly s: Statement
  readonly category: number
  /** The same of numbers with the same digits in whatever order. */
  readonly digits: number
}

function digitsHash({ category, digits }: Item): number {
  return category ^ Math.imul(digits, 0x5f356495)
}

function hashOf(item: Item): number {
  return hashed(hashed(digitsHash(item), endingOf(item.s)), dimension(item.s.figure))
}

function endingOf({ noun }: Statement): string {
  return noun.slice(-2)
}

function isLike(a: Item, b: Item): boolean {
  return (
    a.digits === b.digits &&
    a.category === b.category &&
    endingOf(a.s) === endingOf(b.s) &&
    dimension(a.s.figure) === dimension(b.s.figure)
  )
}

/** Of a group what differs, each once; none where it is too much: such a name is no name. */
function unlike(group: readonly Item[]): Statement[] {
  const out: Statement[] = []
  for (const { s } of group) {
    if (out.some((o) => isSame(o, s))) continue
    if (out.length === MOST_UNLIKE) return []
    out.push(s)
  }
  return out
}

function isSame(a: Statement, b: Statement): boolean {
  const [p, q] = [value(a.figure), value(b.figure)]
  return (
    p.units === q.units &&
    p.scale === q.scale &&
    a.noun === b.noun &&
    a.action === b.action &&
    a.when === b.when &&
    a.scope.kind === b.scope.kind
  )
}

function mayBe({ role, figure, noun }: Statement): boolean {
  if (noun.length < 2 || !isExact(figure) || DEPENDENT.test(noun)) return false
  // 人均体育场地面积 is as much one figure as any.
  return role === 'level' || (role === 'each' && /^(?:人均|户均|每)/.test(noun))
}

/** What a digit adds to the sum: of up to twenty digits no two lists come to one sum. */
const WEIGHTS = Array.from('0123456789', (d) => (d === '0' ? 0 : 21 ** (Number(d) - 1)))

/** A sum that tells digits and no order of them, zeros aside; 0 of numbers with too few digits. */
function digitsOf({ figure }: Statement): number {
  let rest = Math.abs(Number(value(figure).units))
  while (rest >= 10 && rest % 10 === 0) rest /= 10
  if (rest < 10 ** (LEAST_DIGITS - 1)) return 0
  let out = 0
  for (; rest >= 1; rest = Math.floor(rest / 10)) out += WEIGHTS[rest % 10]!
  return out
}

/** The verb and the thing, without who did it; of what there is by now (累计), the thing alone. */
function nameOf({ action, noun, scope }: Statement): string {
  const own =
    scope.kind === 'other' && noun.startsWith(scope.name)
      ? noun.slice(scope.name.length).replace(/^(?:全年|年内|共)/, '')
      : noun
  return action === '累计' ? own.slice(actionAt(own).length) : action + own
}

function isOneName(a: Statement, b: Statement, reading: Reading): boolean {
  if (a.passage === b.passage && a.sentence === b.sentence) return false
  if (a.whole === b || b.whole === a || a.plan !== b.plan || yearOf(a) !== yearOf(b)) return false
  if (!areSwapped(value(a.figure), value(b.figure))) return false
  if (a.right !== b.right && (a.right !== '' || digits(a) < MANY_DIGITS) && b.right !== '') return false
  if (a.phrase.bracket !== b.phrase.bracket && a.phrase.bracket !== '' && b.phrase.bracket !== '')
    return false
  const [x, y] = [nameOf(a), nameOf(b)]
  if (x === y) return x.length >= LEAST_NAME
  // 家庭医生签约居民 and, in the entry on 家庭医生签约服务, 签约居民.
  const [long, short] = x.length > y.length ? [a, b] : [b, a]
  const [whole, tail] = [nameOf(long), nameOf(short)]
  if (tail.length < LEAST_NAME || !whole.endsWith(tail)) return false
  const rest = whole.slice(0, -tail.length)
  return titleOf(short, reading).includes(rest) || titleOf(long, reading).includes(tail)
}

function digits({ figure }: Statement): number {
  return significant(value(figure)).length
}

/** Of an entry that tells of days, whatever is of no day may be of the year. */
function yearOf({ when }: Statement): string {
  return when === 'm' ? '' : when
}

function titleOf({ passage }: Statement, reading: Reading): string {
  return reading.entries[passage.entry]!.title?.text ?? ''
}

/** Are both of one place or body, as far as their sentences tell? */
function areOfOne(a: Statement, b: Statement, reading: Reading): boolean {
  const least = Math.min(digits(a), digits(b))
  if (least < LEAST_DIGITS) return false
  const [p, q] = [a.scope, b.scope]
  if (p.kind === 'other' && q.kind === 'other')
    return (
      [p, q].every(({ name }) => name.length > 3 || isPlace(name)) &&
      (p.name.endsWith(q.name) || q.name.endsWith(p.name))
    )
  if (p.kind === 'other' || q.kind === 'other')
    return least >= MANY_DIGITS && [a, b].every((s) => s.scope.kind !== 'other' || isOfTitle(s, reading))
  if (p.kind === 'home' || q.kind === 'home') return true
  // Each of what its entry is about, which may be one thing.
  return least >= MANY_DIGITS && [a, b].some((s) => /^(?:全年|至?年[末底])/.test(s.phrase.left))
}

/** 5G基站 in the entry on 5G基站建设, whoever builds them; but not those of a place. */
function isOfTitle(s: Statement, reading: Reading): boolean {
  const isOfPlace = s.scope.kind === 'other' && (s.scope.name.startsWith('全') || isPlace(s.scope.name))
  return !isOfPlace && titleOf(s, reading).includes(nameOf(s))
}

/** Does the name stand with more values than one thing has? Names of one ending are counted when first asked for. */
function toldOfMany(all: readonly Item[]): (s: Statement) => boolean {
  let endings: Map<string, Statement[]> | undefined
  const values = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>()
  return (s) => {
    const ending = endingOf(s)
    endings ??= byEnding(all)
    const known = values.get(ending) ?? valuesOf(endings.get(ending)!)
    values.set(ending, known)
    return known.get(nameOf(s))!.size > MOST_VALUES
  }
}

function byEnding(all: readonly Item[]): Map<string, Statement[]> {
  const out = new Map<string, Statement[]>()
  for (const { s } of all) {
    const known = out.get(endingOf(s))
    if (known) known.push(s)
    else out.set(endingOf(s), [s])
  }
  return out
}

/** By name, the values with which it stands. */
function valuesOf(all: readonly Statement[]): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>()
  for (const s of all) {
    const name = nameOf(s)
    const { units, scale } = value(s.figure)
    const known = out.get(name) ?? new Set()
    out.set(name, known.add(`${units}e${scale}`))
  }
  return out
}
