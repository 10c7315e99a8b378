import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/core/analyse.ts'
import { obey } from '../../src/core/obey.ts'
import type { Analysis } from '../../src/core/structure/block.ts'
import { rawText, type RawText } from '../../src/core/text/raw-text.ts'
import { LAYOUTS } from '../damage/print/layouts.ts'
import { specimen } from '../damage/specimen.ts'
import { MIXED } from '../damage/trials.ts'

const RATES = { ...MIXED, 'doubled-line': 0.1, 'letter-for-digit': 0.1, 'decimal-mark': 0.2 }
const LINE = '县粮食局开展粮油市场监督检查工作，全面规范流通秩序，维护种粮群众的合法权益'

function read(text: string, strict: boolean): [RawText, Analysis] {
  const raw = rawText(text, 'none')
  if (!raw.ok) throw new Error(raw.error.kind)
  return [raw.value, obey(raw.value, analyse(raw.value, { strict }))]
}

const ofSubstance = ({ corrections }: Analysis): Analysis['corrections'] =>
  corrections.filter((c) => c.layer === 'substance')

describe('what is strict', () => {
  it('changes no digit, unit or word, and asks about each that it would have changed', () => {
    let asked = 0
    LAYOUTS.forEach((layout, i) => {
      const { text } = specimen(`strict/${i}`, layout, RATES)
      const [, usual] = read(text, false)
      const [, strict] = read(text, true)
      expect(ofSubstance(strict)).toEqual([])
      for (const c of ofSubstance(usual)) {
        if (c.kind !== 'replace' || c.origin.kind !== 'rule')
          throw new Error('the engine replaces by its rules')
        const { rule } = c.origin
        const { from } = c.edits[0]!.span
        const { to } = c.edits.at(-1)!.span
        const there = strict.suggestions.filter((s) => s.span.from <= to && from <= s.span.to)
        expect(there).not.toEqual([])
        // What leans on a letter read as a digit is asked when that is settled.
        if (there.some((s) => s.rule === rule)) asked++
      }
    })
    expect(asked).toBeGreaterThan(50)
  })

  it('keeps a line that stands twice, and asks', () => {
    const text = `粮食\n【监督检查】 ${LINE}，\n${LINE}，\n${LINE}，\n共计完成。\n`
    expect(ofSubstance(read(text, false)[1])).not.toEqual([])
    const [, strict] = read(text, true)
    expect(ofSubstance(strict)).toEqual([])
    expect(strict.suggestions.map((s) => s.rule)).toContain('structure/doubled-lines')
  })
})
