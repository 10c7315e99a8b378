import { significant } from '../decimal.ts'
import { Guard } from '../guard.ts'
import type { Reading } from '../read/reading.ts'
import { dimension, isExact, value, type Statement } from '../read/statement.ts'
import { agree } from './agree.ts'
import { hashed } from './grouped.ts'
import { slip } from './slip.ts'
import { isName, isWhole, subject } from './subject.ts'

/** What a project or a building has one of. */
const ATTRIBUTE =
  /(?:总投资|概算投资|计划投资|估算投资|总概算|概算|总建筑面积|建筑面积|占地面积|占地|用地面积|用地|规划面积|全长|总长|总长度|长度|主跨|总库容|库容|总装机容量|装机容量|设计时速|年产值|工期|座位|席位|建筑|规划)$/
/** What ATTRIBUTE ends with. */
const ATTRIBUTES = new Guard('资算积地长度跨库容量速值期位席筑划')
/** Of a part of it there is another. */
const PART =
  /[一二三四首]期|[一二三四]阶段|[东西南北中][段区线]|年度|累计|其中|完成|安置房|配套|[一二三四\d]号/g
const NAME = 6
/** Bits of a sieve that few names fall through by chance. */
const SIEVE = 20
/** A name that more statements share is no name. */
const MOST = 4

/**
 * Pairs that give one project's size twice, in two entries, a slip of the pen apart. Found by the names that the words
 * before the figures share, through an index of them: a book has hundreds of 总投资.
 */
export function* attributePairs(reading: Reading): Generator<{ a: Statement; b: Statement }> {
  const index = new Map<string, Statement[]>()
  const measures = measuresOf(reading)
  const isLone = sieve(measures)
  for (const { s, key, hash, words } of measures)
    for (let i = 0; i + NAME <= words.length; i++) {
      if (isLone(gramHash(hash, words, i))) continue
      const gram = words.slice(i, i + NAME)
      if (!isName(gram)) continue
      const at = `${key}|${gram}`
      const known = index.get(at)
      if (!known) index.set(at, [s])
      else if (known.at(-1) !== s) known.push(s)
    }
  const seen = new Set<string>()
  for (const [at, list] of index) {
    const gram = at.slice(at.lastIndexOf('|') + 1)
    if (list.length < 2 || list.length > MOST) continue
    for (const [k, b] of list.entries())
      for (const a of list.slice(0, k)) {
        const pair = `${a.passage.id} ${String(a.index)} ${b.passage.id} ${String(b.index)}`
        if (seen.has(pair) || !isSlip(a, b) || !sameName(a, b, gram, reading)) continue
        seen.add(pair)
        yield { a, b }
      }
  }
}

/** What may be given again elsewhere, with the words that name it. */
interface Measure {
  readonly s: Statement
  /** All that must be equal besides the name, and its hash. */
  readonly key: string
  readonly hash: number
  readonly words: string
}

function measuresOf(reading: Reading): Measure[] {
  const out: Measure[] = []
  for (const { passages } of reading.entries)
    for (const { statements } of passages)
      for (const s of statements) {
        const key = keyOf(s, reading)
        if (key === null) continue
        out.push({ s, key, hash: hashed(0, key), words: subject(s, reading, s.figure.from) })
      }
  return out
}

/** Most names stand once: by their hashes they are told from the others before any is looked at. */
function sieve(measures: readonly Measure[]): (hash: number) => boolean {
  const met = new Uint8Array(1 << SIEVE)
  for (const { hash, words } of measures)
    for (let i = 0; i + NAME <= words.length; i++) {
      const at = gramHash(hash, words, i) >>> (32 - SIEVE)
      if (met[at]! < 2) met[at]!++
    }
  return (hash) => met[hash >>> (32 - SIEVE)]! < 2
}

function gramHash(hash: number, words: string, at: number): number {
  let out = hash
  for (let i = at; i < at + NAME; i++) out = Math.imul(out ^ words.charCodeAt(i), 0x9e3779b1)
  return out
}

function sameName(a: Statement, b: Statement, gram: string, reading: Reading): boolean {
  const [x, y] = [subject(a, reading, a.figure.from), subject(b, reading, b.figure.from)]
  return isWhole(x, x.indexOf(gram), y, y.indexOf(gram))
}

function keyOf(s: Statement, reading: Reading): string | null {
  if (s.role !== 'level' || !isExact(s.figure) || s.passage.role === 'table') return null
  if (!ATTRIBUTES.has(s.noun.charCodeAt(s.noun.length - 1))) return null
  const attribute = ATTRIBUTE.exec(s.noun)?.[0].replace(/^总|面积$|投资$/g, '')
  if (attribute === undefined) return null
  const part = [...new Set(s.phrase.left.match(PART) ?? [])]
    .filter((p) => p !== '其中')
    .sort()
    .join('')
  return [reading.entries[s.passage.entry]!.category, dimension(s.figure), attribute, part].join('|')
}

function isSlip(a: Statement, b: Statement): boolean {
  if (a.passage.entry === b.passage.entry || agree(a.figure, b.figure)) return false
  const [x, y] = [value(a.figure), value(b.figure)]
  const kind = slip(x, y)
  const digits = significant(x).length
  return kind === 'magnitude' || (kind === 'exchanged' && digits > 1) || (kind === 'digit' && digits > 2)
}
