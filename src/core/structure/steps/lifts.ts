import { isAside } from '../draft.ts'
import type { Piece } from '../piece.ts'
import type { Step } from '../step.ts'
import { ask, footnotes } from './footnotes.ts'
import { captions } from './captions.ts'

/** Names the captions and footnotes that fell into a paragraph: lifted out of it, so that its sentence closes again. */
export const lifts: Step = {
  ...captions,
  run(draft) {
    const { pieces } = draft
    let open: Piece | null = null
    for (let i = 0; i < pieces.length; i++) {
      const p = pieces[i]!
      if (p.relocation) continue
      if ((p.role === 'caption' || p.role === 'credit') && open) {
        let k = i
        while (pieces[k]?.role === 'caption') k++
        const credit = pieces[k]?.role === 'credit' ? pieces[k] : undefined
        p.relocation = {
          rule: captions.id,
          reason: credit
            ? { key: 'lifted', values: [draft.content(credit)] }
            : { key: 'plain', values: [draft.content(p).slice(0, 16)] },
          where: 'after',
          anchor: open,
        }
      } else if (p.role === 'paragraph' && open && !p.continues) {
        const reason = { key: 'moved', values: [draft.content(p).slice(0, 16)] }
        p.relocation = { rule: footnotes.id, reason, where: 'after', anchor: open }
        ask(draft, i, 'moved')
      }
      if (isAside(p.role)) continue
      const running = p.role === null || p.role === 'list'
      open = running && p.breakAfter?.kind === 'join' ? p : null
    }
  },
}
