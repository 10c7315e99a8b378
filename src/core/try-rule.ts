import type { BlockId } from './corrections/correction.ts'
import { NO_EDITS } from './corrections/edit.ts'
import type { Block, Role } from './structure/block.ts'
import { correctedText } from './structure/segments.ts'
import { rawSpan, type Id } from './text/offset.ts'
import type { RawText } from './text/raw-text.ts'
import type { Conduct, Rule } from './rules/rule.ts'
import { runRules } from './rules/runner.ts'

/** What a rule did with a text of its own. */
export interface RuleTrial {
  readonly after: string
  readonly findings: readonly { readonly conduct: Conduct; readonly confidence: number | null }[]
}

/** Runs one rule over a text as if it were a block of a book, as its examples are. Confidence is null where it was applied. */
export function tryRule(rule: Rule, before: string, role: Role = usualRole(rule)): RuleTrial {
  const raw: RawText = { text: before, sha256: 'none' as Id<'Sha256'> }
  const block: Block = {
    id: 'b0' as BlockId,
    role,
    decidedBy: 'engine',
    spans: [rawSpan(0, before.length)],
    edits: NO_EDITS,
  }
  const { block: after, corrections, open } = runRules(raw, block, [rule])
  return {
    after: correctedText(raw, after),
    findings: [
      ...corrections.map((c) => ({
        conduct: c.markedReading ? ('reading' as const) : ('safe' as const),
        confidence: null,
      })),
      ...open.map((o) => ({ conduct: 'asks' as const, confidence: o.finding.confidence })),
    ],
  }
}

function usualRole({ roles }: Rule): Role {
  return roles.find((r) => r === 'paragraph') ?? roles[0]!
}
