import { describe, expect, it } from 'vitest'
import { FIGURE_RULES } from '../../src/core/figures/checks/index.ts'
import { figureFindings } from '../../src/core/figures/figures.ts'
import { exampleBook } from './written.ts'

describe.each(FIGURE_RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('has an example that is reported and one that is not', () => {
    expect(rule.examples.some((e) => e.quotes !== null)).toBe(true)
    expect(rule.examples.some((e) => e.quotes === null)).toBe(true)
  })

  it.each(rule.examples.map((e) => [e.text, e] as const))('%s', (text, { quotes }) => {
    const found = figureFindings(exampleBook(text))
    expect(found.map((f) => [f.rule, ...f.quotes])).toEqual(quotes === null ? [] : [[rule.id, ...quotes]])
  })

  it('speaks both languages', () => {
    for (const words of [rule.title, rule.why, ...Object.values(rule.messages)]) {
      expect(words.zh).toMatch(/\p{Script=Han}/u)
      expect(words.en).toMatch(/[a-z]/)
    }
  })
})
