import { ruleId } from '../../rules/rule.ts'
import type { Reason } from '../../corrections/correction.ts'
import { codesOf, isLatin } from '../../text/characters.ts'
import { isAside, type Draft } from '../draft.ts'
import { plainCaptions } from '../layout/plain-captions.ts'
import { learnCustom } from '../layout/customs.ts'
import { Habits } from '../layout/habits.ts'
import { ANY_SLACK, OPEN_END } from '../layout/row-costs.ts'
import { RowSearch, type RowBreak } from '../layout/search.ts'
import { ENDS_OPEN, isFinal, stretchOf, type Stretch } from '../layout/stretch.ts'
import { ColumnWidths } from '../layout/widths.ts'
import { type BreakAfter, type Doubt, type Piece, questionOf } from '../piece.ts'
import type { Step } from '../step.ts'
import { captions } from './captions.ts'
import { displacedStops } from './displaced-stops.ts'

/** Joins the lines of a paragraph and finds where it ends. */
export const paragraphs: Step = {
  id: ruleId('structure/paragraphs'),
  version: 3,
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
    open: {
      zh: '第 {0} 行句未完，下行相接',
      en: 'the sentence of line {0} is unfinished; it joins the next',
    },
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
    plain: {
      zh: '自此 {0} 行未作整理，按原样分行保留：整理会触及数字或遗失文字；请核对分段与题名',
      en: 'from here on {0} line(s) are kept as they stand, since cleaning them would have touched a number or lost text; check their paragraphs and titles',
    },
  },
  run(draft) {
    const { stretches, entries } = collect(draft)
    const columns = new ColumnWidths(draft)
    const near = (s: Stretch): readonly number[] => columns.near(s.pieces[0]!.from)
    const habits = new Habits(stretches, near)
    const search = new RowSearch()
    const custom = learnCustom(search, stretches, habits, near)
    const torn = new Set(entries.flatMap((e) => e.stretches))
    const rows = (i: number, forced: ReadonlySet<number>): readonly RowBreak[] => {
      const margins = torn.has(i) ? 'all' : 'doubtful'
      return search.run(stretches[i]!, habits.of(i), custom, near(stretches[i]!), forced, margins).breaks
    }
    const found = stretches.map((_, i) => rows(i, NONE))
    found.forEach((breaks, i) => {
      const s = stretches[i]!
      if (!takeCaptions(draft, s, breaks, near(s), torn.has(i))) return
      stretches[i] = stretchOf(
        draft,
        s.pieces.filter((p) => p.role !== 'caption'),
        s.title,
      )
      found[i] = rows(i, NONE)
    })
    for (const entry of entries) endUnstopped(draft, stretches, entry, found, rows)
    stretches.forEach((s, i) => apply(draft, s, found[i]!))
  },
}

const NONE: ReadonlySet<number> = new Set()

/** Gives captions without a credit their role, or asks about them; was there one to take out? */
function takeCaptions(
  draft: Draft,
  s: Stretch,
  breaks: readonly RowBreak[],
  columns: readonly number[],
  torn: boolean,
): boolean {
  let taken = false
  for (const { from, to, isSure } of plainCaptions(s, breaks, columns, torn, draft.text)) {
    const values = [draft.content(s.pieces[from]!).slice(0, 16)]
    if (!isSure) {
      s.pieces[from]!.question = questionOf(captions, { key: 'maybe', values }, 0.5, false)
      continue
    }
    taken = true
    for (let i = from; i < to; i++) {
      s.pieces[i]!.role = 'caption'
      s.pieces[i]!.continues = i > from
    }
  }
  return taken
}

/** The stretches of one entry, and the lone stops in it, each with the number of stretches and pieces before it. */
interface EntryParts {
  readonly stretches: number[]
  readonly strays: { readonly piece: Piece; readonly stretch: number; readonly before: number }[]
}

/** Running text between titles, headings and signatures; lone full stops are kept apart. */
function collect(draft: Draft): { stretches: Stretch[]; entries: EntryParts[] } {
  const stretches: Stretch[] = []
  const entries: EntryParts[] = []
  let entry: EntryParts = { stretches: [], strays: [] }
  let pieces: Piece[] = []
  let title: Piece | null = null
  let before: Piece | null = null
  const lastItem = new LastItem(draft)
  const flush = (): void => {
    if (pieces.length > 0) {
      const s = stretchOf(draft, pieces, title)
      for (const stray of entry.strays)
        if (stray.stretch === stretches.length && !stray.piece.inline && stray.before < pieces.length)
          s.stray[stray.before] = 1
      entry.stretches.push(stretches.length)
      stretches.push(s)
    }
    pieces = []
    title = null
  }
  for (const p of draft.pieces) {
    if (isAside(p.role) || p.relocation || (p.role === 'contributor' && p.continues)) continue
    if (isStray(draft, p, before)) {
      draft.strays.push(p)
      entry.strays.push({ piece: p, stretch: stretches.length, before: pieces.length })
      continue
    }
    if (lastItem.endsBefore(p, before)) flush()
    if (p.stands) {
      flush()
      pieces.push(p)
      flush()
    } else if (p.role === null || p.role === 'list') pieces.push(p)
    else {
      flush()
      if (p.role === 'title') title = p
      if (p.role !== 'table') {
        if (entry.strays.length > 0) entries.push(entry)
        entry = { stretches: [], strays: [] }
      }
    }
    before = p
  }
  flush()
  if (entry.strays.length > 0) entries.push(entry)
  return { stretches, entries }
}

