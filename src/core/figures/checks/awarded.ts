import type { Passage } from '../read/passage.ts'
import { countNames, masks, type NameCount } from './names.ts'

/** The names that a passage gives for one award, added up over its clauses, and where they stand. */
export interface Awarded extends NameCount {
  readonly from: number
  readonly to: number
}

/** 甲、乙被认定为丙; 甲获丙. */
const CLAUSE =
  /^(?:分别[是为]：?)?(.+?)(?:被?认定为|被?评定为|被?评为|被?列为|被?命名为|被授予|获评|获批|获得|荣获|斩获|获|入选|列入|成为|升级为)(.+)$/
/** No clause is longer; what is has lost its punctuation. */
const LONGEST = 600
/** A grade of an award whose name stands elsewhere. */
const GRADE =
  /^(?:特等|一等|二等|三等|优秀|优胜|金|银|铜|最佳\p{Script=Han}{1,4})奖$|^(?:冠军|亚军|季军|[金银铜]牌|第[一二三]名)$/u

/** Counts all who are named in a list that 分别是 opens at `from`, up to its full stop; null where it is no such list. */
export function respectively({ text }: Passage, from: number): Awarded | null {
  const stop = text.slice(from, from + LONGEST).search(/[。！？\n]/)
  const to = stop < 0 ? Math.min(text.length, from + LONGEST) : from + stop
  const found: Awarded[] = []
  const all = [...clauses(text.slice(0, to), from)]
  for (const clause of all) {
    const masked = masks(clause.text)
    const m = CLAUSE.exec(masked)
    // One list of bare names, or a verb in every clause: else a clause may tell more of the name before it.
    if ((!m && all.length > 1) || /\d/.test(masked)) return null
    const names = m ? m[1]! : masked.replace(/^分别[是为]：?/, '')
    const start = masked.indexOf(names)
    const count = countNames(clause.text.slice(start, start + names.length))
    found.push({ ...count, from: clause.from, to: clause.from + clause.text.length })
  }
  return together(found)
}

/** Counts who is named for `object`, in the clauses from offset `from` on; null where nobody is. */
export function awarded({ text }: Passage, from: number, object: string): Awarded | null {
  const want = core(object)
  const found: Awarded[] = []
  for (const clause of clauses(text, from)) {
    if (clause.text.length > LONGEST) continue
    const masked = masks(clause.text)
    const m = CLAUSE.exec(masked)
    if (!m || /\d/.test(m[2]!)) continue
    const prize = core(m[2]!)
    if (!matches(want, prize) && !(GRADE.test(m[2]!) && (want.endsWith('奖') || want.endsWith(m[2]!))))
      continue
    const start = masked.indexOf(m[1]!)
    const count = countNames(clause.text.slice(start, start + m[1]!.length))
    found.push({ ...count, from: clause.from, to: clause.from + clause.text.length })
  }
  return together(found)
}

function together(found: readonly Awarded[]): Awarded | null {
  const [first] = found
  if (!first) return null
  const total = (pick: (c: NameCount) => number): number => found.reduce((n, c) => n + pick(c), 0)
  return {
    least: total((c) => c.least),
    most: total((c) => c.most),
    open: found.some((c) => c.open),
    from: first.from,
    to: found.at(-1)!.to,
  }
}

/** Clauses with their offsets; punctuation inside quotation marks and brackets does not part them. */
function* clauses(text: string, from: number): Generator<{ text: string; from: number }> {
  const masked = masks(text)
  let start = from
  for (const m of masked.slice(from).matchAll(/[，；。！？\n]/g)) {
    const at = from + m.index
    yield { text: text.slice(start, at), from: start }
    start = at + 1
  }
  yield { text: text.slice(start), from: start }
}

/** An award's name without its grade and year: 省农业丰收一等奖 and 2018年度省农业丰收奖 are one. */
function core(name: string): string {
  return name
    .replace(/^\d{4}年度?|^(?:新增|新认定)/, '')
    .replace(/(?<=奖)(?:特|一|二|三|四)等奖$/, '')
    .replace(/(?:特|一|二|三|四)等奖$/, '奖')
    .replace(/(?<=[省市县区])级/g, '')
    .replace(/[“”《》]/g, '')
}

function matches(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return a === b || (short.length >= 4 && long.endsWith(short))
}
