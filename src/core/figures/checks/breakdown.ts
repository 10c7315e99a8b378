import { abs, compare, minus, plain, plus, sum, type Decimal } from '../decimal.ts'
import { dimension, value, type Statement } from '../read/statement.ts'
import type { Passage } from '../read/passage.ts'
import { opensParts } from '../read/words.ts'
import { bracketed } from './bracketed.ts'
import type { ReadEntry } from '../read/reading.ts'
import { once } from './once.ts'

/** A total with the parts that 其中 gives for it. */
export interface Breakdown {
  /** What may be the total, the nearest first: at least one. */
  readonly wholes: readonly [Statement, ...Statement[]]
  /** The parts in order: at least one. */
  readonly parts: readonly Statement[]
  /** How many of the parts, from the first, stand in one row, parted alike. */
  readonly row: number
}

const ENDS = /^(?:另|此外|共|累计|全年|总|同时|还|新增|年末|至|目前|比)/
const MOST_WHOLES = 6
/** How far a total and its parts lie apart at most, in statements. */
const REACH = 40

type ByPassage = ReadonlyMap<Passage, readonly Breakdown[]>
const NONE: ByPassage = new Map()

/** The breakdowns of an entry, by passage, of those that have any. */
export const breakdowns = once(({ passages }: ReadEntry): ByPassage => {
  let out: Map<Passage, readonly Breakdown[]> | null = null
  for (const passage of passages) {
    const found = breakdownsOf(passage.statements)
    if (found.length > 0) (out ??= new Map()).set(passage, found)
  }
  return out ?? NONE
})

function breakdownsOf(statements: readonly Statement[]): Breakdown[] {
  const out: Breakdown[] = []
  for (let i = 0; i < statements.length; i++) {
    const first = statements[i]!
    // Most stand in no list of parts, and are told from those at a glance.
    const opened = first.part ? opens(first) : NAMED.test(first.phrase.left) || isListed(statements, i)
    const pair = first.phrase.joint === '，' ? pairAt(statements, i) : null
    if (!(opened || pair) || !addsUp(first)) continue
    if (first.role !== 'level') {
      const wholes = candidates(statements, i)
      const parts = inTurn(statements, i)
      if (wholes && parts) out.push({ wholes, parts, row: parts.length })
      continue
    }
    if (pair) out.push(pair)
    if (!opened) continue
    const wholes = candidates(statements, i)
    if (wholes === null) continue
    const parts = [first, ...further(statements, i)]
    const found = { wholes, parts, row: row(parts) }
    out.push(found, ...besides(statements, i, found))
  }
  for (const [whole, parts] of bracketed(statements)) out.push({ wholes: [whole], parts, row: parts.length })
  return out
}

/** 204件249人，其中一审195件236人、二审9件13人: what stands behind each of the numbers is parted like them. */
function besides(
  statements: readonly Statement[],
  at: number,
  { wholes, parts, row }: Breakdown,
): Breakdown[] {
  const behind = (s: Statement): Statement | null => {
    const next = statements[statements.indexOf(s, Math.max(0, at - REACH)) + 1]
    if (next?.index !== s.index + 1 || !isBeside(next)) return null
    const { left, from, joint } = s.phrase
    return { ...next, role: 'level', noun: s.noun, phrase: { ...next.phrase, left, from, joint } }
  }
  const others = parts.slice(0, row).flatMap((p) => behind(p) ?? [])
  const [whole, first] = [behind(wholes[0]), others[0]]
  if (!whole || !first || others.length !== row || !addsUp(first)) return []
  if ([whole, ...others].some((s) => dimension(s.figure) !== dimension(first.figure))) return []
  return [{ wholes: [whole], parts: others, row }]
}

function isBeside({ phrase }: Statement): boolean {
  return phrase.left === '' && phrase.joint === ''
}

/** 分为公益林16万亩、商品林14万亩: a list of the parts, by another word than 其中. */
const NAMED = /^(?:包括|分为)/
/** Between a total and the list of all its parts. */
const OPENS_LIST = /^(?:：|[\p{Script=Han}“”]{0,16}中，)$/u

/** 投资9.6亿元：防洪3.2亿元、供水2.4亿元、治河4亿元; 36项指标中，达标29项、基本达标6项、未达标1项. */
function isListed(statements: readonly Statement[], at: number): boolean {
  const [whole, first] = [statements[at - 1], statements[at]!]
  const { text } = first.passage
  const { from } = first.phrase
  if (whole?.index !== first.index - 1 || (text[from - 1] !== '：' && text[from - 2] !== '中')) return false
  if (!OPENS_LIST.test(text.slice(whole.figure.to, from))) return false
  const others = statements.slice(at + 1, at + 3)
  if (others.length < 2 || others.some((s) => s.phrase.joint !== '、')) return false
  return [first, ...others].every(
    (s) => s.noun !== '' && s.role === 'level' && dimension(s.figure) === dimension(whole.figure),
  )
}

/** 其中国道、省道、县道分别为86千米、124千米、212千米: as many numbers as names, in turn; null where it is none. */
function inTurn(statements: readonly Statement[], at: number): Statement[] | null {
  const first = statements[at]!
  if (!/分别(?:为|是|有|达)?$/.test(first.phrase.left)) return null
  const names = first.noun.split(/[、和]/)
  const parts = statements
    .slice(at, at + names.length)
    .filter((s, k) => k === 0 || (s.phrase.left.replace('和', '') === '' && s.sentence === first.sentence))
  if (parts.length < 2 || parts.length !== names.length) return null
  if (statements[at + names.length]?.phrase.left === '') return null
  return parts.map((s, k) => ({
    ...s,
    role: 'level',
    noun: names[k]!,
    phrase: { ...s.phrase, joint: k === 0 ? s.phrase.joint : '、' },
  }))
}

