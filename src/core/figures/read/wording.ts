import type { Home } from './home.ts'
import { stemOf, withoutTrail, type Stem } from './noun.ts'
import {
  CHANGE,
  CHANGES,
  COMPARED,
  COMPARED_CHANGE,
  COMPARISON,
  EACH,
  isPlanned,
  OF_SEVERAL,
  opensRow,
  PORTION,
} from './words.ts'

/** What the words before a number say by themselves, wherever they stand. */
export class Wording {
  readonly left: string
  /** Without 达, 为, 增至 and the like at the end. */
  readonly rest: string
  /** 占: a share of something else. */
  readonly isPortion: boolean
  /** 每, 平均: so much for every one of several. */
  readonly isEach: boolean
  /** 同比, 与上年相比. */
  readonly compares: boolean
  /** 增至, 提高到 give a level. */
  readonly towards: boolean
  readonly changes: boolean
  /** Does it change where something is compared: 多, 高? */
  readonly changesCompared: boolean
  readonly isPlanned: boolean
  /** 和, 以及: it goes on with a list. */
  readonly isJoined: boolean
  /** 其中, 内: the parts of what was named before begin. */
  readonly opensRow: boolean
  readonly #stems: (Stem | undefined)[] = []
  readonly #home: Home

  constructor(left: string, home: Home) {
    const rest = withoutTrail(left)
    this.left = left
    this.rest = rest
    this.isPortion = PORTION.test(left)
    this.isEach = OF_SEVERAL.isIn(left) && (EACH.test(left) || EACH.test(rest))
    this.compares = COMPARED.isIn(rest) && COMPARISON.test(rest)
    this.towards = rest !== left && /[至到为]$/.test(left)
    this.changes = CHANGES.has(rest.charCodeAt(rest.length - 1)) && CHANGE.test(rest)
    this.changesCompared = COMPARED_CHANGE.test(rest)
    this.isPlanned = isPlanned(left)
    this.isJoined = /^(?:和|及|与|以及)/.test(left)
    this.opensRow = opensRow(left)
    this.#home = home
  }

  /** What it names. `counts`: a number of things stands behind it, no share; `dated`: a date stands before it. */
  stem(counts: boolean, dated: boolean): Stem {
    return (this.#stems[(counts ? 2 : 0) + (dated ? 1 : 0)] ??= stemOf(this.rest, this.#home, counts, dated))
  }
}

/** A book has the same few words before most of its numbers: they are read once. */
export class Wordings {
  readonly #home: Home
  readonly #known = new Map<string, Wording>()

  constructor(home: Home) {
    this.#home = home
  }

  of(left: string): Wording {
    let known = this.#known.get(left)
    if (!known) this.#known.set(left, (known = new Wording(left, this.#home)))
    return known
  }
}
