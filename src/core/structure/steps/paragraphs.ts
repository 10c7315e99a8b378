import { ruleId } from '../../rules/rule.ts'
import { printedWidth } from '../../text/characters.ts'
import type { Reason } from '../../corrections/correction.ts'
import { isAside, type Draft } from '../draft.ts'
import { FINAL, segment, type RowBreak } from '../layout/segment.ts'
import { ColumnWidths } from '../layout/widths.ts'
import type { BreakAfter, Doubt, Piece } from '../piece.ts'
import type { Step } from '../step.ts'

/** Joins the lines of a paragraph and finds where it ends. */
export const paragraphs: Step = {
  id: ruleId('structure/paragraphs'),
  version: 1,
  title: { zh: '段落', en: 'Paragraphs' },
  why: {
    zh: '行满而句未完则相接；末行短、下行缩进、句已完则分段。',
    en: 'A full line with an unfinished sentence joins the next; a short last line, an indent, a finished sentence end a paragraph.',
  },
  messages: {
    full: { zh: '第 {0} 行满行，下行相接', en: 'line {0} is full; it joins the next' },
    'full-open': { zh: '第 {0} 行满行且句未完，下行相接', en: 'line {0} is full, its sentence unfinished; it joins the next' },
    open: { zh: '第 {0} 行句未完，下行相接', en: 'the sentence of line {0} is unfinished; it joins the next' },
    run: { zh: '第 {0} 行起的“{1}”被提取为独行，复归原行', en: '“{1}” was extracted to a line of its own at line {0}; put back' },
    'maybe-end': {
      zh: '第 {0} 行句已完而行不满，已与下行相接，也可能在此分段',
      en: 'line {0} ends a sentence and is not full; joined to the next, but a paragraph may end here',
    },
    'maybe-join': {
      zh: '第 {0} 行句已完，已在此分段，也可能与下行相接',
      en: 'line {0} ends a sentence; a paragraph ends here, but the next line may belong to it',
    },
    number: { zh: '第 {0} 行末的数与下行的“{1}”被拆开，复合', en: 'the number at the end of line {0} is cut from “{1}”; put together' },
  },
  run(draft) {
    const columns = new ColumnWidths(draft)
    const blanks = new UsualBlanks(draft)
    let stretch: Piece[] = []
    let title: Piece | null = null
    let lostStop = false
    const flush = (): void => {
      if (stretch.length > 0) decide(draft, stretch, title, lostStop, columns, blanks)
      stretch = []
      title = null
      lostStop = false
    }
    let before: Piece | null = null
    for (const p of draft.pieces) {
      if (isAside(p.role) || p.relocation || (p.role === 'contributor' && p.continues)) continue
      if (isStray(draft, p, before)) {
        draft.strays.push(p)
        lostStop = true
        continue
      }
      if (p.role === null || p.role === 'list') stretch.push(p)
      else {
        flush()
        if (p.role === 'title') title = p
      }
      before = p
    }
    flush()
  },
}

/** A full stop on a line of its own where the text before it has one already. */
function isStray(draft: Draft, p: Piece, before: Piece | null): boolean {
  if (p.role !== null || p.inline || p.to - p.from !== 1 || draft.text[p.from] !== '。' || !before) return false
  return before.role !== null || FINAL.test(draft.content(before))
}

function decide(
  draft: Draft,
  pieces: readonly Piece[],
  title: Piece | null,
  lostStop: boolean,
  columns: ColumnWidths,
  blanks: UsualBlanks,
): void {
  const first = pieces[0]!
  const last = pieces[pieces.length - 1]!
  const breaks = segment(
    draft,
    {
      pieces,
      titleWidth: title ? title.width + (title.continues ? 0 : Math.max(0, title.line.indent)) : null,
      indents: blanks.indentsNear(first.start),
      usualBlanks: blanks.near(first.start),
      lostStop: !lostStop ? 'no' : unstopped(draft, pieces) === 1 ? 'here' : 'somewhere',
    },
    columns.near(first.from),
  )
  breaks.forEach((b, i) => {
    const p = pieces[i]!
    const next = pieces[i + 1]!
    p.breakAfter = b.kind === 'end' ? { kind: 'end', reason: { key: 'end' } } : join(draft, p, next, b)
    if (next.role === 'list' && b.kind !== 'end') next.role = null
    p.doubt = doubt(draft, p, b)
  })
  last.breakAfter = { kind: 'end', reason: { key: 'end' } }
}