/** Two names that leave nothing over, so that they are parts without any word that says so. */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/^公办/, /^民办/], [/^国内/, /^(?:入境|国际)/], [/^城镇/, /^(?:农村|乡村)/], [/^男/, /^女/], [/^个体访/, /^集体访/],
] // prettier-ignore

/** 医院26家，公办12家、民办16家. */
function pairAt(statements: readonly Statement[], at: number): Breakdown | null {
  const [whole, a, b] = [statements[at - 1], statements[at]!, statements[at + 1]]
  if (!whole || !b || a.part || b.phrase.joint !== '、') return null
  if (!PAIRS.some(([x, y]) => x.test(a.phrase.left) && y.test(b.phrase.left))) return null
  const trio = [whole, a, b]
  if (trio.some((s) => s.sentence !== a.sentence || s.role !== 'level' || s.noun === '')) return null
  if (trio.some((s) => dimension(s.figure) !== dimension(a.figure))) return null
  // 新增6所，公办园达12所: not parts of what is new.
  if (
    whole.index !== a.index - 1 ||
    whole.action !== '' ||
    [a, b].some((s) => /[达有计]$/.test(s.phrase.left))
  )
    return null
  return PAIRS.flat().some((p) => p.test(whole.noun)) ? null : { wholes: [whole], parts: [a, b], row: 2 }
}

/** Rates, temperatures, prices and means do not add up. */
function addsUp({ figure, noun }: Statement): boolean {
  return (
    figure.kind === 'amount' &&
    !/^(?:temperature|score|number)$|\//.test(dimension(figure)) &&
    !/均|每/.test(noun)
  )
}

/** Do the first parts, as many as it takes, come to this total? */
export function fits(whole: Statement, parts: readonly Statement[]): boolean {
  const total = value(whole.figure)
  let together = value(parts[0]!.figure)
  if (compare(together, total) === 0) return true
  for (let n = 1; n < parts.length; n++) {
    together = plus(together, value(parts[n]!.figure))
    if (compare(abs(minus(together, total)), tolerance(whole, parts.slice(0, n + 1))) <= 0) return true
  }
  return false
}

/** Half a last digit for each rounded figure; things that are counted one by one are not rounded. */
export function tolerance(whole: Statement, parts: readonly Statement[]): Decimal {
  const all = [whole, ...parts].map((s) => s.figure)
  const counted = all.every((f) => f.kind === 'amount' && (f.unit?.counter ?? false) && plain(f.step) === '1')
  if (counted) return { units: 0n, scale: 0 }
  const steps = sum(all.map((f) => f.step))
  return { units: steps.units * 5n, scale: steps.scale + 1 }
}

/** Does it stand right behind 其中, not further down its list? */
function opens({ passage, phrase }: Statement): boolean {
  return opensParts(phrase.left, passage.text, phrase.from)
}

/** Levels of its dimension before it: in its sentence, or in the one before where 其中 opens the sentence. */
function candidates(statements: readonly Statement[], at: number): Breakdown['wholes'] | null {
  const first = statements[at]!
  const found: Statement[] = []
  let sentence = first.sentence
  for (let k = at - 1; k >= Math.max(0, at - REACH) && found.length < MOST_WHOLES; k--) {
    const s = statements[k]!
    if (s.sentence !== sentence) {
      if (s.sentence !== first.sentence - 1 || found.length > 0 || sentence !== first.sentence) break
      sentence = s.sentence
    }
    if (s.role === 'level' && dimension(s.figure) === dimension(first.figure) && addsUp(s)) found.push(s)
  }
  const [nearest, ...others] = found
  return nearest ? [nearest, ...others] : null
}

/** The parts after the first: same dimension, same sentence, no new subject between. */
function further(statements: readonly Statement[], at: number): Statement[] {
  const first = statements[at]!
  const out: Statement[] = []
  let strange = false
  let nested = false
  for (let k = at + 1; k < Math.min(statements.length, at + REACH); k++) {
    const s = statements[k]!
    if (s.sentence !== first.sentence) break
    // 甲3个、乙5个；丙2个: a row of its own kind has ended.
    if (s.phrase.joint === '；' && out.length > 0 && separator(out[0]!) !== '；') break
    if (s.phrase.joint === '；') nested = false
    if (opens(s)) nested = true
    if (nested || s.role === 'change' || s.role === 'portion') continue
    if (s.role === 'each' || ENDS.test(s.phrase.left)) break
    if (dimension(s.figure) !== dimension(first.figure)) {
      // 195件236人、9件13人: of the part itself.
      if (!isBeside(s)) strange = true
      continue
    }
    // 5,193.9万人次，收入311.7亿元；…106.4万人次: what lies between belongs to the part before it.
    if (strange && s.phrase.joint !== '；') break
    strange = false
    out.push(s)
  }
  return out
}

/** 、 and 和 part alike; ， and ； each for itself. */
function separator({ phrase }: Statement): string {
  return phrase.joint === '' ? '、' : phrase.joint
}

function row(parts: readonly Statement[]): number {
  const kind = parts.length > 1 ? separator(parts[1]!) : ''
  let n = 1
  while (
    n < parts.length &&
    (separator(parts[n]!) === kind || (kind !== '、' && separator(parts[n]!) === '、'))
  )
    n++
  return n
}
