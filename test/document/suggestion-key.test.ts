import { expect, test } from 'vitest'
import { ruleId } from '../../src/core/rules/rule.ts'
import { suggestionKey } from '../../src/core/document/suggestion-key.ts'
import { hash64 } from '../../src/core/text/hash.ts'

const rule = ruleId('number/spaced')

test('a key says the same of the same finding, wherever it stands', () => {
  const key = suggestionKey(rule, '18', '新建粮站', '座。', 0)
  expect(key).toMatch(/^[0-9a-f]{16}$/)
  // More of the neighbourhood than eight units does not count.
  expect(suggestionKey(rule, '18', '一二三四五六七八', '座', 0)).toBe(
    suggestionKey(rule, '18', '零一二三四五六七八', '座', 0),
  )
  expect(suggestionKey(rule, '18', '', '一二三四五六七八', 0)).toBe(
    suggestionKey(rule, '18', '', '一二三四五六七八九', 0),
  )
})

test('another rule, quote, neighbour or occurrence gives another key', () => {
  const keys = [
    suggestionKey(rule, '18', '甲', '乙', 0),
    suggestionKey(rule, '18', '甲', '乙', 0),
    suggestionKey(ruleId('number/other'), '18', '甲', '乙', 0),
    suggestionKey(rule, '19', '甲', '乙', 0),
    suggestionKey(rule, '18', '甲1', '乙', 0),
    suggestionKey(rule, '8', '甲1', '乙', 0),
    suggestionKey(rule, '18', '甲', '', 0),
    suggestionKey(rule, '18', '', '乙', 0),
    suggestionKey(rule, '18', '甲', '乙', 1),
  ]
  expect(new Set(keys).size).toBe(keys.length - 1)
})

test('the hash is the same on every machine, and spreads', () => {
  // Keys are written down in logs: these values may not change.
  expect([hash64(''), hash64('新建粮站18座')]).toEqual(['488bdcb81aee8d83', '1e09e15bee6cdd32'])
  const seen = new Set(Array.from({ length: 50_000 }, (_, i) => hash64(`粮站${i}`)))
  expect(seen.size).toBe(50_000)
  expect(new Set([...seen].map((h) => h.slice(0, 3))).size).toBe(4096)
})