/** Below this difference of costs a break is asked about. */
const DOUBTFUL = 1.5

function doubt(draft: Draft, p: Piece, b: RowBreak): Doubt | null {
  // In mid-sentence no paragraph ends, however short the line.
  if (b.margin === null || b.margin >= DOUBTFUL || !FINAL.test(draft.content(p).slice(-6))) return null
  const key = b.kind === 'end' ? 'maybe-join' : 'maybe-end'
  return { reason: { key, values: [p.line.number] }, confidence: 1 / (1 + Math.exp(Math.max(0, b.margin))) }
}

/** Breaks before which neither a sentence ends nor a mark shows that it goes on. */
function unstopped(draft: Draft, pieces: readonly Piece[]): number {
  return pieces.slice(0, -1).filter((p, i) => {
    const apart = p.isRun || pieces[i + 1]!.isRun || pieces[i + 1]!.inline
    return !apart && !/[。！？…，、；：,;:“（《][”’）)》]*$/.test(draft.content(p).slice(-6))
  }).length
}

function join(draft: Draft, p: Piece, next: Piece, b: RowBreak): BreakAfter {
  const head = draft.text.slice(next.from, Math.min(next.to, next.from + 8))
  if (b.kind === 'same') {
    const apart = p.isRun ? p : next
    const reason = { key: 'run', values: [apart.line.number, draft.content(apart).slice(0, 12)] }
    return { kind: 'join', rule: 'isolated-run', reason }
  }
  if (/[0-9０-９.,]$/.test(draft.text.slice(p.to - 1, p.to)) && /^[\p{Script=Han}.,%‰℃0-9]/u.test(head))
    return { kind: 'join', rule: 'cut-number', reason: { key: 'number', values: [p.line.number, head[0]!] } }
  const open = !FINAL.test(draft.content(p).slice(-6))
  const full = b.slack !== null && b.slack <= 6
  const reason: Reason = { key: full ? (open ? 'full-open' : 'full') : 'open', values: [p.line.number] }
  return { kind: 'join', rule: 'hard-wrap', reason }
}

/** How lines are set apart around a place: blank lines between them, indents that begin paragraphs. */
class UsualBlanks {
  private readonly starts: number[] = []
  private readonly blanks: number[] = []
  /** Whether lines set apart by blanks are indented here, and whether others are. */
  private readonly indents: { spaced: boolean; tight: boolean }[] = []

  constructor(draft: Draft) {
    const near = 24
    const lines = draft.pieces.filter((p) => !p.inline && !isAside(p.role))
    for (let i = 0; i < lines.length; i += near) {
      const window = lines.slice(Math.max(0, i - near), i + 2 * near)
      const spaced = window.filter((p) => p.line.blanksBefore > 0).length
      this.starts.push(lines[i]!.start)
      this.blanks.push(spaced * 2 > window.length ? 1 : 0)
      // Two half-square units of indent or more, the same on several lines of text: paragraphs begin so here.
      const indented = window.filter((p) => p.line.indent >= 2 && p.line.indent <= 8 && isText(draft, p))
      const apart = indented.filter((p) => p.line.blanksBefore > 0).length
      this.indents.push({ spaced: apart >= 2, tight: indented.length - apart >= 2 })
    }
  }

  near(at: number): number {
    return this.blanks[this.index(at)] ?? 0
  }

  indentsNear(at: number): boolean {
    const here = this.indents[this.index(at)]
    return (this.near(at) > 0 ? here?.spaced : here?.tight) ?? false
  }

  private index(at: number): number {
    let lo = 0
    let hi = this.starts.length - 1
    while (lo < hi) {
      const mid = (lo + hi + 1) >> 1
      if (this.starts[mid]! <= at) lo = mid
      else hi = mid - 1
    }
    return lo
  }
}

function isText(draft: Draft, p: Piece): boolean {
  return (p.role === null || p.role === 'list') && printedWidth(draft.text, p.from, p.to) > 16
}
