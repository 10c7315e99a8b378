import type { Layer, RuleId } from '../corrections/correction.ts'
import type { Role } from '../structure/block.ts'

/** A text in the languages of the interface. `{0}`, `{1}` stand for the values of a reason. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** A national standard, by name. A clause is cited only where its text was read. */
export type Norm = 'GB/T 15834' | 'GB/T 15835'

/**
 * What becomes of a finding. `safe`: applied on import, for it changes no digit, unit or word. `reading`: applied as the
 * one possible reading of a number and queued for a look. `asks`: left to the editor.
 */
export type Conduct = 'safe' | 'reading' | 'asks'

/** What every rule and every structure step that changes text says of itself. */
export interface RuleMeta {
  readonly id: RuleId
  /** Raised when findings may change, so that old dismissals are looked at again. */
  readonly version: number
  readonly title: Bilingual
  readonly why: Bilingual
  /** The standard that says so; absent where none does. */
  readonly norm?: Norm
  /** Reasons it gives, by key. */
  readonly messages: Readonly<Record<string, Bilingual>>
}

/** What a rule reads: the text of one block as corrected so far. All offsets of a finding count this text. */
export interface TextView {
  readonly text: string
  readonly role: Role
}

export interface RuleFix {
  readonly id: string
  readonly layer: Layer
  readonly from: number
  readonly to: number
  readonly insert: string
  readonly markedReading?: true
  readonly rejoined?: true
}

export interface Finding {
  readonly from: number
  readonly to: number
  readonly message: string
  readonly values?: readonly (string | number)[]
  /** 0 to 1. */
  readonly confidence: number
  /** Applied on import; `fixes` then holds exactly one. Otherwise the finding is a suggestion. */
  readonly apply: boolean
  readonly fixes: readonly RuleFix[]
}

export interface RuleExample {
  readonly role?: Role
  readonly before: string
  /** Null: the rule must stay silent. The same as before: it reports, and changes nothing by itself. */
  readonly after: string | null
}

/** A rule of the text layer: one file, pure, linear in the text, and silent unless it can say why. */
export interface Rule extends RuleMeta {
  readonly roles: readonly Role[]
  /**
   * Where none of these characters stands there is nothing to find, so that most text need not be looked at. `α–ω` between
   * two characters means all from one to the other; absent: all text is looked at.
   */
  readonly signs?: string
  /** Characters that call it up, too, but only between neighbours such as these; a side that is absent may be anything. */
  readonly between?: readonly { readonly signs: string; readonly behind?: string; readonly ahead?: string }[]
  /** All that its findings may come to; each is shown by an example. */
  readonly conduct: readonly Conduct[]
  /** Shown in help and run as tests. */
  readonly examples: readonly RuleExample[]
  check(view: TextView): Iterable<Finding>
}

/** Names a rule; the one place where a plain string becomes a rule's id. */
export function ruleId(id: string): RuleId {
  return id as RuleId
}
