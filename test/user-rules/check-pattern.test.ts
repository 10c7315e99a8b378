import { type AST, RegExpParser } from '@eslint-community/regexpp'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPattern } from '../../src/rule-files/check-pattern.ts'

const verdict = (pattern: string, ignoreCase = false): string => {
  const checked = checkPattern(pattern, ignoreCase)
  return checked.ok ? 'ok' : checked.error.kind
}

test.each([
  '市斤',
  '[0-9]+亩',
  '(?:[0-9]+、)+等',
  '(?:[0-9]{1,3},)+万',
  '[0-9]+(?:[,，][0-9]{3})*(?:万元|亿元)?',
  '(?<![0-9])([0-9]{2})年',
  '(?<y>20[0-9]{2})年(?<m>1[0-2]|[1-9])月',
  '全县.{0,20}粮站',
  '.*粮站',
  String.raw`\p{Script=Han}+[0-9]+\p{Script=Han}+`,
  String.raw`(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}`,
  '[一-龥]{2,4}县(?!长)',
  '(?:第[一二三四五六七八九十]+、?)+',
])('%s is taken', (pattern) => {
  expect(verdict(pattern)).toBe('ok')
})

describe('patterns that are known to stall are refused', () => {
  test.each([
    '(a+)+b',
    '(a+)+$',
    '([a-zA-Z]+)*1',
    '(a|a)*b',
    '(a|aa)+$',
    '(a|a?b|ab)+c',
    '(ab|ab)*c',
    '(?:甲乙|甲乙丙|丙甲乙)*丁',
    String.raw`(\w+\s?)+$`,
    String.raw`([0-9]+[,，]?)+亩`,
    '(.*a){20}',
    '(x+x+)+y',
    String.raw`^(([a-z])+.)+[A-Z]([a-z])+$`,
    'a*a*b',
    '[^，。]*粮[^，。]*站',
    '.*粮.*站.*库',
    '(ab)*(ab)*c',
    'a?a?a?a?a?a?a?a?a?a?a?aaaaaaaaaaa',
    '(?:.|年){30}x',
  ])('%s', (pattern) => {
    expect(verdict(pattern)).toBe('slow')
  })

  test.each([
    [String.raw`(.*)\1`, 'backreference'],
    [String.raw`(?<a>年)\k<a>`, 'backreference'],
    ['(?=.*x)a', 'endless-look'],
    ['(?<!a+)b', 'endless-look'],
    ['(?:a?){20}b', 'empty-repeat'],
    ['(?:a*)*b', 'empty-repeat'],
    [String.raw`(\d{1,100}){1,100}x`, 'intricate'],
    ['.{500}', 'intricate'],
    ['a*', 'empty-match'],
    [String.raw`\b`, 'empty-match'],
    ['年|', 'empty-match'],
    ['(?=年)', 'empty-match'],
    ['(年', 'syntax'],
    ['[z-a]', 'syntax'],
  ])('%s: %s', (pattern, kind) => {
    expect(verdict(pattern)).toBe(kind)
  })

  test('also where two letters meet only because their case is ignored', () => {
    expect(verdict('(a|A)*b')).toBe('ok')
    expect(verdict('(a|A)*b', true)).toBe('slow')
  })

  test('and the text that stalls it is named', () => {
    expect(checkPattern('(年+)+月', false)).toEqual({ ok: false, error: { kind: 'slow', detail: '年' } })
  })
})

test('groups are counted and named, those that are written out once', () => {
  expect(checkPattern('(?<y>(a)(?<z>b)){3}(?=(c))', false)).toEqual({
    ok: true,
    value: { count: 4, names: ['y', 'z'] },
  })
})

/** A matcher that steps back, and counts: every way to read the beginning of a text, whether it leads on or not. */
class Stepper {
  steps = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  *alternatives(list: readonly AST.Alternative[], at: number): Iterable<number> {
    for (const { elements } of list) yield* this.sequence(elements, at)
  }

  *sequence([first, ...rest]: readonly AST.Element[], at: number): Iterable<number> {
    if (!first) yield at
    else for (const next of this.element(first, at)) yield* this.sequence(rest, next)
  }

  *element(element: AST.Element, at: number): Iterable<number> {
    if (element.type === 'Quantifier') yield* this.repeated(element, at, 0)
    else if (element.type === 'Group') yield* this.alternatives(element.alternatives, at)
    else if (at < this.#text.length && new RegExp(`^(?:${element.raw})$`, 'u').test(this.#text[at]!)) {
      if (++this.steps > 100_000) throw new Error('stalls')
      yield at + 1
    }
  }

  *repeated(quantifier: AST.Quantifier, at: number, done: number): Iterable<number> {
    if (done < quantifier.max)
      for (const next of this.element(quantifier.element, at))
        if (next > at || done < quantifier.min) yield* this.repeated(quantifier, next, done + 1)
    if (done >= quantifier.min) yield at
  }
}

/** Steps until a match from the beginning of the text has failed in every way. */
function stepsOf(pattern: string, text: string): number {
  const stepper = new Stepper(text)
  const parsed = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(pattern, 0, pattern.length, {
    unicode: true,
  })
  // Nothing is ever good enough: each way is tried.
  for (const end of stepper.alternatives(parsed.alternatives, 0)) expect(end).toBeLessThanOrEqual(text.length)
  return stepper.steps
}

const PATTERN = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]'),
    fc.tuple(tie('pattern'), tie('pattern')).map((two) => two.join('')),
    fc.tuple(tie('pattern'), tie('pattern')).map(([x, y]) => `(?:${x}|${y})`),
    fc
      .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{0,6}', '*?'))
      .map(([x, times]) => `(?:${x})${times}`),
  ),
})).pattern
const WORD = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 })

test('what is taken is linear on any text, by the count of a matcher that steps back', () => {
  let taken = 0
  let refused = 0
  fc.assert(
    fc.property(PATTERN, WORD, fc.array(WORD, { minLength: 1, maxLength: 6 }), (pattern, lead, words) => {
      const kind = verdict(pattern)
      if (kind === 'slow') refused++
      if (kind !== 'ok') return
      taken++
      const texts = [...words.map((word) => lead + word.repeat(60)), words.join('').repeat(12)]
      // 64 readings of each beginning of a text of 244 characters, at most; a book has its stretches of 1,000.
      for (const text of texts) expect(stepsOf(pattern, text)).toBeLessThanOrEqual(64 * text.length)
    }),
    { seed: 5, numRuns: 400 },
  )
  expect(taken).toBeGreaterThan(150)
  expect(refused).toBeGreaterThan(10)
})
