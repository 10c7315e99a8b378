import { describe, expect, it } from 'vitest'
import { clean } from './clean.ts'
import { around, fate, NUMBER_FORMS } from './number-forms.ts'

const LAYOUTS = {
  /** Rows of print around the cut, as wide as the first of them. */
  wrapped: (a: string, b: string): string => {
    const rows: string[] = [a]
    for (let rest = b; rest !== ''; rest = rest.slice(a.length)) rows.push(rest.slice(0, a.length))
    return rows.join('\n')
  },
  /** A column ends in the middle of the paragraph. */
  column: (a: string, b: string): string => `${a}\n\n${b}`,
  page: (a: string, b: string): string => `${a}\n- 12 -\n\f${b}`,
  spaced: (a: string, b: string): string => `${a} ${b}`,
} as const

describe.each(Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[])('a number cut: %s', (layout) => {
  it.each(NUMBER_FORMS)('%s', (form) => {
    const wrong: string[] = []
    for (let at = 1; at < form.length - 1; at++) {
      const [a, b] = around(form, at)
      if (fate(a + b, LAYOUTS[layout](a, b)) === 'wrong') wrong.push(`${form.slice(0, at)}|${form.slice(at)}`)
    }
    expect(wrong).toEqual([])
  })
})

it.each(['1\n,O64', '1,\nO64', '1\n,064'])('a number cut and misread at once: %j', (number) => {
  const rows = '【概况】2019年，全县有茶园\n粮站和水库，面积合计'
  const raw = `综述\n${rows}${number}公顷，比上年\n增长3.8%，产量7,426吨。\n`
  const [entry] = clean(new TextEncoder().encode(raw)).book.categories[0]!.sections[0]!.entries
  expect(entry!.paragraphs.join('')).toContain('面积合计1,064公顷')
})

it.each(['20\n.l3', '20\n\n.l3', '20\n.O7'])(
  'a number cut at its point, with one misread digit behind it: %j',
  (number) => {
    const rows = '【概况】2019年，全县有茶园\n粮站和水库，面积比上年增长'
    const raw = `综述\n${rows}${number}%，产量7,426吨。\n`
    const [entry] = clean(new TextEncoder().encode(raw)).book.categories[0]!.sections[0]!.entries
    const read = number.replace(/\s/g, '').replace('l', '1').replace('O', '0')
    expect(entry!.paragraphs.join('')).toContain(`比上年增长${read}%`)
  },
)
