import type { RuleMeta } from '../rules/rule.ts'
import type { Draft } from './draft.ts'

/**
 * One job of finding structure. Steps run in the order of the list in `steps/index.ts`; each is linear in the
 * text and decides only what earlier ones have left open.
 */
export interface Step extends RuleMeta {
  run(draft: Draft): void
}
