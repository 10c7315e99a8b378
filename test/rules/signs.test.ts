import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RULES } from '../../src/core/rules/index.ts'
import { Signs } from '../../src/core/rules/signs.ts'
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
    { numRuns: 12_000, seed: 31 },
  )
  for (const { rule, found, spared } of struck.values()) {
    expect(found, rule.id).toBeGreaterThan(5)
    expect(spared, rule.id).toBeGreaterThan(0)
  }
})

it('tells the rules of a set apart, and calls those without signs always', () => {
  const [digits, spaces] = [RULES[7]!, RULES[5]!]
  const { signs: _, between: __, ...bare } = digits
  const table = new Signs([digits, spaces, bare])
  expect(table.of('2O19年')).toBe(0b101)
  expect(table.of('全 县')).toBe(0b110)
  expect(table.of('全县')).toBe(0b100)
})
