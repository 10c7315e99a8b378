import type { Draft } from '../draft.ts'
import { isFinal } from '../layout/stretch.ts'
import { isShortName } from '../names.ts'
import type { HeadLine } from './head-line.ts'
import type { PageEdges } from './page-edges.ts'

/** Between two numbers of a book so many pages may be missing. */
const GAP = 3

/**
 * Numbers that are page numbers whatever stands beside them: in paired marks, or alone at page edges; of one shape, and
 * counting up. Gives indices of pieces.
 */
export function numberedPages(
  draft: Draft,
  lines: ReadonlyMap<number, HeadLine>,
  edges: PageEdges,
): number[] {
  const shapes = new Map<string, HeadLine[]>()
  for (const line of lines.values()) {
    if (line.key !== '' || line.number === null) continue
    const group = shapes.get(line.shape) ?? []
    group.push(line)
    shapes.set(line.shape, group)
  }
  const out: number[] = []
  for (const [shape, group] of shapes) {
    const candidates =
      shape === 'bare' ? group.filter((l) => isBareCandidate(draft, l, edges) || isLost(draft, l)) : group
    const chained = new Set(chains(candidates))
    for (const line of candidates)
      if (
        !line.piece.role &&
        (chained.has(line) ||
          (shape === 'bare' && isLost(draft, line)) ||
          (shape !== 'bare' && (edges.has(line.index) || endsText(draft, line) || standsAlone(draft, line))))
      )
        out.push(line.index)
  }
  return out
}

/** A number beside furniture, at a page's edge. */
export function isPageNumber(draft: Draft, line: HeadLine, edges: PageEdges): boolean {
  if (line.key !== '' || line.number === null || !edges.has(line.index)) return false
  const { pieces } = draft
  const beside = [pieces[line.index - 1], pieces[line.index + 1]].some((p) => p?.role === 'furniture')
  if (!beside || line.shape !== 'bare') return beside
  // A page has one number: 1 beside [ 298 ] is a piece of the text.
  if (isNumberBeside(draft, line.index)) return false
  if (!draft.isolates) return true
  // In mid-text a number alone may be a run that an extractor has set apart: it needs a mark, or an end of the text.
  const next = pieces[line.index + 1]
  return line.piece.line.pageMark !== null || next?.line.pageMark !== null || besideHead(draft, line.index)
}

function isNumberBeside(draft: Draft, index: number): boolean {
  return [index - 1, index + 1].some((k) => {
    const p = draft.pieces[k]
    return p?.role === 'furniture' && !/\p{L}/u.test(draft.plain(p).replace(/[第页]/g, ''))
  })
}

function besideHead(draft: Draft, index: number): boolean {
  const { pieces } = draft
  const text = (k: number): boolean =>
    pieces[k]?.role === null && /^\p{Script=Han}/u.test(draft.plain(pieces[k]))
  // A head that holds its number needs no other.
  const head = (k: number): boolean =>
    pieces[k]?.role === 'furniture' && /^[^0-9]*\p{L}[^0-9]*$|年鉴[0-9（(]*/u.test(draft.plain(pieces[k]))
  // 年 and the like after it: it belongs to the text.
  return (
    (head(index - 1) && !(text(index + 1) && isUnit(draft, index + 1))) ||
    (head(index + 1) && !endsOpen(draft, index - 1))
  )
}

function isUnit(draft: Draft, index: number): boolean {
  return /^[\p{Script=Han}%‰]/u.test(draft.plain(draft.pieces[index]!))
}

function endsOpen(draft: Draft, index: number): boolean {
  const p = draft.pieces[index]
  return p?.role === null && !/[。！？”）)]$/.test(draft.plain(p))
}

/** A bare number at a page's edge, or on a printed line of its own where no extractor sets runs apart. */
function isBareCandidate(draft: Draft, line: HeadLine, edges: PageEdges): boolean {
  if (edges.has(line.index)) return true
  const { pieces } = draft
  const near = pieces.slice(Math.max(0, line.index - 30), line.index + 30)
  return !edges.marked && near.filter((p) => p.isRun).length <= 3
}

/** A number alone between a finished sentence and a title or a gap, where no extractor sets runs apart: no text. */
function isLost(draft: Draft, { index, piece }: HeadLine): boolean {
  const { pieces } = draft
  const before = pieces[index - 1]
  const next = pieces[index + 1]
  if (draft.isolates || !before || before.isRun || (before.role === null && !isFinal(draft.text, before)))
    return false
  if (!next) return before.role === null
  if (next.isRun) return false
  const gaps = piece.line.blanksBefore > 0 && next.line.blanksBefore > 0
  return next.role === 'title' || (gaps && isShortName(draft.plain(next), 16))
}

/** Those that count up by one, or by a few where pages are missing. */
function chains(group: readonly HeadLine[]): HeadLine[] {
  const up = (a: HeadLine | undefined, b: HeadLine | undefined): boolean => {
    if (!a || !b) return false
    const step = b.number! - a.number!
    return step >= 1 && step <= GAP && b.index - a.index > 1
  }
  return group.filter((line, i) => up(group[i - 1], line) || up(line, group[i + 1]))
}

/** The last line of a text, in paired marks; in brackets after a finished sentence or a signature only. */
function endsText(draft: Draft, line: HeadLine): boolean {
  if (line.index !== draft.pieces.length - 1) return false
  if (/^[·•●∙・\-—–－~～第]/.test(line.shape)) return true
  const before = draft.pieces[line.index - 1]
  return before !== undefined && /[。）)]$/.test(draft.plain(before))
}

/** In marks with spaces, on a line that no run stands beside: no part of a torn phone number. */
function standsAlone(draft: Draft, line: HeadLine): boolean {
  const { pieces } = draft
  const runs = [pieces[line.index - 1], pieces[line.index + 1]].some((p) => p?.role === null && p.isRun)
  return line.shape.endsWith(' ') && /^[·•●\-—–－~～第]/.test(line.shape) && !runs
}