/**
 * Where items end with ；, or have one sentence each, the last of them ends with its first full stop: rows tell little where
 * runs are set apart.
 */
class LastItem {
  private readonly draft: Draft
  private follows = false
  /** Items of one sentence so far, and the sentences of the item that is read. */
  private single = 0
  private sentences = 0
  private inItem = false

  constructor(draft: Draft) {
    this.draft = draft
  }

  /** Pieces come in order. Does the list end between these two? */
  endsBefore(p: Piece, before: Piece | null): boolean {
    const { draft } = this
    if (!draft.isolates) return false
    if (before?.role === null || before?.role === 'list')
      for (let at = before.from; at < before.to; at++) if (draft.text[at] === '。') this.sentences++
    if (p.role === 'list') {
      const isSingle = this.inItem && this.sentences === 1 && before !== null && isFinal(draft.text, before)
      this.single = isSingle ? this.single + 1 : 0
      this.sentences = 0
      this.inItem = true
      this.follows =
        (before !== null && '；;'.includes(draft.text[before.to - 1]!)) || this.single >= LEAST_SINGLE
    } else if (p.role !== null) {
      this.follows = this.inItem = false
      this.single = 0
    } else if (this.follows && before !== null && isFinal(draft.text, before)) {
      this.follows = this.inItem = false
      return !p.isRun && !before.isRun && !p.inline
    }
    return false
  }
}

/** A full stop alone where the text before it has one already. */
function isStray(draft: Draft, p: Piece, before: Piece | null): boolean {
  if (p.role !== null || p.to - p.from !== 1 || draft.text[p.from] !== '。' || !before) return false
  return before.role !== null || isFinal(draft.text, before)
}

/** So many items of one sentence show that the last has one, too. */
const LEAST_SINGLE = 2
const MOST_STRAYS = 12
/** Between two places whose costs are nearer than this the choice is asked about. */
const UNSURE = 3
/** A break may cost so much more, as the end of the paragraph whose stop floated away, before the stop is a double. */
const MOST_LOST = 5
/** The same for a stop right beside another, which is a double more often, where runs set apart make breaks cheap. */
const MOST_LOST_BESIDE = 2.5

/**
 * For each lone stop, one paragraph of the entry ended without its stop. Where the rows show none, the break at
 * which an end costs least is one.
 */
function endUnstopped(
  draft: Draft,
  stretches: readonly Stretch[],
  { stretches: own, strays }: EntryParts,
  found: (readonly RowBreak[])[],
  rows: (i: number, forced: ReadonlySet<number>) => readonly RowBreak[],
): void {
  // So many in one entry are no stops that floated away.
  if (strays.length > MOST_STRAYS) return
  const forced = new Map<number, Set<number>>()
  let ended = 0
  for (const stray of strays) {
    const candidates: { i: number; j: number; cost: number }[] = []
    let natural = 0
    for (const i of own) {
      const s = stretches[i]!
      const limit = i < stray.stretch ? s.pieces.length : stray.before
      // The stretch goes on after a table: its last paragraph may be the one.
      if (i < stray.stretch && s.lastEnding === ENDS_OPEN) natural++
      found[i]!.forEach((b, k) => {
        const j = k + 1
        if (j >= limit || s.ending[j] !== ENDS_OPEN) return
        if (b.kind === 'end') natural++
        const known = OPEN_END + (b.kind === 'same' ? ANY_SLACK : 0)
        const cost = b.margin - known + startCost(draft, s, j) + (stray.piece.inline ? 2 : 0)
        if (b.kind !== 'end') candidates.push({ i, j, cost })
      })
    }
    const [best, second] = candidates.sort((a, b) => a.cost - b.cost)
    ended++
    if (natural >= ended || !best) continue
    const near = stretches[best.i]!.pieces[best.j - 1]!
    const values = [stray.piece.line.number, near.line.number]
    const most = stray.piece.inline && draft.isolates ? MOST_LOST_BESIDE : MOST_LOST
    if (best.cost > most) {
      if (best.cost < MOST_LOST + UNSURE)
        near.question = questionOf(displacedStops, { key: 'maybe-lost', values }, 0.3, false)
      continue
    }
    // Two stops side by side may be a double, and the end of a column without a width says nothing against it.
    const isGuess = stray.piece.inline && found[best.i]![best.j - 1]!.slack === null
    const hasRival = second !== undefined && second.cost < best.cost + UNSURE
    if (hasRival || isGuess || most < best.cost + UNSURE) {
      const key = hasRival ? 'maybe' : 'maybe-double'
      near.question = questionOf(displacedStops, { key, values }, 0.5, false)
    }
    const { i, j } = best
    const set = forced.get(i) ?? new Set<number>()
    forced.set(i, set.add(j))
    found[i] = rows(i, set)
  }
}

