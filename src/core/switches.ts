import type { RuleId } from './corrections/correction.ts'
import { FIGURE_RULES } from './figures/checks/index.ts'
import { err, ok, type Result } from './result.ts'
import { RULES } from './rules/index.ts'

/** The rules that can be switched off, by id: those of the text and of the figures. Without a step there is no structure. */
export const SWITCHABLE: ReadonlySet<RuleId> = new Set([...RULES, ...FIGURE_RULES].map((rule) => rule.id))

/** The rules that these ids name; the error is the first that names none which can be switched off. */
export function switchedOff(ids: Iterable<string>): Result<ReadonlySet<RuleId>, string> {
  const off = new Set<RuleId>()
  for (const id of ids) {
    if (!SWITCHABLE.has(id as RuleId)) return err(id)
    off.add(id as RuleId)
  }
  return ok(off)
}
