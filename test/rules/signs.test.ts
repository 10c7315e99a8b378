import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { BlockId } from '../../src/core/corrections/correction.ts'
import { editList, type BlockEdit, type CorrectionId } from '../../src/core/corrections/edit.ts'
import { RULES } from '../../src/core/rules/index.ts'
import type { Rule } from '../../src/core/rules/rule.ts'
import { runRules } from '../../src/core/rules/runner.ts'
import { Signs } from '../../src/core/rules/signs.ts'
import { ROLES, type Role } from '../../src/core/structure/block.ts'
import { correctedText } from '../../src/core/structure/segments.ts'
import { rawSpan, type Id } from '../../src/core/text/offset.ts'
import type { RawText } from '../../src/core/text/raw-text.ts'
import { MISREAD } from '../damage/misreadings.ts'
import { NUMBER_FORMS } from '../damage/number-forms.ts'

/** What stands where it should not: all that some rule looks at, as a sign or beside one. */
const STRAY = Array.from(
  '\n\t\u00a0\u2003\u200a\u3000\u200b\u200c\u200d\u2060\ufeff\u00ad\u2f4a\uf900０９OoIl|〇○Ａａ.．,，;；:：∶·・、。?!％()（）[］【】“”"-－‐‑–—一月日',
)
const PIECES = [
  ...RULES.flatMap((rule) => rule.examples.map((e) => e.before)),
  ...NUMBER_FORMS,
  ...NUMBER_FORMS.flatMap((form) =>
    MISREAD.flatMap(([pattern, forms]) => forms.map((as) => form.replace(pattern, as))),
  ),
  ...[
    '功率28kW',
    '流速3.6m/s',
    '浓度28 mg/L',
    '日产6 m³/h',
    'ISBN97',
    '电话0571—8',
    '全县、、',
    '全县；\u3000；',
    '2016一2O20年',
    '云政发［1998］3号',
    '浓度8 mL',
  ],
]

/** What rules are for, whole or in part, with stray characters and spaces put in. */
const text = fc
  .tuple(
    fc.constantFrom(...PIECES),
    fc.oneof(fc.constant([0, Infinity] as const), fc.tuple(fc.nat(20), fc.nat(12))),
    fc.array(
      fc.tuple(fc.nat(), fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...STRAY) }, fc.constant(' '))),
      { maxLength: 3 },
    ),
  )
  .map(([piece, [from, length], strays]) => {
    let out = piece.slice(from % piece.length).slice(0, length)
    for (const [at, stray] of strays) {
      const k = at % (out.length + 1)
      out = out.slice(0, k) + stray + out.slice(k)
    }
    return out
  })

it('whatever a rule finds, its signs have called it up', () => {
  const struck = new Map(
    RULES.map((rule) => [rule.id, { rule, signs: new Signs([rule]), found: 0, spared: 0 }]),
  )
  fc.assert(
    fc.property(text, (t) => {
      for (const each of struck.values()) {
        const called = each.signs.of(t) !== 0
        const finds = each.rule.roles.some((role) => [...each.rule.check({ text: t, role })].length > 0)
        if (finds && !called) throw new Error(`${each.rule.id}: ${JSON.stringify(t)}`)
        if (finds) each.found++
        if (!called) each.spared++
      }
    }),
    { numRuns: 15_000, seed: 31 },
  )
  for (const { rule, found, spared } of struck.values()) {
    expect(found, rule.id).toBeGreaterThan(5)
    expect(spared, rule.id).toBeGreaterThan(0)
  }
})

/** A block of several lines, each joined to the next by an edit, with what its rules make of it. */
function runOver(lines: readonly string[], role: Role, rules: readonly Rule[]) {
  const raw: RawText = { text: lines.join('\n'), sha256: 'none' as Id<'Sha256'> }
  let at = 0
  const joins = lines.slice(1).map((_, k): BlockEdit => {
    at += lines[k]!.length + 1
    const insert = k % 2 === 0 ? '' : ' '
    return { span: rawSpan(at - 1, at), insert, correction: `join@${at}` as CorrectionId }
  })
  const edits = editList(joins)
  if (!edits.ok) throw new Error('joins lie apart')
  const id = 'b0' as BlockId
  const spans = [rawSpan(0, raw.text.length)] as const
  const run = runRules(raw, { id, role, decidedBy: 'engine', spans, edits: edits.value }, rules)
  return {
    raw,
    run,
    bare: { ...run, open: run.open.map(({ rule, ...rest }) => ({ ...rest, rule: rule.id })) },
  }
}

it('rules find the same where only their signs call them, and leave the text that their edits make', () => {
  const unsigned = RULES.map(({ signs: _, between: __, ...rule }): Rule => rule)
  let applied = 0
  let absorbed = 0
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), fc.constantFrom(...ROLES), (lines, role) => {
      const { raw, run, bare } = runOver(lines, role, RULES)
      expect(bare).toEqual(runOver(lines, role, unsigned).bare)
      expect(run.text).toBe(correctedText(raw, run.block))
      applied += run.corrections.length
      absorbed += run.absorbed.length
    }),
    { numRuns: 3000, seed: 32 },
  )
  expect(applied).toBeGreaterThan(1000)
  expect(absorbed).toBeGreaterThan(50)
})

it('tells the rules of a set apart, and calls those without signs always', () => {
  const [digits, spaces] = [RULES[7]!, RULES[5]!]
  const { signs: _, between: __, ...bare } = digits
  const table = new Signs([digits, spaces, bare])
  expect(table.of('2O19年')).toBe(0b101)
  expect(table.of('全 县')).toBe(0b110)
  expect(table.of('全县')).toBe(0b100)
})
