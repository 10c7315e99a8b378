import { describe, expect, it } from 'vitest'
import { RULES } from '../../src/core/rules/index.ts'
import { tryRule } from '../../src/core/try-rule.ts'

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('has an example that changes and one that must stay', () => {
    expect(rule.examples.some((e) => e.after !== null)).toBe(true)
    expect(rule.examples.some((e) => e.after === null)).toBe(true)
  })

  it.each(rule.examples.map((e) => [e.before, e] as const))('%s', (before, example) => {
    const { after, findings } = tryRule(rule, before, example.role)
    if (example.after === null) {
      expect(findings).toEqual([])
      expect(after).toBe(before)
    } else {
      expect(findings).not.toEqual([])
      expect(after).toBe(example.after)
    }
  })

  it('leaves its own result as it is', () => {
    for (const example of rule.examples) {
      if (example.after !== null) expect(tryRule(rule, example.after, example.role).after).toBe(example.after)
    }
  })

  it('says what becomes of its findings, and shows each kind', () => {
    const seen = rule.examples.flatMap((e) => tryRule(rule, e.before, e.role).findings)
    expect(new Set(seen.map((f) => f.conduct))).toEqual(new Set(rule.conduct))
  })

  it('names the standard that its reason names', () => {
    expect(/GB\/T \d+/.exec(rule.why.zh)?.[0]).toBe(rule.norm)
    expect(/GB\/T \d+/.exec(rule.why.en)?.[0]).toBe(rule.norm)
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
