import { describe, expect, it } from 'vitest'
import { clean } from '../damage/clean.ts'

const OPEN =
  '【概况】 2020年，全县有粮站①18座，仓容4.5万吨，轮换储备粮3.6万吨，比\n上年增长7.4%；改造仓房12座，参加培训的保管员达'
const REST = '214人次，比上年增加18人次。全年举办县级以上培训37项，开展检查15次，各\n部门协同配合。'
const SAID = '参加培训的保管员达214人次，比上年增加18人次。'

function read(note: string, turn = '· 9 ·\n'): { paragraphs: readonly string[]; asked: string[] } {
  const raw = `粮食\n\n综述\n\n${OPEN}\n${note}\n${turn}${REST}\n【安排】 各乡镇负责实施。\n`
  const { book, analysis } = clean(new TextEncoder().encode(raw))
  return {
    paragraphs: book.categories[0]!.sections[0]!.entries[0]!.paragraphs,
    asked: analysis.suggestions
      .filter((s) => s.rule === 'structure/footnotes')
      .map((s) => `${s.reason.key} ${s.quote}`),
  }
}

describe('a footnote at the end of a page, in mid-sentence', () => {
  it.each([
    ['①注：粮站含代储点，截至2020年末。', '①注：粮站含代储点，截至2020年末。'],
    ['①粮站含代储点，截至2020年末。', '①粮站含代储点，截至2020年末。'],
    ['注：数据由县粮食局提供，\n未含代储点。', '注：数据由县粮食局提供，未含代储点。'],
  ])('%j is read after its paragraph, and reported', (note, text) => {
    const { paragraphs, asked } = read(note)
    expect(paragraphs[0]).toContain(SAID)
    expect(paragraphs.slice(1)).toEqual([text])
    expect(asked).toEqual([`moved ${note.split('\n')[0]}`])
  })

  it('at a form feed', () => {
    expect(read('注：未含代储点。', '\f').paragraphs[1]).toBe('注：未含代储点。')
  })

  it('stays in the text and is asked about where nothing refers to it, or no page turns', () => {
    expect(read('②未含代储点。').asked).toEqual(['maybe ②未含代储点。'])
    expect(read('注：未含代储点。', '').asked).toEqual(['maybe 注：未含代储点。'])
  })

  it('is none in the items of a list', () => {
    const { paragraphs, asked } = read('人数：\n①保管员18人；\n②检查员36人。')
    expect(asked).toEqual([])
    expect(paragraphs.join('')).toContain('①保管员18人；②检查员36人。')
  })
})
