import { ruleId } from '../../rules/rule.ts'
import { cannotBeginLine } from '../../text/characters.ts'
import { captionStart, textAfter } from '../caption-start.ts'
import { creditEndingAt, endsAsPhoto } from '../credit.ts'
import type { Draft } from '../draft.ts'
import type { Piece } from '../piece.ts'
import type { Step } from '../step.ts'

/** Captions with a credit, wherever they fall into the text. */
export const captions: Step = {
  id: ruleId('structure/captions'),
  version: 6,
  title: { zh: '图片说明', en: 'Captions' },
  why: {
    zh: '图片说明与供稿人落入句中，须提出，使句子复合；说明归其打断的条目。',
    en: 'A photo’s caption and credit fall into a sentence: lifted out, so that the sentence closes; the caption stays with the entry it interrupted.',
  },
  messages: {
    lifted: {
      zh: '“{0}”是供稿标记，其前为图片说明，提出后上下文相接',
      en: '“{0}” is a credit; what stands before it is a caption, and the text around it joins',
    },
    plain: {
      zh: '“{0}”自成短行，打断未完之句，作图片说明提出',
      en: '“{0}” is a short line of its own in mid-sentence: lifted out as a caption',
    },
    maybe: {
      zh: '“{0}”自成短行，打断未完之句，或为图片说明',
      en: '“{0}” is a short line of its own in mid-sentence: it may be a caption',
    },
  },
  run(draft) {
    const { pieces } = draft
    const became = new Map<Piece, Piece[]>()
    for (let i = 0; i < pieces.length; i++) {
      const p = pieces[i]!
      if (p.role) continue
      if (isNumbered(draft, p) || isMarked(draft, i)) {
        p.role = 'caption'
        continue
      }
      const credit = creditEndingAt(draft, i)
      if (!credit) {
        if (endsAsPhoto(draft, p)) takePhoto(draft, i)
        continue
      }
      const first = pieces[credit.piece]!
      const own = credit.at === first.from
      // A sentence before it on its line: it is a remark in brackets.
      if (!own && /[。；]/.test(draft.text.slice(first.from, credit.at))) continue
      const start = captionStart(draft, own ? credit.piece : credit.piece + 1, !own, textAfter(draft, i))
      if (own && start === credit.piece) continue
      if (!own) {
        const rest = draft.cut(first, credit.at)
        if (!rest) continue
        became.set(first, [first, rest])
        rest.role = 'credit'
      }
      for (let k = own ? credit.piece : credit.piece + 1; k <= i; k++) {
        pieces[k]!.role = 'credit'
        pieces[k]!.continues = !own || k > credit.piece
      }
      markCaption(pieces, start, own ? credit.piece : credit.piece + 1)
    }
    draft.rebuild(became)
  },
}

/** A caption that names nobody, and ends with （2019年9月摄） or the like. */
function takePhoto(draft: Draft, i: number): void {
  const { pieces, text } = draft
  const p = pieces[i]!
  const next = pieces[i + 1]
  // A sentence before the bracket, or one that goes on right after it, speaks of a photo.
  if (p.inline || next?.inline || /[。；]/.test(draft.content(p))) return
  if (next?.role === null && cannotBeginLine(text.charCodeAt(next.from))) return
  // Its credit comes on the next line.
  if (next?.role === null && creditEndingAt(draft, i + 1)?.at === next.from) return
  markCaption(pieces, captionStart(draft, i + 1, true, textAfter(draft, i)), i + 1)
}

const NUMBERED =
  /^(?:图|照片|插图)\s*[0-9]{1,3}(?:[-—.·][0-9]{1,3})?[\s：:]\s*\p{Script=Han}[^。；！？]{2,40}$/u

/** 图1 县科技馆外景, on a line of its own. */
function isNumbered(draft: Draft, p: Piece): boolean {
  return (
    !p.inline &&
    draft.text[p.to - 1] !== '，' &&
    /^[图照插]/.test(draft.text.slice(p.from, p.from + 1)) &&
    NUMBERED.test(draft.plain(p))
  )
}

/** 〔图〕, as the text export has it, on a line that no credit ends. */
function isMarked(draft: Draft, i: number): boolean {
  const p = draft.pieces[i]!
  return !p.inline && draft.text.startsWith('〔图〕', p.from) && !creditEndingAt(draft, i)
}

function markCaption(pieces: readonly Piece[], start: number, stop: number): void {
  for (let k = start; k < stop; k++) {
    pieces[k]!.role = 'caption'
    pieces[k]!.continues = k > start
  }
}
