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
  /** By character code, the conditions that it is a sign of, that it may stand before, that it may follow. */
  private readonly signs = new Int32Array(0x10000)
  private readonly behind = new Int32Array(0x10000)
  private readonly ahead = new Int32Array(0x10000)
  /** Conditions that take any neighbour on that side. */
  private anyBehind = 0
  private anyAhead = 0
  /** By condition, the bit of its rule. */
  private readonly callers: number[] = []
  /** Rules that look at all text, and those for which no bit is left. */
  private readonly always: number
  private readonly roles = new Map<Role, number>()

  constructor(rules: readonly Rule[]) {
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
        mark(this.signs, signs, bit)
        if (behind === undefined) this.anyBehind |= bit
        else mark(this.behind, behind, bit)
        if (ahead === undefined) this.anyAhead |= bit
        else mark(this.ahead, ahead, bit)
      }
    })
    this.always = always
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
    const { signs } = this
    let met = 0
    for (let i = Math.max(0, from), end = Math.min(to, text.length); i < end; i++) {
      const asked = signs[text.charCodeAt(i)]! & ~met
      if (asked !== 0) met |= asked & this.after(text, i - 1) & this.before(text, i + 1)
    }
    let called = this.always
    for (; met !== 0; met &= met - 1) called |= this.callers[31 - Math.clz32(met & -met)]!
    return called
  }

  /** The conditions that hold after a character. What lies beyond either end of a text counts as U+0000. */
  private after(text: string, at: number): number {
    return this.anyBehind | this.behind[at < 0 ? 0 : text.charCodeAt(at)]!
  }

  private before(text: string, at: number): number {
    return this.anyAhead | this.ahead[at < text.length ? text.charCodeAt(at) : 0]!
  }
}

/** Marks some characters in a table; `α–ω` means all from one to the other. */
function mark(table: Int32Array, characters: string, bit: number): void {
  for (let i = 0; i < characters.length; i++) {
    const from = characters.charCodeAt(i)
    const range = characters[i + 1] === '–' && i + 2 < characters.length
    const to = range ? characters.charCodeAt(i + 2) : from
    for (let c = from; c <= to; c++) table[c]! |= bit
    if (range) i += 2
  }
}
