import type { Id, RawOffset, Span } from '../text/offset.ts'
import type { CorrectionId, Edit } from './edit.ts'

export type RuleId = Id<'Rule'>
export type SuggestionKey = Id<'Suggestion'>
export type BlockId = Id<'Block'>

/**
 * What a change touches. Layout: white space, line joins, what stands where. Character: the form of a
 * character, its value kept (width, brackets, invisible ones). Substance: a digit, a unit, a word.
 */
export type Layer = 'layout' | 'character' | 'substance'

/** Who made a correction. */
export type Origin =
  | { readonly kind: 'manual' }
  /** Applied by the engine on import. */
  | { readonly kind: 'rule'; readonly rule: RuleId; readonly version: number }
  /** Proposed by a rule, accepted by the editor. */
  | {
      readonly kind: 'accepted'
      readonly rule: RuleId
      readonly version: number
      readonly suggestion: SuggestionKey
    }

/**
 * Why, as a key into the messages of the rule that says it, with the values to fill in.
 * Core takes no locale: the words are chosen where they are shown.
 */
export interface Reason {
  readonly key: string
  readonly values?: readonly (string | number)[]
}

interface CorrectionBase {
  readonly id: CorrectionId
  readonly origin: Origin
  readonly layer: Layer
  readonly reason: Reason
}

/** An edit as its correction keeps it. */
export interface CorrectionEdit extends Edit {
  /**
   * The block that holds it, where a lift or a split took it out of the correction's own. Absent: that one.
   */
  readonly block?: BlockId
}

/**
 * Changes raw text of one block: at each place one edit per owned span that it touches. Where a border was
 * drawn through it later, it keeps its name, and its edits lie in several blocks.
 */
export interface Replacement extends CorrectionBase {
  readonly kind: 'replace'
  /** The block of its first edit. */
  readonly block: BlockId
  readonly edits: readonly CorrectionEdit[]
  /** The raw text under each edit, checked on load. */
  readonly replaces: readonly string[]
  /** Digits were read by their only possible reading (`2O19年`): applied, counted, queued for a look. */
  readonly markedReading?: true
  /** Pieces of one number were put together again (`1,⏎234`): the digits themselves are as printed. */
  readonly rejoined?: true
}

/** Moves raw text, unchanged, to where it is read: a lifted caption, a displaced full stop. */
export interface Relocation extends CorrectionBase {
  readonly kind: 'move'
  readonly spans: readonly Span[]
  readonly replaces: readonly string[]
  /** The block that owns the spans now. */
  readonly block: BlockId
  /** The raw offset after which the text is read now; null where it heads what follows. */
  readonly after: RawOffset | null
}

export type Correction = Replacement | Relocation
