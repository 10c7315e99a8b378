import { describe, expect, it } from 'vitest'
import { MISREAD } from './misreadings.ts'
import { around, fate, NUMBER_FORMS } from './number-forms.ts'

describe('a number misread', () => {
  it.each(NUMBER_FORMS)('%s', (form) => {
    const [before, after] = around(form, 0)
    const wrong: string[] = []
    for (const [pattern, forms] of MISREAD)
      for (const m of form.matchAll(pattern))
        for (const as of forms) {
          let raw = form.slice(0, m.index) + as + form.slice(m.index + 1)
          if (m[0] === '〔') raw = raw.replace('〕', as === '[' ? ']' : '］')
          if (fate(before + after, before + raw + after.slice(form.length)) === 'wrong') wrong.push(raw)
        }
    expect(wrong).toEqual([])
  })

  it('all digits full-width', () => {
    for (const form of NUMBER_FORMS) {
      const [before, after] = around(form, 0)
      const raw = form.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
      expect(fate(before + after, before + raw + after.slice(form.length)), form).toBe('repaired')
    }
  })
})
