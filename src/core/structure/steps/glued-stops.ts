import { ruleId } from '../../rules/rule.ts'
import type { Piece } from '../piece.ts'
import type { Step } from '../step.ts'

/** Two stops at the end of a line: the second may have floated there from another paragraph. */
export const gluedStops: Step = {
  id: ruleId('structure/glued-stops'),
  version: 1,
  title: { zh: '行末双句号', en: 'Two full stops at a line’s end' },
  why: {
    zh: '行末的“。。”可能是别段移来的句号，也可能是重出；先分开，待分段后判断。',
    en: 'Two full stops at the end of a line: one may have moved there from another paragraph, or be a double; parted until paragraphs are known.',
  },
  messages: {},
  run(draft) {
    const became = new Map<Piece, Piece[]>()
    for (const p of draft.pieces) {
      if (p.role !== null && p.role !== 'list') continue
      if (draft.text[p.to - 1] !== '。' || p.to - p.from < 3) continue
      let at = p.to - 2
      while (draft.text[at] === ' ' || draft.text[at] === '\u3000') at--
      if (draft.text[at] !== '。' || at <= p.from) continue
      const stop = draft.cut(p, p.to - 1)
      if (stop) became.set(p, [p, stop])
    }
    draft.rebuild(became)
  },
}