/** What speaks against a paragraph's beginning at a break, beside its rows. */
function startCost(draft: Draft, s: Stretch, j: number): number {
  const { text } = draft
  const before = s.pieces[j - 1]!
  const next = s.pieces[j]!
  // In a word, in brackets.
  if (
    isLatin(text.charCodeAt(before.to - 1)) ||
    /^[a-zａ-ｚ—～~－–)）]/.test(text.slice(next.from, next.from + 1))
  )
    return 6
  const near = text.slice(Math.max(before.from, before.to - 40), before.to)
  if (near.lastIndexOf('（') > near.lastIndexOf('）')) return 6
  // Between Han and Han a line ends for a reason; beside a run that the extractor set apart, a year may begin.
  if (!s.apart[j]) return 0
  // 5⏎月, 2019⏎年: paragraphs begin with their date; not so where a word before it leads on.
  if (next.isRun && beginsDate(draft, s, j)) return /[于在从至到自年、，—～]$/.test(near) ? 6 : 0
  // 11⏎月: a number and its unit.
  if (before.isRun && !next.isRun) return s.number[j] ? 6 : 1.5
  return !next.isRun ? 1.5 : next.to - next.from === 4 ? 1 : 4
}

function beginsDate(draft: Draft, s: Stretch, j: number): boolean {
  const [number, unit] = [s.pieces[j]!, s.pieces[j + 1]]
  const text = draft.plain(number)
  if (!unit || !/^[0-9０-９]{1,4}(?:[—～~－–-][0-9０-９]{1,4})?$/.test(text)) return false
  return draft.plain(unit).startsWith(/^[0-9０-９]{4}/.test(text) ? '年' : '月')
}

const END: BreakAfter = { kind: 'end', reason: { key: 'end' } }

function apply(draft: Draft, { pieces }: Stretch, breaks: readonly RowBreak[]): void {
  breaks.forEach((b, i) => {
    const p = pieces[i]!
    const next = pieces[i + 1]!
    p.breakAfter = b.kind === 'end' ? END : join(draft, p, next, b)
    if (next.role === 'list' && b.kind !== 'end') next.role = null
    p.doubt = doubt(draft, p, b, p.end === next.start ? DOUBTFUL : DOUBTFUL_ASIDE)
  })
  pieces.at(-1)!.breakAfter = END
}

/** Below this difference of costs a break is asked about: the other reading has more than one chance in ten. */
const DOUBTFUL = 2.5
/** The same where a caption or a head was lifted out: its blank lines may have been the paragraph's. */
const DOUBTFUL_ASIDE = 4

function doubt(draft: Draft, p: Piece, b: RowBreak, most: number): Doubt | null {
  // In mid-sentence no paragraph ends, however short the line.
  if (b.margin >= most || !isFinal(draft.text, p)) return null
  const key = b.kind === 'end' ? 'maybe-join' : 'maybe-end'
  return { reason: { key, values: [p.line.number] }, confidence: 1 / (1 + Math.exp(b.margin)) }
}

const NUMBER_END = codesOf('0123456789０１２３４５６７８９.,')

function join(draft: Draft, p: Piece, next: Piece, b: RowBreak): BreakAfter {
  if (b.kind === 'same') {
    const apart = p.isRun ? p : next
    const start = draft.text.slice(apart.from, Math.min(apart.to, apart.from + 12))
    const reason = { key: 'run', values: [apart.line.number, start] }
    return { kind: 'join', rule: 'isolated-run', reason }
  }
  if (NUMBER_END.has(draft.text.charCodeAt(p.to - 1))) {
    const head = draft.text.slice(next.from, Math.min(next.to, next.from + 8))
    if (/^[\p{Script=Han}.,%‰℃0-9]/u.test(head))
      return {
        kind: 'join',
        rule: 'cut-number',
        reason: { key: 'number', values: [p.line.number, head[0]!] },
      }
  }
  const open = !isFinal(draft.text, p)
  const full = b.slack !== null && b.slack <= 6
  const reason: Reason = { key: full ? (open ? 'full-open' : 'full') : 'open', values: [p.line.number] }
  return { kind: 'join', rule: 'hard-wrap', reason }
}
