import { isAside } from '../draft.ts'
import type { Piece } from '../piece.ts'
import type { Step } from '../step.ts'
import { captions } from './captions.ts'

/** Names the captions that fell into a paragraph: lifted out of it, so that its sentence closes again. */
export const lifts: Step = {
  ...captions,
  run(draft) {
    const { pieces } = draft
    let open: Piece | null = null
    for (let i = 0; i < pieces.length; i++) {
      const p = pieces[i]!
      if (p.relocation) continue
      if ((p.role === 'caption' || p.role === 'credit') && open) {
        const credit = pieces.slice(i, i + 20).find((q) => q.role === 'credit')
        p.relocation = {
          rule: captions.id,
          reason: { key: 'lifted', values: [credit ? draft.content(credit) : ''] },
          where: 'after',
          anchor: open,
        }
      }
      if (isAside(p.role)) continue
      const running = p.role === null || p.role === 'list'
      open = running && p.breakAfter?.kind === 'join' ? p : null
    }
  },
}
