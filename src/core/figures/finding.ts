import type { BlockId, RuleId } from '../corrections/correction.ts'
import type { RuleMeta } from '../rules/rule.ts'
import type { Passage } from './read/passage.ts'
import type { ReadEntry, Reading } from './read/reading.ts'

/** A stretch of one block's corrected text, half-open. */
export interface FigurePlace {
  readonly block: BlockId
  readonly from: number
  readonly to: number
}

/** Figures that disagree: reported, never changed. */
export interface FigureFinding {
  readonly rule: RuleId
  /** Key into the messages of the rule. */
  readonly message: string
  readonly values: readonly (string | number)[]
  /** Both sides as they stand in the corrected text; the same one twice where one place contradicts itself. */
  readonly quotes: readonly [string, string]
  /** Where the quotes stand. */
  readonly places: readonly [FigurePlace, FigurePlace]
  /** 0 to 1. */
  readonly confidence: number
}

/** A place as a check names it. */
export interface Mark {
  readonly passage: Passage
  readonly from: number
  readonly to: number
}

/** What a check has found. */
export interface Hit {
  readonly message: string
  readonly values: readonly (string | number)[]
  readonly a: Mark
  readonly b: Mark
  readonly confidence: number
}

/**
 * A stretch of a book, line by line: `# category`, `## section`, `【title】`, `- list item`, `| table row`, else a paragraph.
 * Without any of these it is the overview of a category.
 */
export interface FigureExample {
  readonly text: string
  /** The quotes that it reports; null: it must stay silent. */
  readonly quotes: readonly [string, string] | null
}

/** A check between figures: one file, pure, silent unless it can say why. It never changes anything. */
export interface FigureRule extends RuleMeta {
  /** Shown in help and run as tests. */
  readonly examples: readonly FigureExample[]
  /** What contradicts itself across the entries of a book. */
  checkBook?(reading: Reading): Iterable<Hit>
  /** What contradicts itself inside one entry. `reading` is the book that it stands in. */
  checkEntry?(entry: ReadEntry, reading: Reading, report: (hit: Hit) => void): void
}
