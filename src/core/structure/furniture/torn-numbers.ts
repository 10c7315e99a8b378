import type { Draft } from '../draft.ts'
import { chains, isBetweenDigits } from './page-numbers.ts'
import type { PageEdges } from './page-edges.ts'

/** A page number of which the extractor has set the marks apart: · ⏎ 9 ⏎ ·, 第 ⏎ 9 ⏎ 页. */
interface TornNumber {
  /** Index of the number's piece; its marks stand before and after it. */
  readonly index: number
  readonly number: number
  /** Nothing else in a text looks so. */
  readonly isSure: boolean
}

const DOTS = '·•●∙・～~'
const DASHES = '-—–－'

/**
 * All that the text holds. Sure are those that count up, that stand at a page's edge, or that have dots, which stand in no
 * text so. Dashes are cells of a table, too; between two other numbers they are part of one, and dots may be a date's.
 */
export function tornNumbers(draft: Draft, edges: PageEdges): TornNumber[] {
  const shapes = new Map<string, { index: number; number: number }[]>()
  for (let index = 1; index + 1 < draft.pieces.length; index++) {
    const mark = tornMark(draft, index)
    if (mark === null || (DASHES.includes(mark) && isInCode(draft, index))) continue
    const group = shapes.get(mark) ?? []
    group.push({ index, number: Number(draft.plain(draft.pieces[index]!).normalize('NFKC')) })
    shapes.set(mark, group)
    index++
  }
  const out: TornNumber[] = []
  for (const [mark, group] of shapes) {
    const chained = new Set(chains(group))
    for (const torn of group) {
      const { index } = torn
      const alone = !DASHES.includes(mark) && !isBetweenDigits(draft, index - 1, index + 1)
      const isSure = chained.has(torn) || edges.has(index - 1) || edges.has(index + 1) || alone
      out.push({ ...torn, isSure })
    }
  }
  return out
}

/** ISBN 978⏎-⏎7⏎-⏎5108, LK⏎-⏎2019⏎-⏎0617; but no dash follows GB/T. */
function isInCode(draft: Draft, index: number): boolean {
  const [left, right] = [draft.pieces[index - 2], draft.pieces[index + 2]]
  if (left?.role !== null || right?.role !== null) return false
  return (
    /(?:[0-9０-９]|(?:^|[^A-Za-z/])[A-Za-z]+)$/.test(draft.plain(left)) &&
    /^[0-9０-９OIl〇○]/.test(draft.plain(right))
  )
}

/** The mark that stands alone on both sides of a number; null where none does. */
function tornMark({ pieces, text }: Draft, index: number): string | null {
  const before = pieces[index - 1]!
  const number = pieces[index]!
  const after = pieces[index + 1]!
  if (before.to - before.from !== 1 || after.to - after.from !== 1 || number.to - number.from > 4) return null
  if ([before, number, after].some((p) => p.role !== null || p.inline)) return null
  const mark = text[before.from]!
  if (!(mark === '第' || DOTS.includes(mark) || DASHES.includes(mark))) return null
  if (text[after.from] !== (mark === '第' ? '页' : mark)) return null
  return /^[0-9０-９]{1,4}$/.test(text.slice(number.from, number.to)) ? mark : null
}
