import { ruleId } from '../../rules/rule.ts'
import type { Reason } from '../../corrections/correction.ts'
import { isAside, type Draft } from '../draft.ts'
import { learnCustom } from '../layout/customs.ts'
import { Habits } from '../layout/habits.ts'
import { RowSearch, type RowBreak } from '../layout/search.ts'
import { isFinal, stretchOf, type Stretch } from '../layout/stretch.ts'
import { ColumnWidths } from '../layout/widths.ts'
import type { BreakAfter, Doubt, Piece } from '../piece.ts'
import type { Step } from '../step.ts'

/** Joins the lines of a paragraph and finds where it ends. */
export const paragraphs: Step = {
  id: ruleId('structure/paragraphs'),
  version: 2,
  title: { zh: '段落', en: 'Paragraphs' },
  why: {
    zh: '行满而句未完则相接；末行短、下行缩进、句已完则分段。',
    en: 'A full line with an unfinished sentence joins the next; a short last line, an indent, a finished sentence end a paragraph.',
  },
  messages: {
    full: { zh: '第 {0} 行满行，下行相接', en: 'line {0} is full; it joins the next' },
    'full-open': {
      zh: '第 {0} 行满行且句未完，下行相接',
      en: 'line {0} is full, its sentence unfinished; it joins the next',
    },
    open: { zh: '第 {0} 行句未完，下行相接', en: 'the sentence of line {0} is unfinished; it joins the next' },
    run: {
      zh: '第 {0} 行起的“{1}”被提取为独行，复归原行',
      en: '“{1}” was extracted to a line of its own at line {0}; put back',
    },
    'maybe-end': {
      zh: '第 {0} 行句已完，已与下行相接，也可能在此分段',
      en: 'line {0} ends a sentence; joined to the next, but a paragraph may end here',
    },
    'maybe-join': {
      zh: '第 {0} 行句已完，已在此分段，也可能与下行相接',
      en: 'line {0} ends a sentence; a paragraph ends here, but the next line may belong to it',
    },
    number: {
      zh: '第 {0} 行末的数与下行的“{1}”被拆开，复合',
      en: 'the number at the end of line {0} is cut from “{1}”; put together',
    },
  },
  run(draft) {
    const { stretches, strays } = collect(draft)
    const columns = new ColumnWidths(draft)
    const habits = new Habits(stretches)
    const search = new RowSearch()
    const near = (s: Stretch): readonly number[] => columns.near(s.pieces[0]!.from)
    const custom = learnCustom(search, stretches, habits, near)
    stretches.forEach((s, i) => {
      const stray = strays.get(s)
      const found = search.run(s, habits.of(i), custom, near(s), new Set(), true)
      apply(draft, s, found.breaks)
      if (stray) draft.strays.push(...stray)
    })
  },
}

/** Running text between titles, headings and signatures; full stops on lines of their own are kept apart. */
function collect(draft: Draft): { stretches: Stretch[]; strays: Map<Stretch, Piece[]> } {
  const stretches: Stretch[] = []
  const strays = new Map<Stretch, Piece[]>()
  let pieces: Piece[] = []
  let lone: Piece[] = []
  let title: Piece | null = null
  let before: Piece | null = null
  const flush = (): void => {
    if (pieces.length > 0) {
      const s = stretchOf(draft, pieces, title)
      stretches.push(s)
      if (lone.length > 0) strays.set(s, lone)
    }
    pieces = []
    lone = []
    title = null
  }
  for (const p of draft.pieces) {
    if (isAside(p.role) || p.relocation || (p.role === 'contributor' && p.continues)) continue
    if (isStray(draft, p, before)) {
      lone.push(p)
      continue
    }
    if (p.role === null || p.role === 'list') pieces.push(p)
    else {
      flush()
      if (p.role === 'title') title = p
    }
    before = p
  }
  flush()
  return { stretches, strays }
}

/** A full stop on a line of its own where the text before it has one already. */
function isStray(draft: Draft, p: Piece, before: Piece | null): boolean {
  if (p.role !== null || p.inline || p.to - p.from !== 1 || draft.text[p.from] !== '。' || !before) return false
  return before.role !== null || isFinal(draft.text, before)
}

function apply(draft: Draft, { pieces }: Stretch, breaks: readonly RowBreak[]): void {
  breaks.forEach((b, i) => {
    const p = pieces[i]!
    const next = pieces[i + 1]!
    p.breakAfter = b.kind === 'end' ? { kind: 'end', reason: { key: 'end' } } : join(draft, p, next, b)
    if (next.role === 'list' && b.kind !== 'end') next.role = null
    p.doubt = doubt(draft, p, b)
  })
  pieces.at(-1)!.breakAfter = { kind: 'end', reason: { key: 'end' } }
}

/** Below this difference of costs a break is asked about: the other reading has more than one chance in ten. */
const DOUBTFUL = 2.2

function doubt(draft: Draft, p: Piece, b: RowBreak): Doubt | null {
  // In mid-sentence no paragraph ends, however short the line.
  if (b.margin >= DOUBTFUL || !isFinal(draft.text, p)) return null
  const key = b.kind === 'end' ? 'maybe-join' : 'maybe-end'
  return { reason: { key, values: [p.line.number] }, confidence: 1 / (1 + Math.exp(b.margin)) }
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
  const open = !isFinal(draft.text, p)
  const full = b.slack !== null && b.slack <= 6
  const reason: Reason = { key: full ? (open ? 'full-open' : 'full') : 'open', values: [p.line.number] }
  return { kind: 'join', rule: 'hard-wrap', reason }
}
