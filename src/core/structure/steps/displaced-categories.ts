import { ruleId } from '../../rules/rule.ts'
import { isAside, type Draft } from '../draft.ts'
import { isKnownCategory } from '../known-names.ts'
import { isFinal } from '../layout/stretch.ts'
import { compact } from '../names.ts'
import type { Piece } from '../piece.ts'
import type { Step } from '../step.ts'

/** So many pieces up the section that a title heads may begin, where its page shows none. */
const LAST_REACH = 400

/**
 * A category's title that was extracted after the text it heads: it stands where no heading can stand, in the
 * middle of an entry. It heads from the first section of its page on.
 */
export const displacedCategories: Step = {
  id: ruleId('structure/displaced-categories'),
  version: 2,
  title: { zh: '类目名错位', en: 'Displaced category title' },
  why: {
    zh: '类目名落入条目正文之中，是提取次序所致；它统领本页第一个分目起的内容。',
    en: 'A category’s title in the middle of an entry is a matter of extraction order; it heads from the first section of its page on.',
  },
  messages: {
    displaced: {
      zh: '第 {0} 行的类目名打断了条目正文，移至本页首个分目（第 {1} 行）之前',
      en: 'the category title in line {0} interrupts an entry; read before the first section of its page (line {1})',
    },
  },
  run(draft) {
    const { pieces } = draft
    let pageStart = 0
    let isFirst = true
    for (let i = 0; i < pieces.length; i++) {
      const p = pieces[i]!
      if (i > 0 && startsPage(pieces, i)) pageStart = i
      if (p.role !== 'category') continue
      const onPage = firstHeading(pieces, pageStart, i)
      const parts = isFirst && partsSection(pieces, i)
      isFirst = false
      if (!parts && isInPlace(draft, i, onPage !== null)) continue
      // A page that begins in mid-entry has no section above it: nothing but the last one can be meant.
      const first = onPage ?? (parts || goesOn(draft, i) ? lastHeading(pieces, i) : null)
      if (!first) continue
      for (let k = i; k <= i + 1 && pieces[k]?.role?.startsWith('category'); k++)
        pieces[k]!.relocation = {
          rule: displacedCategories.id,
          reason: { key: 'displaced', values: [p.line.number, first.line.number] },
          where: 'before',
          anchor: first,
        }
    }
  },
}

function startsPage(pieces: readonly Piece[], i: number): boolean {
  if (pieces[i]!.line.pageMark) return true
  // A page number without any other mark ends its page.
  const before = pieces[i - 1]!
  return before.role === 'furniture' && pieces[i]!.role !== 'furniture'
}

/**
 * Between two entries of a section, or two paragraphs, where it is neither signed nor followed by another: what the first
 * category's title parts has not been read after it, as it should.
 */
function partsSection(pieces: readonly Piece[], i: number): boolean {
  let k = i + 1
  while (pieces[k] && (isAside(pieces[k]!.role) || pieces[k]!.role === 'category-en')) k++
  if (!pieces[k] || (pieces[k]!.role !== null && pieces[k]!.role !== 'title')) return false
  k = i - 1
  while (k >= 0 && isAside(pieces[k]!.role)) k--
  return k >= 0 && pieces[k]!.role !== 'contributor' && lastHeading(pieces, i) !== null
}

/**
 * In place: a heading, or a title, comes next in the flow; 附录 and the like may begin with plain text. Where a section
 * stands above it on its page (`heads`), what begins with an entry on the next page goes on with that section.
 */
function isInPlace(draft: Draft, i: number, heads: boolean): boolean {
  if (isKnownCategory(compact(draft.plain(draft.pieces[i]!)))) return true
  let turned = false
  for (let k = i + 1; k < draft.pieces.length; k++) {
    const { role, line } = draft.pieces[k]!
    turned ||= line.pageMark !== null
    if (isAside(role) || role === 'category-en') continue
    return role === 'heading' || (role === 'title' && !(turned && heads)) || role === 'category'
  }
  return true
}

/** In mid-sentence: what stands before it is unfinished. */
function goesOn(draft: Draft, i: number): boolean {
  let k = i - 1
  while (k >= 0 && isAside(draft.pieces[k]!.role)) k--
  const before = draft.pieces[k]
  return before?.role === null && !isFinal(draft.text, before)
}

function lastHeading(pieces: readonly Piece[], to: number): Piece | null {
  for (let k = to - 1; k >= Math.max(0, to - LAST_REACH); k--)
    if (pieces[k]!.role === 'heading') return pieces[k]!
    else if (pieces[k]!.role === 'category') return null
  return null
}

/** None where a category in its place stands above, whose section it is. */
function firstHeading(pieces: readonly Piece[], from: number, to: number): Piece | null {
  for (let k = from; k < to; k++)
    if (pieces[k]!.role === 'heading') return pieces[k]!
    else if (pieces[k]!.role === 'category') return null
  return null
}
