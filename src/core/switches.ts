import type { RuleId } from './corrections/correction.ts'
import { FIGURE_RULES } from './figures/checks/index.ts'
import { err, ok, type Result } from './result.ts'
import { RULES } from './rules/index.ts'
import type { UserRule } from './user-rules/user-rule.ts'

/** Which rules an analysis runs with. */
export interface RuleChoice {
  /** Left out, of the text, of the figures and of the editor. The analysis lists those that ran, so that it is on record. */
  readonly off: ReadonlySet<RuleId>
  /** Written by an editor. They run last, and only propose. */
  readonly userRules: readonly UserRule[]
}

/** The engine as it is. */
export const ALL_RULES: RuleChoice = { off: new Set(), userRules: [] }

/** The rules that can be switched off, by id: those of the text and of the figures. Without a step there is no structure. */
export const SWITCHABLE: ReadonlySet<RuleId> = new Set([...RULES, ...FIGURE_RULES].map((rule) => rule.id))

/** The rules that these ids name, `own` ones among them; the error is the first that names none which can be switched off. */
export function switchedOff(
  ids: Iterable<string>,
  own: readonly RuleId[] = [],
): Result<ReadonlySet<RuleId>, string> {
  const off = new Set<RuleId>()
  for (const id of ids as Iterable<RuleId>) {
    if (!SWITCHABLE.has(id) && !own.includes(id)) return err(id)
    off.add(id)
  }
  return ok(off)
}
