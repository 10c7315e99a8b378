import type { Role } from '../structure/block.ts'
import type { Rule } from './rule.ts'

/** One bit is kept for all rules that come after. */
const LAST = 30
/** How many conditions one number holds. */
const MOST = 32

/**
 * Which rules a text calls up: one bit for each. Each condition of a rule, characters between neighbours, has a bit of its
 * own, so that one look at a character serves them all.
 */
export class Signs {
  /** By character code, the number of its kind; the first is that of all characters no rule names. */
  private readonly kinds = new Uint8Array(0x10000)
  /** By kind, the conditions that such a character is a sign of, may follow, may stand before. */
  private readonly signs: Int32Array
  private readonly behind: Int32Array
  private readonly ahead: Int32Array
  /** By condition, the bit of its rule. */
  private readonly callers: number[] = []
  /** Rules that look at all text, and those for which no bit is left. */
  private readonly always: number
  private readonly roles = new Map<Role, number>()

  constructor(rules: readonly Rule[]) {
    const other = { signs: 0, behind: 0, ahead: 0 }
    const named = new Map<number, typeof other>()
    const mark = (key: keyof typeof other, characters: string | undefined, bit: number): void => {
      if (characters === undefined) other[key] |= bit
      else
        for (const c of codes(characters)) {
          const known = named.get(c) ?? { signs: 0, behind: 0, ahead: 0 }
          known[key] |= bit
          named.set(c, known)
        }
    }
    let always = 0
    rules.forEach((rule, k) => {
      for (const role of rule.roles) this.roles.set(role, this.role(role) | this.bit(k))
      const { signs, between = [] } = rule
      const conditions = signs === undefined ? between : [{ signs }, ...between]
      if (k >= LAST || conditions.length === 0 || this.callers.length + conditions.length > MOST) {
        always |= this.bit(k)
        return
      }
      for (const { signs, behind, ahead } of conditions) {
        const bit = 1 << (this.callers.push(this.bit(k)) - 1)
        mark('signs', signs, bit)
        mark('behind', behind, bit)
        mark('ahead', ahead, bit)
      }
    })
    this.always = always
    const kinds = [other]
    const numbers = new Map<string, number>()
    for (const [code, own] of named) {
      const kind = { ...own, behind: own.behind | other.behind, ahead: own.ahead | other.ahead }
      const key = Object.values(kind).join()
      const number = numbers.get(key) ?? kinds.push(kind) - 1
      numbers.set(key, number)
      this.kinds[code] = number
    }
    this.signs = Int32Array.from(kinds, (kind) => kind.signs)
    this.behind = Int32Array.from(kinds, (kind) => kind.behind)
    this.ahead = Int32Array.from(kinds, (kind) => kind.ahead)
  }

  bit(rule: number): number {
    return 1 << Math.min(rule, LAST)
  }

  /** The rules that a role has. */
  role(role: Role): number {
    return this.roles.get(role) ?? 0
  }

  /** The rules that a text calls up, by its signs from `from` to `to`. Linear in their number. */
  of(text: string, from = 0, to = text.length): number {
    const { kinds, signs } = this
    let met = 0
    for (let i = Math.max(0, from), end = Math.min(to, text.length); i < end; i++) {
      const asked = signs[kinds[text.charCodeAt(i)]!]! & ~met
      if (asked !== 0)
        met |= asked & this.behind[this.kindAt(text, i - 1)]! & this.ahead[this.kindAt(text, i + 1)]!
    }
    let called = this.always
    for (; met !== 0; met &= met - 1) called |= this.callers[31 - Math.clz32(met & -met)]!
    return called
  }

  /** What lies beyond either end of a text counts as U+0000. */
  private kindAt(text: string, at: number): number {
    return this.kinds[at < 0 || at >= text.length ? 0 : text.charCodeAt(at)]!
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
