import { describe, expect, it } from 'vitest'
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
