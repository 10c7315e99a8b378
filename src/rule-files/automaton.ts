import type { AST } from '@eslint-community/regexpp'
import type { PatternFault } from '../core/user-rules/rule-fault.ts'

/** How many ways lead to a position, for each that one may be at. */
export type Ways = ReadonlyMap<number, number>

/** A character or a class, as it stands in the pattern. */
export interface Atom {
  readonly raw: string
  /** Null: it is a class. */
  readonly char: string | null
}

/** A pattern as positions, one for each character that it takes up. Repetitions with a limit are written out. */
export interface Automaton {
  /** What each position takes. */
  readonly atoms: readonly Atom[]
  readonly first: Ways
  /** Ways from each position to the next ones. */
  readonly follow: readonly Ways[]
  readonly fault: PatternFault | null
  readonly groups: number
  readonly names: readonly string[]
  /** The insides of `(?=…)` and its like, each a pattern of its own. */
  readonly looks: readonly Automaton[]
}

interface Part {
  /** Ways through it that take no character. */
  readonly empty: number
  readonly first: Ways
  readonly last: Ways
}

const NOTHING: Part = { empty: 1, first: new Map(), last: new Map() }
/** No pattern that an editor writes has so many. */
const MOST = 400

/**
 * The positions of a pattern and the ways between them (after Glushkov), ways counted: two ways to the same place are two
 * readings, and a matcher that steps back tries both.
 */
export function automatonOf(pattern: AST.Pattern): Automaton {
  const builder = new Builder(false)
  const { empty, first } = builder.alternatives(pattern.alternatives)
  if (empty > 0) builder.refuse('empty-match', pattern)
  return builder.made(first)
}

class Builder {
  private readonly atoms: Atom[] = []
  private readonly follow: Map<number, number>[] = []
  private readonly looks: Automaton[] = []
  private readonly names: string[] = []
  private groups = 0
  private fault: PatternFault | null = null
  /** Inside `(?<=…)` the text is read backwards. */
  private readonly backwards: boolean

  constructor(backwards: boolean) {
    this.backwards = backwards
  }

  made(first: Ways): Automaton {
    const { atoms, follow, looks, names, groups, fault } = this
    return { atoms, first, follow, looks, names, groups, fault }
  }

  refuse(kind: PatternFault['kind'], { raw }: { readonly raw: string }): Part {
    this.fault ??= { kind, detail: raw }
    return NOTHING
  }

  alternatives(list: readonly AST.Alternative[]): Part {
    const parts = list.map(({ elements }) => this.sequence(elements.map((one) => () => this.element(one))))
    return {
      empty: parts.reduce((sum, { empty }) => sum + empty, 0),
      first: sum(parts.map(({ first }) => [first, 1])),
      last: sum(parts.map(({ last }) => [last, 1])),
    }
  }

  private sequence(elements: readonly (() => Part)[]): Part {
    const inOrder = this.backwards ? [...elements].reverse() : elements
    return inOrder.reduce<Part>((before, next) => {
      const after = next()
      this.connect(before.last, after.first)
      return {
        empty: before.empty * after.empty,
        first: sum([
          [before.first, 1],
          [after.first, before.empty],
        ]),
        last: sum([
          [after.last, 1],
          [before.last, after.empty],
        ]),
      }
    }, NOTHING)
  }

  private element(element: AST.Element): Part {
    switch (element.type) {
      case 'Assertion':
        return 'alternatives' in element ? this.look(element) : NOTHING
      case 'Backreference':
        return this.refuse('backreference', element)
      case 'CapturingGroup':
        this.groups++
        if (element.name !== null) this.names.push(element.name)
        return this.alternatives(element.alternatives)
      case 'Group':
        return this.alternatives(element.alternatives)
      case 'Quantifier':
        return this.repetition(element)
      default:
        return this.atom({
          raw: element.raw,
          char: element.type === 'Character' ? String.fromCodePoint(element.value) : null,
        })
    }
  }

  private atom(atom: Atom): Part {
    if (this.atoms.length >= MOST) return this.refuse('intricate', atom)
    const here = new Map([[this.atoms.length, 1]])
    this.atoms.push(atom)
    this.follow.push(new Map())
    return { empty: 0, first: here, last: here }
  }

  private look(element: AST.LookaroundAssertion): Part {
    const inside = new Builder(element.kind === 'lookbehind')
    const { first } = inside.alternatives(element.alternatives)
    if (hasEndless(element)) this.refuse('endless-look', element)
    this.groups += inside.groups
    this.names.push(...inside.names)
    this.fault ??= inside.fault
    this.looks.push(...inside.looks, inside.made(first))
    return NOTHING
  }

  private repetition({ min, max, element, raw }: AST.Quantifier): Part {
    const groups = this.groups
    const once = (): Part => {
      // A group that is written out several times is one group.
      this.groups = groups
      const names = this.names.length
      const part = this.element(element)
      if (copies++ > 0) this.names.length = names
      if (part.empty > 0 && max > 1) this.refuse('empty-repeat', { raw })
      return part
    }
    let copies = 0
    if (max === Infinity) {
      const copied = Array.from({ length: Math.min(MOST + 1, Math.max(0, min - 1)) }, () => once)
      const endless = (): Part => {
        const part = once()
        this.connect(part.last, part.first)
        return min === 0 ? optional(part) : part
      }
      return this.sequence(this.backwards ? [endless, ...copied] : [...copied, endless])
    }
    const must = Array.from({ length: Math.min(MOST + 1, min) }, () => once)
    let may = (): Part => NOTHING
    for (let i = min; i < Math.min(max, min + MOST + 1); i++) {
      const rest = may
      may = () => optional(this.sequence(this.backwards ? [rest, once] : [once, rest]))
    }
    return this.sequence(this.backwards ? [may, ...must] : [...must, may])
  }

  private connect(from: Ways, to: Ways): void {
    for (const [p, ways] of from)
      for (const [q, more] of to) this.follow[p]!.set(q, (this.follow[p]!.get(q) ?? 0) + ways * more)
  }
}

function optional(part: Part): Part {
  return { ...part, empty: part.empty + 1 }
}

function sum(weighted: readonly (readonly [Ways, number])[]): Ways {
  const out = new Map<number, number>()
  for (const [ways, times] of weighted)
    if (times > 0) for (const [p, n] of ways) out.set(p, (out.get(p) ?? 0) + n * times)
  return out
}

/** Is there a repetition without limit in it? */
function hasEndless(node: AST.Element): boolean {
  if (node.type === 'Quantifier') return node.max === Infinity || hasEndless(node.element)
  return 'alternatives' in node && node.alternatives.some(({ elements }) => elements.some(hasEndless))
}
