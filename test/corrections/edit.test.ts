import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type BlockEdit,
  type CorrectionId,
  editList,
  withEdits,
  withoutEdits,
} from '../../src/core/corrections/edit.ts'
import { rawSpan } from '../../src/core/text/offset.ts'

const edit = fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 3 })).map(([from, length]): BlockEdit => ({
  span: rawSpan(from, from + length),
  insert: 'x',
  correction: 'c' as CorrectionId,
}))

test('adding edits one by one or all at once comes to the same list, or the same refusal', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
      const all = editList(edits)
      let list = editList([])
      for (const e of edits) if (list.ok) list = withEdits(list.value, [e])
      expect(list.ok).toBe(all.ok)
      if (!list.ok || !all.ok) return
      expect(list.value.map((e) => e.span)).toEqual(all.value.map((e) => e.span))
      expect(withEdits(all.value, [])).toEqual({ ok: true, value: all.value })
      expect(withoutEdits(all.value, () => true)).toEqual([])
      expect(withoutEdits(all.value, () => false)).toBe(all.value)
    }),
    { seed: 20260107, numRuns: 1000 },
  )
})

test('an insertion stands before the replacement at its place, and alone', () => {
  const make = (from: number, to: number): BlockEdit => ({
    span: rawSpan(from, to),
    insert: 'x',
    correction: 'c' as CorrectionId,
  })
  const list = editList([make(3, 5), make(3, 3), make(5, 5)])
  expect(list.ok && list.value.map((e) => [e.span.from, e.span.to])).toEqual([
    [3, 3],
    [3, 5],
    [5, 5],
  ])
  expect(editList([make(3, 3), make(3, 3)]).ok).toBe(false)
  expect(editList([make(3, 5), make(4, 4)]).ok).toBe(false)
})
