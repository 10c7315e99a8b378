import type { Chance } from '../chance.ts'
import { glyphs, type Row } from './glyph.ts'
import type { Print } from './layouts.ts'

const MARKS = ['①注：', '注：', '* 注：', '注释：'] as const
const NOTES = [
  '数据由各单位提供，未含代管部分。',
  '截至12月底，为快报数。',
  '统计口径与上年相同，不含2个街道。',
  '名称以批复为准。',
] as const

/** Puts footnotes at the end of pages that end in mid-sentence, before what is printed at the foot of all pages. */
export function placeFootnotes(rows: readonly Row[], print: Print, rate: number, c: Chance): Row[] {
  const out: Row[] = []
  let block = -1_000_000
  rows.forEach((row, i) => {
    out.push(row)
    let next = i + 1
    while (rows[next]?.role === 'head') next++
    const turns = rows.slice(i + 1, next + 1).some((r) => r.starts === 'page')
    const open =
      rows[next]?.block === row.block && row.role === 'text' && !/[。！？”）]/.test(row.glyphs.at(-1)!.char)
    if (!turns || !open || !c.hit(rate)) return
    const text = Array.from(c.pick(MARKS) + c.pick(NOTES))
    block--
    for (let at = 0; at < text.length; at += print.width / 2) {
      const marks = glyphs(text.slice(at, at + print.width / 2).join(''))
      if (at === 0) marks[0]!.kind = 'footnote'
      out.push({ role: 'note', glyphs: marks, block, entry: row.entry, indent: 0, space: 0, starts: null })
    }
  })
  return out
}

/** The footnotes of an entry: after which of its paragraphs each is read, and its text. */
export function footnotesOf(rows: readonly Row[], entry: number): { after: number; text: string }[] {
  const blocks: number[] = []
  const notes = new Map<number, { after: number; text: string }>()
  for (const row of rows) {
    if (row.entry !== entry) continue
    if (['text', 'list', 'table'].includes(row.role) && blocks.at(-1) !== row.block) blocks.push(row.block)
    if (row.role !== 'note') continue
    const note = notes.get(row.block) ?? { after: blocks.length - 1, text: '' }
    note.text += row.glyphs.map((g) => g.char).join('')
    notes.set(row.block, note)
  }
  return [...notes.values()]
}
