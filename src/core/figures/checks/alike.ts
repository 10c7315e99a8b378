import { approximately, significant } from '../decimal.ts'
import type { Reading } from '../read/reading.ts'
import { dimension, isExact, value, type Statement } from '../read/statement.ts'
import { agree } from './agree.ts'
import { grouped, hashed } from './grouped.ts'
import { once } from './once.ts'
import { slip } from './slip.ts'
import { sharedSubject } from './subject.ts'
import { swappedPairs } from './swapped.ts'

/** Two statements that seem to be of one quantity and give it two values; points say how much speaks for it. */
export interface Pair {
  readonly a: Statement
  readonly b: Statement
  readonly points: number
}

/** What is stated with more values than this is not one quantity. */
const MOST_VALUES = 4
/** Points from which two statements are taken for one quantity: of the region, or of one thing in it. */
const ENOUGH = 4
const ENOUGH_FOR_THINGS = 5

/**
 * Pairs of statements that name the same quantity and differ. Grouped by all that must be equal, so that only the
 * few inside a group are held against each other.
 */
export const unlikePairs = once((reading: Reading): readonly Pair[] => [...findPairs(reading)])

function* findPairs(reading: Reading): Generator<Pair> {
  const names = levels(reading)
  const things = grouped(names, nameHash, sameName).filter((group) => group.length > 1)
  for (const [k, group] of things.entries()) for (const named of group) named.thing = k
  const told = names.filter(({ s, thing }) => thing >= 0 && !s.when.startsWith('m') && regionOf(s) !== null)
  for (const group of grouped(told, regionHash, sameRegion))
    yield* within(group, ENOUGH, (a, b) => evidence(a, b, reading))
  // What an overview tells of one thing may be told again in that thing's own entry.
  for (const group of things)
    yield* within(group, ENOUGH_FOR_THINGS, (a, b) =>
      sameThing(a, b, reading) ? evidence(a, b, reading) + 1 : 0,
    )
  for (const [a, b] of swappedPairs(reading)) yield { a, b, points: ENOUGH_FOR_THINGS }
}

/** A statement under one of its names. */
interface Named {
  readonly s: Statement
  readonly noun: string
  readonly category: number
  /** Number of the thing that more than one such is of; negative where it is alone. */
  thing: number
}

/** Every level that may be stated again, in the order of the book. */
function levels(reading: Reading): Named[] {
  const out: Named[] = []
  for (const { passages, category } of reading.entries)
    for (const { role, statements } of passages) {
      if (role === 'table') continue
      for (const s of statements) {
        if (s.role !== 'level' || !isExact(s.figure) || s.noun.length < 2) continue
        out.push({ s, noun: s.noun, category, thing: -1 })
        if (s.full !== s.noun) out.push({ s, noun: s.full, category, thing: -1 })
      }
    }
  return out
}

function nameHash({ s, noun, category }: Named): number {
  return hashed(hashed(hashed(hashed(category, s.action), s.topic), s.right), noun)
}

/** All that must be equal, whatever the region. */
function sameName(a: Named, b: Named): boolean {
  return (
    a.noun === b.noun &&
    a.category === b.category &&
    a.s.plan === b.s.plan &&
    a.s.action === b.s.action &&
    a.s.topic === b.s.topic &&
    a.s.right === b.s.right &&
    dimension(a.s.figure) === dimension(b.s.figure)
  )
}

function regionHash({ s, thing }: Named): number {
  return hashed(hashed(thing, regionOf(s)!), s.when)
}

function sameRegion(a: Named, b: Named): boolean {
  return a.thing === b.thing && a.s.when === b.s.when && regionOf(a.s) === regionOf(b.s)
}

/** The region that a statement is about; null where it is about a thing, or an event, in it. */
function regionOf({ scope, passage }: Statement): string | null {
  if (scope.kind === 'home' || passage.title) return 'home'
  // 县图书馆 is one place wherever it is named; 公司 is not.
  return scope.kind === 'other' && (scope.name.startsWith('全') || scope.name.length > 3) ? scope.name : null
}

const NONE: readonly Statement[] = []

function* within(
  group: readonly Named[],
  enough: number,
  points: (a: Statement, b: Statement) => number,
): Generator<Pair> {
  if (group.length < 2) return
  const distinct: Statement[] = []
  for (let from = 0, to = 0; from < group.length; from = to) {
    // In the order of the book, what one entry says stands together.
    const { entry } = group[from]!.s.passage
    while (to < group.length && group[to]!.s.passage.entry === entry) to++
    const said = group.slice(from, to).map(({ s }) => s)
    // What stands alone needs no comparing.
    const body = said.length === 1 ? NONE : said.filter((s) => !s.passage.title)
    for (const s of said) {
      if (!isUnambiguous(s, body) || distinct.some((d) => agree(d.figure, s.figure))) continue
      distinct.push(s)
      if (distinct.length > MOST_VALUES) return
    }
  }
  for (const [k, b] of distinct.entries())
    for (const a of distinct.slice(0, k)) {
      const p = points(a, b)
      if (p < enough) continue
      yield { a, b, points: p }
      break
    }
}

