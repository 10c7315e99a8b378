import { expect, test } from 'vitest'
import { analyse } from '../../../src/core/analyse.ts'
import { fromAnalysis } from '../../../src/core/document/from-analysis.ts'
import { switchedOff } from '../../../src/core/switches.ts'
import { rawText } from '../../../src/core/text/raw-text.ts'
import type { UserRule } from '../../../src/core/user-rules/user-rule.ts'
import { lookAgain, rulesOf } from '../../../src/renderer/session/look-again.ts'

test('a rule that a book was analysed without stays silent when a block is looked at again', () => {
  const raw = rawText('【概况】获“先进称号。\n', '00')
  if (!raw.ok) throw new Error(raw.error.kind)
  const said = (...off: string[]): string[] => {
    const set = switchedOff(off)
    if (!set.ok) throw new Error(set.error)
    const doc = fromAnalysis(raw.value, analyse(raw.value, { off: set.value }))
    if (!doc.ok) throw new Error('no document')
    return [...doc.value.blocks.values()].flatMap((b) => lookAgain(doc.value, b)).map((s) => s.rule)
  }
  expect(said()).toContain('character/quotation-marks')
  expect(said('character/quotation-marks')).not.toContain('character/quotation-marks')
})

test('a rule of the editor is asked again as long as it is the one that the book was analysed with', () => {
  const raw = rawText('【概况】亩产500市斤。\n', '00')
  if (!raw.ok) throw new Error(raw.error.kind)
  const rule: UserRule = {
    id: '市斤',
    find: { kind: 'text', text: '市斤' },
    replace: '斤',
    roles: ['paragraph'],
    note: { zh: '用斤', en: 'jin' },
  }
  const doc = fromAnalysis(raw.value, analyse(raw.value, { userRules: [rule] }))
  if (!doc.ok) throw new Error('no document')
  const said = (...today: UserRule[]): string[] =>
    [...doc.value.blocks.values()]
      .flatMap((block) => lookAgain(doc.value, block, rulesOf(doc.value, today)))
      .map((s) => s.rule)
  expect(said(rule)).toEqual(['user/市斤'])
  expect(said({ ...rule, note: { zh: '另', en: 'other' } })).toEqual(['user/市斤'])
  expect(said({ ...rule, replace: '公斤' })).toEqual([])
  expect(said()).toEqual([])
})
