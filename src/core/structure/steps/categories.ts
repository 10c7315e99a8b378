import { ruleId } from '../../rules/rule.ts'
import { isBlank } from '../../text/characters.ts'
import type { Draft } from '../draft.ts'
import { isKnownCategory } from '../known-names.ts'
import { isFinal } from '../layout/stretch.ts'
import { compact, isShortName } from '../names.ts'
import type { Piece } from '../piece.ts'
import type { Step } from '../step.ts'

/** Words with initial capitals, joined by spaces, `&` and short words. */
const ENGLISH = /^[A-Z][A-Za-z'’.-]*(?:[\s,]+(?:[A-Z][A-Za-z'’.-]*|&|[a-z]{1,5}))*$/

/** No category's name has more characters. */
const LONGEST = 12

/** A category title: a short Han line with an English line under it. */
export const categories: Step = {
  id: ruleId('structure/categories'),
  version: 1,
  title: { zh: '类目名', en: 'Category titles' },
  why: {
    zh: '类目名多附一行英文；短行后紧跟英文行，即为类目名。',
    en: 'A category title mostly has an English line under it: a short line followed by an English one is a category.',
  },
  messages: {},
  run(draft) {
    const { pieces } = draft
    const seen = new LineCounts(draft)
    const names = new Set<string>()
    for (let i = 0; i + 1 < pieces.length; i++) {
      const name = pieces[i]!
      const english = pieces[i + 1]!
      if (!english.isRun || name.isRun || name.role || english.role || name.inline || english.inline) continue
      const c = draft.text.charCodeAt(english.from)
      if (c < 0x41 || c > 0x5a) continue
      if (!isShortName(draft.plain(name), LONGEST)) continue
      const line = draft.plain(english)
      if (!ENGLISH.test(line) || /YEARBOOK|ALMANAC/i.test(line)) continue
      if (!isCategory(draft, i, line, seen)) continue
      // A book has one category of a name: after the first, it is a running head.
      const parts = [...tornName(draft, i), name]
      const key = compact(parts.map((p) => draft.plain(p)).join(''))
      const again = names.has(key)
      parts.forEach((p, k) => {
        p.role = again ? 'furniture' : 'category'
        p.continues = k > 0
      })
      english.role = again ? 'furniture' : 'category-en'
      names.add(key)
    }
    knownNames(draft, names)
  },
}

/** 人大⏎·⏎政协, where an extractor has set the dot apart: what stands before the last piece of the name. */
function tornName(draft: Draft, i: number): Piece[] {
  const [first, dot] = [draft.pieces[i - 2], draft.pieces[i - 1]]
  if (!first || first.role || first.inline || first.isRun || !dot || dot.role || draft.plain(dot) !== '·')
    return []
  const whole = [first, dot, draft.pieces[i]!].map((p) => draft.plain(p)).join('')
  return isShortName(whole, LONGEST) ? [first, dot] : []
}

/** 特载, 大事记, 附录: categories by their names, where they stand by themselves. */
function knownNames(draft: Draft, names: Set<string>): void {
  const { pieces } = draft
  pieces.forEach((p, i) => {
    if (p.role || p.inline || p.isRun || p.to - p.from > 16) return
    const name = compact(draft.plain(p))
    if (names.has(name) || !isKnownCategory(name)) return
    // Right before an entry it may be a section as well.
    if (pieces[i + 1]?.role === 'title' && !isKnownCategory(name, true)) return
    const before = pieces[i - 1]
    const apart = p.line.blanksBefore > 0 || p.line.pageMark !== null || /\s/.test(draft.plain(p))
    if (before?.role === null && !apart && !isFinal(draft.text, before)) return
    if (draft.isolates && !apart && (before?.isRun || pieces[i + 1]?.isRun)) return
    p.role = 'category'
    names.add(name)
  })
}

/** What categories are called in English, where no `&` or `and` joins two such words. */
const SUBJECT =
  /&|\b(?:and|of)\b|\b(?:affairs|education|science|technology|agriculture|industry|economy|economic|culture|cultural|health|law|finance|transport(?:ation)?|construction|environment|ecolog\w+|tourism|military|politic\w+|social|society|organi[sz]ations?|management|development|conservancy|trade|commerce|services?|resources?|protection|security|sports?|forestry|power|towns?|townships?|villages?|streets?|subdistricts?|people|figures|appendix|events|research|students?|party|government|congress|committee|conference|overview|summary|statistics|telecommunications?|administration|cultivation)\b/i

/** One capitalised word may also be a name in running text that an extractor has set on its own line. */
function isCategory(draft: Draft, i: number, english: string, seen: LineCounts): boolean {
  const name = draft.pieces[i]!
  const words = english.split(/\s+/)
  const text = draft.plain(name)
  if (/[、·—-]$/.test(text)) return false
  // 大学⏎ETH Zurich in a sentence whose runs an extractor has set apart.
  if (draft.isolates && interruptsSentence(draft, i) && !SUBJECT.test(english)) return false
  if (words.length > 1 && words.some((w) => /^[A-Z][a-z]{2,}/.test(w))) return true
  // CULTURE AND SPORTS, but not GDP CPI.
  if (words.length > 1 && words.some((w) => /^[A-Z]{5,}[,.]?$/.test(w)) && !/[0-9]/.test(english)) return true
  if (!/^[A-Z][a-z]{4,}$/.test(english)) return false
  if (seen.times(compact(text)) > 1 || /\s/.test(text)) return true
  if (i === 0 || name.line.pageMark || !draft.isolates) return true
  const before = draft.pieces[i - 1]!
  // In running text with isolated runs, a short stretch of Han stands between two runs, and no gap above it.
  return !before.isRun || name.line.blanksBefore > draft.pieces[i + 1]!.line.blanksBefore
}

/** An unfinished sentence before it, and no gap wider than that below. */
function interruptsSentence(draft: Draft, i: number): boolean {
  const before = draft.pieces[i - 1]
  const { line } = draft.pieces[i]!
  if (before?.role !== null || line.pageMark !== null) return false
  return !isFinal(draft.text, before) && line.blanksBefore <= draft.pieces[i + 1]!.line.blanksBefore
}

/** Is it longer than a name, blanks aside? */
function isLong(text: string, { from, to }: Piece): boolean {
  let length = 0
  for (let at = from; at < to; at++) if (!isBlank(text.charCodeAt(at)) && ++length > LONGEST) return true
  return false
}

/** How often a short line stands in the text, letter spacing aside: counted when it is first asked for. */
class LineCounts {
  private readonly draft: Draft
  private counts: Map<string, number> | null = null

  constructor(draft: Draft) {
    this.draft = draft
  }

  times(name: string): number {
    if (!this.counts) {
      this.counts = new Map()
      for (const p of this.draft.pieces) {
        if (p.to - p.from > 40 || p.isRun || isLong(this.draft.text, p)) continue
        const key = compact(this.draft.plain(p))
        this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
      }
    }
    return this.counts.get(name) ?? 0
  }
}
