import { describe, expect, it } from 'vitest'
import type { BlockId } from '../../src/core/corrections/correction.ts'
import { NO_EDITS } from '../../src/core/corrections/edit.ts'
import { RULES } from '../../src/core/rules/index.ts'
import type { Rule } from '../../src/core/rules/rule.ts'
import { runRules } from '../../src/core/rules/runner.ts'
import type { Block, Role } from '../../src/core/structure/block.ts'
import { correctedText } from '../../src/core/structure/segments.ts'
import { rawSpan, type Id } from '../../src/core/text/offset.ts'
import type { RawText } from '../../src/core/text/raw-text.ts'

/** What a rule makes of a text that is one block. */
function run(rule: Rule, before: string, role: Role): { after: string; findings: number } {
  const raw: RawText = { text: before, sha256: 'none' as Id<'Sha256'> }
  const block: Block = {
    id: 'b0' as BlockId,
    role,
    decidedBy: 'engine',
    spans: [rawSpan(0, before.length)],
    edits: NO_EDITS,
  }
  const result = runRules(raw, block, [rule])
  return {
    after: correctedText(raw, result.block),
    findings: result.corrections.length + result.open.length,
  }
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('has an example that changes and one that must stay', () => {
    expect(rule.examples.some((e) => e.after !== null)).toBe(true)
    expect(rule.examples.some((e) => e.after === null)).toBe(true)
  })

  it.each(rule.examples.map((e) => [e.before, e] as const))('%s', (before, example) => {
    const role = example.role ?? rule.roles.find((r) => r === 'paragraph') ?? rule.roles[0]!
    const { after, findings } = run(rule, before, role)
    if (example.after === null) {
      expect(findings).toBe(0)
      expect(after).toBe(before)
    } else {
      expect(findings).toBeGreaterThan(0)
      expect(after).toBe(example.after)
    }
  })

  it('leaves its own result as it is', () => {
    for (const example of rule.examples) {
      const role = example.role ?? 'paragraph'
      if (example.after !== null) expect(run(rule, example.after, role).after).toBe(example.after)
    }
  })

  it('speaks both languages in every message', () => {
    for (const words of [rule.title, rule.why, ...Object.values(rule.messages)]) {
      expect(words.zh).toMatch(/\p{Script=Han}/u)
      expect(words.en).toMatch(/[a-z]/)
    }
  })
})

it('names each rule once', () => {
  expect(new Set(RULES.map((r) => r.id)).size).toBe(RULES.length)
})
