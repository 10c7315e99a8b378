import { approximately } from '../decimal.ts'
import type { FigureRule, Hit } from '../finding.ts'
import { markOf } from '../read/mark.ts'
import type { Reading } from '../read/reading.ts'
import { dimension, isExact, value, type Statement } from '../read/statement.ts'
import { ruleId } from '../../rules/rule.ts'
import { agree } from './agree.ts'
import { slip } from './slip.ts'

/** What is stated with more values than this is not one quantity. */
const MOST_VALUES = 4
/** Evidence that two statements are of one quantity, in points; fewer are not enough to say so. */
const ENOUGH = 4

/** The same thing counted in the same place and year, twice, with two results. */
export const statedTwice: FigureRule = {
  id: ruleId('figures/stated-twice'),
  version: 1,
  title: { zh: '同一数据前后不一', en: 'One figure, two values' },
  why: {
    zh: '同一范围、同一年份的同一指标在两处数值不同，须核对原稿。只比较名称、单位、范围、时间都相同的数据。',
    en: 'The same indicator of the same place and year stands in two places with two values. Only figures alike in name, unit, scope and time are compared.',
  },
  messages: {
    differ: { zh: '“{0}”前后不一：{1}与{2}', en: '“{0}” is given as {1} and as {2}' },
    magnitude: { zh: '“{0}”数字相同而数量级不同：{1}与{2}', en: '“{0}”: the same digits at two magnitudes, {1} and {2}' },
  },
  *check(reading) {
    for (const group of groups(reading).values()) yield* compareGroup(group, reading)
  },
}

function groups(reading: Reading): Map<string, Statement[]> {
  const out = new Map<string, Statement[]>()
  for (const list of reading.statements.values())
    for (const s of list) {
      const key = keyOf(s, reading)
      if (key === null) continue
      const group = out.get(key)
      if (group) group.push(s)
      else out.set(key, [s])
    }
  return out
}

/** What two statements must share to be compared at all; null for a statement that is compared with none. */
function keyOf(s: Statement, reading: Reading): string | null {
  if (s.role !== 'level' || !isExact(s.figure) || s.passage.block.role === 'table') return null
  if (s.noun.length < 2 || s.when.startsWith('m')) return null
  const scope = s.scope.kind === 'home' ? 'home' : s.passage.title ? 'home' : s.scope.kind === 'other' ? s.scope.name : null
  if (scope === null || scope === 'own') return null
  const { category } = reading.entries[s.passage.entry]!
  return [category, dimension(s.figure), scope, s.when, s.plan, s.action, s.topic, s.noun, s.right].join('|')
}

function* compareGroup(group: readonly Statement[], reading: Reading): Generator<Hit> {
  if (group.length < 2) return
  const clear = unambiguous(group)
  const distinct: Statement[] = []
  for (const s of clear) if (!distinct.some((d) => agree(d.figure, s.figure))) distinct.push(s)
  if (distinct.length < 2 || distinct.length > MOST_VALUES) return
  for (let k = 1; k < distinct.length; k++) {
    const b = distinct[k]!
    for (const a of distinct.slice(0, k)) {
      const points = evidence(a, b, reading)
      if (points < ENOUGH) continue
      const [x, y] = [text(a), text(b)]
      const same = slip(value(a.figure), value(b.figure)) === 'magnitude'
      yield {
        message: same ? 'magnitude' : 'differ',
        values: [a.action + a.topic + a.noun, x, y],
        a: markOf(a),
        b: markOf(b),
        confidence: Math.min(0.95, 0.5 + points / 16),
      }
      break
    }
  }
}

/** An entry that gives one name several numbers means several things by it. */
function unambiguous(group: readonly Statement[]): Statement[] {
  const byEntry = new Map<number, Statement[]>()
  for (const s of group) {
    if (s.passage.title) continue
    const list = byEntry.get(s.passage.entry)
    if (list) list.push(s)
    else byEntry.set(s.passage.entry, [s])
  }
  return group.filter((s) => {
    if (s.passage.title) return true
    const all = byEntry.get(s.passage.entry)!
    return all.every((o) => agree(o.figure, s.figure) || (outright(o) && outright(s) && o.sentence !== s.sentence))
  })
}

function outright(s: Statement): boolean {
  return s.scope.kind === 'home' && s.scope.said === 'outright'
}

/** How much speaks for one quantity: a long name, a scope said outright, values that a slip of the pen apart. */
function evidence(a: Statement, b: Statement, reading: Reading): number {
  if (a.phrase.bracket !== b.phrase.bracket && a.phrase.bracket !== '' && b.phrase.bracket !== '') return 0
  let points = Math.min(8, (a.action + a.topic + a.noun + a.right).length) / 2
  points += scopePoints(a) + scopePoints(b)
  for (const s of [a, b]) {
    if (s.part) points -= 0.5
    if (s.governed === 'loose') points -= 1
    if (s.phrase.bracket !== '') points -= 0.25
  }
  const [x, y] = [value(a.figure), value(b.figure)]
  const digits = Math.max(length(x), length(y))
  const kind = slip(x, y)
  if (kind === 'exchanged') points += digits > 2 ? 2 : 1
  else if (kind === 'digit' && digits > 2) points += digits > 3 ? 1.5 : 1
  else if (kind === 'magnitude') points += digits > 2 ? 2 : 0.5
  const ratio = Math.abs(approximately(x) / approximately(y))
  const times = ratio > 1 ? ratio : 1 / ratio
  // Of few things 1, 2 and 3 lie close together.
  const few = approximately(x) < 10 && approximately(y) < 10
  if (times < 1.03) points += 0.5
  else if (kind === null && !few) points -= times > 5 ? 2 : times > 2 ? 1.25 : times > 1.4 ? 0.75 : 0
  const [p, q] = [reading.entries[a.passage.entry]!, reading.entries[b.passage.entry]!]
  return p.section === q.section ? points + 0.25 : points
}

function scopePoints({ scope, passage }: Statement): number {
  if (scope.kind === 'other') return 1
  if (scope.kind === 'home') return scope.said === 'outright' ? 1 : scope.said === 'understood' ? 0.5 : -0.5
  return passage.title ? 0.5 : 0
}

function length(d: ReturnType<typeof value>): number {
  return d.units.toString().replace(/^-|0+$/g, '').length
}

/** The figure as printed. */
function text({ passage, figure }: Statement): string {
  return passage.text.slice(figure.from, figure.to)
}
