import type { Role } from '../structure/block.ts'
import type { Rule } from './rule.ts'

/** What a character does, one bit for each rule. */
interface Mark {
  /** Calls the rule up by itself. */
  alone: number
  /** Calls it up between its neighbours. */
  between: number
  /** Is a neighbour of that kind: of what follows it, of what stands before it. */
  behind: number
  ahead: number
}

/** One bit is kept for all rules that come after. */
const LAST = 30

/** Which rules a text calls up: one bit for each, so that one look at a character serves them all. */
export class Signs {
  /** By character code, the number of its mark; the first one is that of all characters no rule names. */
  private readonly kinds = new Uint8Array(0x10000)
  private readonly marks: Mark[]
  /** Rules that look at all text, and those for which no bit is left. */
  private readonly always: number
  private readonly roles = new Map<Role, number>()

  constructor(rules: readonly Rule[]) {
    const other: Mark = { alone: 0, between: 0, behind: 0, ahead: 0 }
    const named = new Map<number, Mark>()
    const mark = (key: keyof Mark, characters: string, bit: number): void => {
      for (const c of codes(characters)) {
        const known = named.get(c) ?? { alone: 0, between: 0, behind: 0, ahead: 0 }
        known[key] |= bit
        named.set(c, known)
      }
    }
    let always = 0
    rules.forEach((rule, k) => {
      const bit = this.bit(k)
      for (const role of rule.roles) this.roles.set(role, this.role(role) | bit)
      const { signs, between } = rule
      if (k >= LAST || (signs === undefined && between === undefined)) {
        always |= bit
        return
      }
      mark('alone', signs ?? '', bit)
      if (between === undefined) return
      mark('between', between.signs, bit)
      for (const side of ['behind', 'ahead'] as const) {
        const beside = between[side]
        if (beside === undefined) other[side] |= bit
        else mark(side, beside, bit)
      }
    })
    this.always = always
    this.marks = [other]
    const numbers = new Map<string, number>()
    for (const [code, { alone, between, behind, ahead }] of named) {
      const own = { alone, between, behind: behind | other.behind, ahead: ahead | other.ahead }
      const key = Object.values(own).join()
      const number = numbers.get(key) ?? this.marks.push(own) - 1
      numbers.set(key, number)
      this.kinds[code] = number
    }
  }

  bit(rule: number): number {
    return 1 << Math.min(rule, LAST)
  }

  /** The rules that a role has. */
  role(role: Role): number {
    return this.roles.get(role) ?? 0
  }

  /** The rules that a text calls up. Linear. */
  of(text: string): number {
    const { kinds, marks } = this
    let seen = this.always
    let before = 0
    for (let i = 0; i < text.length; i++) {
      const kind = kinds[text.charCodeAt(i)]!
      if (kind !== 0) {
        const { alone, between } = marks[kind]!
        seen |= alone
        if ((between & ~seen) !== 0) {
          const after = i + 1 < text.length ? kinds[text.charCodeAt(i + 1)]! : 0
          seen |= between & marks[before]!.behind & marks[after]!.ahead
        }
      }
      before = kind
    }
    return seen
  }
}

/** The codes of some characters; `α–ω` means all from one to the other. */
function* codes(characters: string): Generator<number> {
  for (let i = 0; i < characters.length; i++) {
    const from = characters.charCodeAt(i)
    const range = characters[i + 1] === '–' && i + 2 < characters.length
    const to = range ? characters.charCodeAt(i + 2) : from
    for (let c = from; c <= to; c++) yield c
    if (range) i += 2
  }
}
