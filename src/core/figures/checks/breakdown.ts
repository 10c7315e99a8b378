import { dimension, type Statement } from '../read/statement.ts'

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

/** The breakdowns of one passage. */
export function* breakdowns(statements: readonly Statement[]): Generator<Breakdown> {
  for (let i = 0; i < statements.length; i++) {
    const first = statements[i]!
    if (!first.part || first.role !== 'level' || !opens(first)) continue
    const wholes = candidates(statements, i)
    if (wholes === null) continue
    const parts = [first, ...further(statements, i)]
    yield { wholes, parts, row: row(parts) }
  }
}

/** Does it stand right behind 其中, not further down its list? */
function opens({ passage, phrase }: Statement): boolean {
  return /^(?:其中|内(?![设部外销贸资环径容]))/.test(phrase.left) || /其中[，,:：]?$/.test(passage.text.slice(Math.max(0, phrase.from - 3), phrase.from))
}

/** Levels of its dimension before it: in its sentence, or in the one before where 其中 opens the sentence. */
function candidates(statements: readonly Statement[], at: number): Breakdown['wholes'] | null {
  const first = statements[at]!
  const found: Statement[] = []
  let sentence = first.sentence
  for (let k = at - 1; k >= 0 && found.length < MOST_WHOLES; k--) {
    const s = statements[k]!
    if (s.sentence !== sentence) {
      if (s.sentence !== first.sentence - 1 || found.length > 0 || sentence !== first.sentence) break
      sentence = s.sentence
    }
    if (s.role === 'level' && dimension(s.figure) === dimension(first.figure)) found.push(s)
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
  for (let k = at + 1; k < statements.length; k++) {
    const s = statements[k]!
    if (s.sentence !== first.sentence) break
    if (s.phrase.joint === '；') nested = false
    if (opens(s)) nested = true
    if (nested || s.role === 'change' || s.role === 'portion') continue
    if (s.role === 'each' || ENDS.test(s.phrase.left)) break
    if (dimension(s.figure) !== dimension(first.figure)) {
      strange = true
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
  while (n < parts.length && (separator(parts[n]!) === kind || (kind !== '、' && separator(parts[n]!) === '、'))) n++
  return n
}
