import { ruleId } from '../../rules/rule.ts'
import { isAside } from '../draft.ts'
import { type Piece, questionOf } from '../piece.ts'
import type { Step } from '../step.ts'

/** Shorter lines may recur by right. */
const LEAST_WIDTH = 24

/** A line that stands twice in a row, at a page's end and the next one's beginning mostly. */
export const doubledLines: Step = {
  id: ruleId('structure/doubled-lines'),
  version: 1,
  title: { zh: '重出的行', en: 'Doubled lines' },
  why: {
    zh: '换页处同一行可能提取两次；不含数字的删去其一，含数字的只提示。',
    en: 'At a page join a line may be extracted twice: one without digits goes; one with digits is only reported.',
  },
  messages: {
    double: {
      zh: '第 {1} 行与第 {0} 行全同，删去重出的一行',
      en: 'line {1} repeats line {0}; the repetition goes',
    },
    'maybe-double': {
      zh: '第 {1} 行与第 {0} 行全同，是否重出请定夺',
      en: 'line {1} repeats line {0}; it goes only with a yes',
    },
  },
  run(draft) {
    let before: Piece | null = null
    for (const p of draft.pieces) {
      if (isAside(p.role) || p.relocation) continue
      const comparable = before?.role === null || before?.role === 'title'
      if (before && comparable && p.role === null && !p.inline && p.width >= LEAST_WIDTH) {
        const same = p.to - p.from === before.to - before.from && draft.content(p) === draft.content(before)
        if (same) {
          const text = draft.content(p)
          const values = [before.line.number, p.line.number]
          if (!draft.isStrict && !/[0-9０-９]/.test(text)) p.isDouble = true
          else p.question = questionOf(doubledLines, { key: 'maybe-double', values }, 0.9, true)
        }
      }
      before = p
    }
  },
}
