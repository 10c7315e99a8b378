import type { PatternFault } from '../core/user-rules/rule-fault.ts'
import type { Automaton, Ways } from './automaton.ts'

/** So many readings of one text at once are no more than a factor; beyond that they are taken to grow with the text. */
const MOST_READINGS = 64
/** So many sets of readings are looked into. */
const MOST_SETS = 1500

/**
 * Can one text be read in ever more ways? A matcher that steps back takes as long as there are ways to read what it has
 * seen so far, whether they end in a match or not. So all sets of readings that any text leads to are listed, larger ones
 * first in place of smaller: where none has more than a few, a match from one place is linear, whatever the text; where
 * readings double or pile up, some set has too many. Null: it is linear. What cannot be listed is refused, not waved through.
 */
export function growth(automaton: Automaton, flags: string): PatternFault | null {
  const signs = signsOf(automaton, flags)
  const seen: Ways[] = []
  const open: { readonly ways: Ways; readonly text: string }[] = [{ ways: automaton.first, text: '' }]
  for (let at = open.pop(); at; at = open.pop()) {
    for (const { sign, takes } of signs) {
      const ways = at.text === '' ? taken(at.ways, takes) : step(automaton, at.ways, takes)
      if (ways.size === 0 || seen.some((other) => covers(other, ways))) continue
      const text = (at.text + sign).slice(-12)
      if (total(ways) > MOST_READINGS) return { kind: 'slow', detail: repeated(text) }
      if (seen.length === MOST_SETS) return { kind: 'intricate', detail: '' }
      seen.push(ways)
      open.push({ ways, text })
    }
  }
  return null
}

function step({ follow }: Automaton, ways: Ways, takes: ReadonlySet<number>): Ways {
  const next = new Map<number, number>()
  for (const [p, n] of ways)
    for (const [q, more] of follow[p]!) if (takes.has(q)) next.set(q, (next.get(q) ?? 0) + n * more)
  return next
}

function taken(ways: Ways, takes: ReadonlySet<number>): Ways {
  return new Map([...ways].filter(([p]) => takes.has(p)))
}

function covers(more: Ways, less: Ways): boolean {
  if (more.size < less.size) return false
  for (const [p, n] of less) if ((more.get(p) ?? 0) < n) return false
  return true
}

function total(ways: Ways): number {
  let all = 0
  for (const n of ways.values()) all += n
  return all
}

/** What is repeated at the end of the text; its last character where nothing is. */
function repeated(text: string): string {
  const signs = Array.from(text)
  for (let n = 1; n <= signs.length / 2; n++) {
    const tail = signs.slice(-n).join('')
    if (signs.slice(-2 * n, -n).join('') === tail) return tail
  }
  return signs.at(-1) ?? ''
}

/** Beyond the basic plane: Han, other letters, a picture. */
const FAR = ['𠀀', '𐐀', '😀']

interface Sign {
  readonly sign: string
  /** Positions that take it. */
  readonly takes: ReadonlySet<number>
}

/** One character for each choice of positions that any character makes, without those that another one outdoes. */
function signsOf({ atoms }: Automaton, flags: string): readonly Sign[] {
  const kinds = new Map(
    atoms.map(({ raw, char }) => [raw, { char, test: new RegExp(`^(?:${raw})$`, flags) }]),
  )
  const signs = new Map<string, Sign>()
  for (const sign of samples([...kinds.values()])) {
    const takes = new Set(atoms.flatMap(({ raw }, p) => (kinds.get(raw)!.test.test(sign) ? [p] : [])))
    if (takes.size > 0) signs.set([...takes].join(), { sign, takes })
  }
  const list = [...signs.values()]
  return list.filter((a) => !list.some((b) => b !== a && [...a.takes].every((p) => b.takes.has(p))))
}

/** Characters of which each way to fall into these classes has one. */
function samples(kinds: readonly { readonly char: string | null; readonly test: RegExp }[]): Set<string> {
  const classes = kinds.filter(({ char }) => char === null)
  const found = new Map<string, string>()
  const most = 2 ** classes.length
  for (let code = 0; code < 0x10000 && found.size < most; code++) {
    if (code === 0xd800) code = 0xe000
    const char = String.fromCharCode(code)
    const choice = classes.map(({ test }) => (test.test(char) ? '1' : '0')).join('')
    // What stands in the books comes first: it is shown to the editor.
    if (!found.has(choice) || char === '年' || char === '0') found.set(choice, char)
  }
  return new Set([...found.values(), ...FAR, ...kinds.flatMap(({ char }) => char ?? [])])
}
