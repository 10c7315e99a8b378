import { ruleId } from '../../rules/rule.ts'
import { isAside } from '../draft.ts'
import { isFinal } from '../layout/stretch.ts'
import type { Piece } from '../piece.ts'
import type { Step } from '../step.ts'

/** A 。 that floated to the end of a later paragraph goes back to the sentence that ended without one. */
export const displacedStops: Step = {
  id: ruleId('structure/displaced-stops'),
  version: 2,
  title: { zh: '句号错位', en: 'Displaced full stop' },
  why: {
    zh: '独行的句号若前文已完句，多属本条中缺句号的一段，应移回；本条无缺处，则是重出。',
    en: 'A full stop alone, after a finished sentence, mostly belongs to a paragraph of the entry that ended without one; if there is none, it is a double.',
  },
  messages: {
    back: {
      zh: '第 {0} 行的句号移回第 {1} 行缺句号的段末',
      en: 'the full stop in line {0} goes back to the paragraph that ends without one in line {1}',
    },
    maybe: {
      zh: '第 {0} 行的句号移回第 {1} 行末，但本条另有可能缺句号之处，请核对',
      en: 'the full stop in line {0} went back to the end of line {1}, but another place of the entry may lack it',
    },
    'maybe-double': {
      zh: '第 {0} 行的句号移回第 {1} 行末，但也可能只是重出，请核对',
      en: 'the full stop in line {0} went back to the end of line {1}, but may be only a double',
    },
    'maybe-lost': {
      zh: '第 {0} 行的句号作重出处理，但第 {1} 行末可能缺句号，请核对',
      en: 'the full stop in line {0} was read as a double, but line {1} may lack it',
    },
    double: { zh: '第 {0} 行的句号重出', en: 'the full stop in line {0} is a double' },
  },
  run(draft) {
    if (draft.strays.length === 0) return
    const strays = new Set(draft.strays)
    let nearest: Piece | null = null
    // Paragraphs of the entry that ended without a stop, as far as it has been read.
    let lost: Piece[] = []
    for (const p of draft.pieces) {
      if (strays.has(p)) {
        const back = lost.pop()
        if (back) moveBack(p, back)
        else if (nearest && nearest.role !== 'table') {
          // A double: it joins the sentence before it, where the rule for doubled stops finds it.
          p.breakAfter = nearest.breakAfter
          p.doubt = nearest.doubt
          nearest.doubt = null
          nearest.breakAfter = {
            kind: 'join',
            rule: 'hard-wrap',
            reason: { key: 'double', values: [p.line.number] },
          }
          nearest = p
        }
        continue
      }
      if (isAside(p.role) || p.relocation) continue
      if (p.role !== null && p.role !== 'list' && p.role !== 'table') {
        nearest = null
        lost = []
        continue
      }
      nearest = p
      if (p.role === 'table' || p.breakAfter?.kind !== 'end' || isFinal(draft.text, p)) continue
      if (!'：:；;'.includes(draft.text[p.to - 1]!)) lost.push(p)
    }
  },
}

function moveBack(stray: Piece, lost: Piece): void {
  stray.relocation = {
    rule: displacedStops.id,
    reason: { key: 'back', values: [stray.line.number, lost.line.number] },
    where: 'append',
    anchor: lost,
  }
}
