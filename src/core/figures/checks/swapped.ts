import { significant } from '../decimal.ts'
import type { Reading } from '../read/reading.ts'
import { dimension, isExact, value, type Statement } from '../read/statement.ts'
import { actionAt, DEPENDENT } from '../read/words.ts'
import { grouped, hashed } from './grouped.ts'
import { areSwapped } from './slip.ts'

/** Of so few digits two are in each other's place by chance. */
const LEAST_DIGITS = 3
/** So many of them prove more than the scope, or the rest of a name, denies. */
const MANY_DIGITS = 4
const LEAST_NAME = 4
/** 青石镇 is one place; 公司 may be any. */
const PLACE = /^\p{Script=Han}{2,}(?:[镇乡村]|街道|社区)$/u
/** What more statements than this name is told of many things, town by town. */
const MOST = 3
/** So many pairs at most are looked at for how often their name stands. */
const MOST_COUNTED = 64

/**
 * Pairs of one name whose numbers have the same digits, two of them in each other’s place: no two things have such numbers by
 * chance, so that less must speak for one quantity than where the values are merely unlike.
 */
export function* swappedPairs(reading: Reading): Generator<readonly [Statement, Statement]> {
  const all: Statement[] = []
  for (const { passages } of reading.entries)
    for (const { role, statements } of passages)
      if (role !== 'table') for (const s of statements) if (mayBe(s)) all.push(s)
  const categoryOf = (s: Statement): number => reading.entries[s.passage.entry]!.category
  const groups = grouped(
    all,
    (s) =>
      hashed(
        hashed(categoryOf(s) ^ Math.imul(digitsOf(s), 0x5f356495), s.noun.slice(-2)),
        dimension(s.figure),
      ),
    (a, b) =>
      digitsOf(a) === digitsOf(b) &&
      categoryOf(a) === categoryOf(b) &&
      a.noun.slice(-2) === b.noun.slice(-2) &&
      dimension(a.figure) === dimension(b.figure),
  )
  let counted = 0
  for (const group of groups) {
    if (group.length < 2 || group.length > MOST_COUNTED) continue
    for (const [k, b] of group.entries())
      for (const a of group.slice(0, k)) {
        if (!isOneName(a, b, reading)) continue
        const scopes = scopesOf(a, b, reading)
        if (scopes === 'unlike') continue
        if (
          scopes === 'entries' &&
          (counted++ > MOST_COUNTED || times(a, all) > MOST || times(b, all) > MOST)
        )
          continue
        yield [a, b]
        break
      }
  }
}

function mayBe({ role, figure, noun }: Statement): boolean {
  if (noun.length < 2 || !isExact(figure) || DEPENDENT.test(noun)) return false
  // 人均体育场地面积 is as much one figure as any.
  return role === 'level' || (role === 'each' && /^(?:人均|户均|每)/.test(noun))
}

/** The same of numbers with the same digits in whatever order; zeros count for nothing. */
function digitsOf({ figure }: Statement): number {
  let out = 0
  for (let rest = Math.abs(Number(value(figure).units)); rest >= 1; rest = Math.floor(rest / 10))
    out += (rest % 10) ** 3
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

/** `entries`: both are of what their entries are about, which may be one thing. */
function scopesOf(a: Statement, b: Statement, reading: Reading): 'alike' | 'entries' | 'unlike' {
  const least = Math.min(digits(a), digits(b))
  if (least < LEAST_DIGITS) return 'unlike'
  const [p, q] = [a.scope, b.scope]
  if (p.kind === 'other' && q.kind === 'other')
    return [p, q].every(({ name }) => name.length > 3 || PLACE.test(name)) &&
      (p.name.endsWith(q.name) || q.name.endsWith(p.name))
      ? 'alike'
      : 'unlike'
  if (p.kind === 'other' || q.kind === 'other')
    return least >= MANY_DIGITS && [a, b].every((s) => s.scope.kind !== 'other' || isOfTitle(s, reading))
      ? 'alike'
      : 'unlike'
  if (p.kind === 'home' || q.kind === 'home') return 'alike'
  const yearly = [a, b].some((s) => /^(?:全年|至?年[末底])/.test(s.phrase.left))
  return least < MANY_DIGITS || !yearly ? 'unlike' : 'entries'
}

/** 5G基站 in the entry on 5G基站建设, whoever builds them; but not those of a place. */
function isOfTitle(s: Statement, reading: Reading): boolean {
  const isPlace = s.scope.kind === 'other' && (s.scope.name.startsWith('全') || PLACE.test(s.scope.name))
  return !isPlace && titleOf(s, reading).includes(nameOf(s))
}

function times(s: Statement, all: readonly Statement[]): number {
  const name = nameOf(s)
  return all.filter((o) => o.noun.length <= name.length && nameOf(o) === name).length
}