/** An entry that gives one name several numbers means several things by it. `all`: what its body has under the name. */
function isUnambiguous(s: Statement, all: readonly Statement[]): boolean {
  if (s.passage.title || all.length > 2 * MOST_VALUES) return s.passage.title
  // What is said of the region outright stands beside what is said of a thing in it.
  return all.every(
    (o) =>
      o === s ||
      agree(o.figure, s.figure) ||
      (outright(s) && (!outright(o) || o.passage !== s.passage || o.sentence !== s.sentence)) ||
      isExchanged(o, s),
  )
}

/** Two digits have changed places, far apart in the text: no two things have such numbers by chance. */
function isExchanged(a: Statement, b: Statement): boolean {
  if (a.passage === b.passage && a.sentence === b.sentence) return false
  return slip(value(a.figure), value(b.figure)) === 'exchanged' && significant(value(a.figure)).length > 2
}

function outright({ scope }: Statement): boolean {
  return scope.kind === 'home' && scope.said === 'outright'
}

/** How much speaks for one quantity: a long name, a scope said outright, values that are a slip of the pen apart. */
function evidence(a: Statement, b: Statement, reading: Reading): number {
  if (a.phrase.bracket !== b.phrase.bracket && a.phrase.bracket !== '' && b.phrase.bracket !== '') return 0
  let points =
    Math.min(8, (a.action + a.topic + (a.noun === b.noun ? a.noun : a.full)).length) / 2 +
    Math.min(6, a.right.length) / 2
  for (const s of [a, b]) {
    points += scopePoints(s)
    if (s.part) points -= 0.5
    if (s.governed === 'loose') points -= 1
    if (s.phrase.bracket !== '') points -= 0.25
  }
  if (saidAlike(a, b)) points += ALIKE
  const near = nearness(a, b)
  return points + near - (near < 1 ? distance(a, b, reading) : 0)
}

/** 2019年，全县造林…。2019年，全县造林…: word for word, region and year said outright each time. */
const ALIKE = 1.75

function saidAlike(a: Statement, b: Statement): boolean {
  const words = (s: Statement): string | null => {
    const from = s.passage.sentences[s.sentence]?.from ?? 0
    const said = s.passage.text.slice(from, s.figure.from)
    return outright(s) && /^[0-9]{4}年末?，[^，。；]+$/.test(said) ? said : null
  }
  return words(a) !== null && words(a) === words(b)
}

/**
 * How far two statements that no slip of the pen links lie apart. What offices do, each counts for itself: 出动执法人员
 * of one section and of another are two figures. What sums up may speak of anything below it.
 */
function distance(a: Statement, b: Statement, reading: Reading): number {
  const [p, q] = [reading.entries[a.passage.entry]!, reading.entries[b.passage.entry]!]
  if (p.kind === 'general' || q.kind === 'general') return 0
  const things = p.kind === 'entry' && q.kind === 'entry' ? 1.5 : 0
  if (p.section === q.section) return things - 0.25
  return Math.max(things, a.action === '' ? 0.5 : 1.5)
}

function scopePoints({ scope, passage }: Statement): number {
  if (scope.kind === 'other') return scope.name.startsWith('全') ? 1 : 0.5
  if (scope.kind === 'home') return scope.said === 'outright' ? 1 : scope.said === 'understood' ? 0.5 : -0.5
  return passage.title ? 0.5 : 0
}

function nearness(a: Statement, b: Statement): number {
  const [x, y] = [value(a.figure), value(b.figure)]
  const digits = Math.max(significant(x).length, significant(y).length)
  const kind = slip(x, y)
  if (kind === 'magnitude') return digits > 2 ? 2 : 0.5
  const ratio = Math.abs(approximately(x) / approximately(y))
  const times = ratio > 1 ? ratio : 1 / ratio
  const close = times < 1.03 ? 0.5 : 0
  if (kind === 'exchanged') return close + (digits > 2 ? 2 : 1)
  if (kind === 'digit' && digits > 2) return close + (digits > 3 ? 1.5 : 1)
  // Of few things 1, 2 and 3 lie close together.
  if (approximately(x) < 10 && approximately(y) < 10) return 0
  return close - (times > 5 ? 2 : times > 2 ? 1.25 : times > 1.4 ? 0.75 : 0)
}

/** Two entries that tell of one thing: their words before the figure share a name, and no dates part them. */
function sameThing(a: Statement, b: Statement, reading: Reading): boolean {
  if (a.passage.entry === b.passage.entry) return false
  if (a.when !== b.when && a.when.length > 1 && b.when.length > 1) return false
  return sharedSubject(a, b, reading)
}
