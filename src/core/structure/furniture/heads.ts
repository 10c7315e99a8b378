import { goesOnFromDigits } from '../counted.ts'
import type { Draft } from '../draft.ts'
import { compact, isShortName } from '../names.ts'
import type { Piece } from '../piece.ts'
import { isMisread, type HeadLine } from './head-line.ts'
import type { HeadLines } from './head-lines.ts'
import { chains, GAP } from './page-numbers.ts'
import type { PageEdges } from './page-edges.ts'

/** No stretch of the text is by chance a category's name of so many characters. */
const LONG = 6
/** So many heads with one number are kept, for comparing. */
const FEW = 8

/** A head, and a number alone on the line beside it. */
interface Pair {
  readonly head: HeadLine
  readonly number: HeadLine
}

/** The running heads of a book, learnt from all its pages. */
export class Heads {
  private readonly draft: Draft
  private readonly lines: HeadLines
  private readonly edges: PageEdges
  /** Keys that stand at so many page edges, and in mid-sentence. */
  private readonly atEdges = new Map<string, number>()
  private readonly inSentence = new Map<string, number>()
  /** Keys that stand so many times where neither a page ends nor a sentence goes on. */
  private readonly elsewhere = new Map<string, number>()
  /** Heads with their number, of which one like it has the next number, or one of the next. */
  private readonly chained = new Set<HeadLine>()
  /** The same by number; a page has few heads. */
  private readonly byNumber = new Map<number, HeadLine[]>()
  /** The first line with each key. */
  private readonly first = new Map<string, HeadLine>()
  private readonly categories = new Set<string>()
  private readonly sections = new Set<string>()
  /** Index of the line that is the category's or section's own title, by what is above it. */
  private readonly own = new Set<number>()

  constructor(draft: Draft, lines: HeadLines, edges: PageEdges) {
    this.draft = draft
    this.lines = lines
    this.edges = edges
    this.findTitles()
    const numbered = new Map<string, HeadLine[]>()
    for (const line of lines.heads) {
      if (!this.first.has(line.key)) this.first.set(line.key, line)
      if (line.number === null || this.own.has(line.index)) continue
      // 第9页 counts on whatever head stands beside it.
      const name = line.shape === 'head 第' ? '' : line.key
      const group = numbered.get(name) ?? []
      group.push(line)
      numbered.set(name, group)
    }
    for (const group of numbered.values())
      for (const line of chains(group)) {
        this.chained.add(line)
        const same = this.byNumber.get(line.number!) ?? []
        if (same.length < FEW) same.push(line)
        this.byNumber.set(line.number!, same)
      }
    this.recount()
  }

  /** Furniture that has been found shows more edges of pages. */
  recount(): void {
    this.atEdges.clear()
    this.inSentence.clear()
    this.elsewhere.clear()
    for (const line of this.lines.heads) {
      if (this.own.has(line.index)) continue
      if (this.edges.has(line.index)) count(this.atEdges, line.key)
      else if (this.interrupts(line)) count(this.inSentence, line.key)
      else count(this.elsewhere, line.key)
    }
    this.findFirst()
  }

  /** A head's first line, with another short one under it, is the title that the others repeat. */
  private findFirst(): void {
    for (const [key, line] of this.first) {
      if ((this.atEdges.get(key) ?? 0) < 3 || line.number !== null || line.piece.role) continue
      if (line.isBook || this.categories.has(key) || this.sections.has(key)) continue
      if (this.draft.isolates || !this.heads(line)) continue
      line.piece.role = 'category'
      this.categories.add(key)
      this.own.add(line.index)
    }
  }

  /** Another short line, which is no head, follows: a section's name. */
  private heads({ index, key }: HeadLine): boolean {
    const { pieces } = this.draft
    let k = index + 1
    while (pieces[k]?.role === 'furniture') k++
    const next = this.lines.get(k)
    return (
      next !== undefined &&
      next.key !== key &&
      next.number === null &&
      (this.atEdges.get(next.key) ?? 0) < 2 &&
      isShortName(this.draft.plain(next.piece), 8)
    )
  }

  /** Is this line a running head, as far as is known by now? */
  isHead(line: HeadLine): boolean {
    const { key, index } = line
    if (this.own.has(index) || this.isOfText(line)) return false
    if (line.isBook) return true
    // Head and number on one line, the number another on each page.
    if (
      line.number !== null &&
      (this.chained.has(line) || this.categories.has(key) || this.isMisreadChained(line))
    )
      return true
    // A category has one title: where its name stands again, it is a head.
    if (
      this.categories.has(key) &&
      (this.besideNumber(line) || !this.mayBeRun(line) || this.partsNumber(line) || this.endsPage(line))
    )
      return true
    if (this.edges.has(index)) {
      if (this.sections.has(key)) return true
      if (this.recurs(key) && !this.isCell(line)) return !this.isCommon(key)
      return this.isMisreadHead(key)
    }
    return ((this.inSentence.get(key) ?? 0) >= 2 || this.sections.has(key)) && this.interrupts(line)
  }

  private recurs(key: string): boolean {
    return (this.atEdges.get(key) ?? 0) >= 2
  }

  /** 合计, a name in lists: what stands elsewhere nearly as often as at page edges is no head for certain. */
  private isCommon(key: string): boolean {
    return 3 * (this.elsewhere.get(key) ?? 0) > (this.atEdges.get(key) ?? 0)
  }

  /** At a page's edge, and recurring there, but not only there; or a category's name that may be a word of the text. */
  isDoubtful(line: HeadLine): boolean {
    const { key, index, number } = line
    if (number !== null || this.own.has(index)) return false
    if (this.categories.has(key) && this.mayBeRun(line)) return !this.isOfText(line)
    return this.edges.has(index) && this.recurs(key) && this.isCommon(key)
  }

  /** Between runs that an extractor has set apart a line of Han may be any stretch of the text, unless it is long. */
  private mayBeRun(line: HeadLine): boolean {
    const { key } = line
    return this.draft.isolates && key.length < LONG && !/[A-Z]/.test(key) && this.isBesideRun(line)
  }

  /** 162⏎教育⏎家, 1⏎教育⏎,287, 15—⏎教育⏎26: what stands on its two sides belongs together. */
  private partsNumber({ index }: HeadLine): boolean {
    const [before, after] = [this.draft.pieces[index - 1], this.draft.pieces[index + 1]]
    if (before?.role !== null || after?.role !== null) return false
    const [left, right] = [this.draft.plain(before), this.draft.plain(after)]
    return /[0-9０-９]$/.test(left)
      ? goesOnFromDigits(right)
      : /[0-9０-９年月日][—～~]$/.test(left) && /^[0-9０-９]/.test(right)
  }

  /** With a number under it that nothing counts, right before the next page's first line. */
  private endsPage(head: HeadLine): boolean {
    const number = this.lines.get(head.index + 1)
    const next = this.draft.pieces[head.index + 2]
    if (number?.shape !== 'bare' || (next?.line.pageMark ?? null) === null) return false
    return !this.isCounting({ head, number })
  }

  /**
   * What follows it begins as no line can (a lone mark has floated there; a page's mark begins a page), or it goes on from
   * a number or a mark that opens: 2018⏎年卷云山年鉴⏎，印数; 香榧（⏎Torreya grandis⏎）.
   */
  private isOfText({ index, key, number }: HeadLine): boolean {
    const { pieces, text, isolates } = this.draft
    const [before, after] = [pieces[index - 1], pieces[index + 1]]
    if (before?.role !== null) return false
    if (before.isRun && /^[年月日卷期版]/.test(key)) return true
    if ('（(《“‘〈'.includes(text[before.to - 1]!)) return true
    return (
      number === null &&
      after?.role === null &&
      after.to - after.from > 1 &&
      pieces[index]!.line.pageMark === null &&
      !(isolates && before.isRun) &&
      '，。、；：！？”）》'.includes(text[after.from]!)
    )
  }

  /**
   * Heads with a bare number beside them, which counts up from page to page: furniture even where an extractor leaves
   * numbers and short stretches of Han alone on their lines all the time.
   */
  numbered(): number[] {
    const pairs: Pair[] = []
    for (const head of this.lines.heads) {
      if (head.piece.role || this.own.has(head.index)) continue
      if (!head.isBook && !this.categories.has(head.key) && !this.sections.has(head.key)) continue
      for (const near of [head.index - 1, head.index + 1]) {
        const number = this.lines.get(near)
        // One that has been found counts for those that have not.
        if (number?.shape === 'bare' && (number.piece.role ?? 'furniture') === 'furniture')
          pairs.push({ head, number })
      }
    }
    const up = (a: number, b: number): boolean => {
      const [p, q] = [pairs[a], pairs[b]]
      const step = p && q ? q.number.number! - p.number.number! : 0
      return step >= 1 && step <= 3 && q!.head !== p!.head
    }
    const [after, before] = [
      (k: number): boolean => up(k - 1, k) || up(k - 2, k),
      (k: number): boolean => up(k, k + 1) || up(k, k + 2),
    ]
    const side = (p: Pair): number => Math.sign(p.number.index - p.head.index)
    // 第⏎2⏎科学技术⏎只: a unit behind it; but under a head, where the page turns, it is none of the text.
    const isSure = (p: Pair): boolean => !this.isCounting(p) || (side(p) > 0 && this.isMarked(p))
    const counted = pairs.filter((p, k) => (isSure(p) ? after(k) || before(k) : after(k) && before(k)))
    // A head has one number, on the side where the others have theirs; a page’s mark is beside it.
    const most = Math.sign(counted.reduce((sum, p) => sum + side(p) * (this.isMarked(p) ? 2 : 1), 0))
    const alone = (p: Pair, k: number): boolean =>
      counted[k - 1]?.head !== p.head && counted[k + 1]?.head !== p.head
    return counted
      .filter((p, k) => side(p) === most || alone(p, k))
      .flatMap(({ head, number }) => [head.index, number.index])
  }

  /** Does the page turn at a head with a number on this side? */
  private isMarked({ head, number }: Pair): boolean {
    const first = Math.min(head.index, number.index)
    return [first, first + 2].some((k) => (this.draft.pieces[k]?.line.pageMark ?? null) !== null)
  }

  /** 第⏎2⏎科学技术⏎只: the number is what a unit after it counts. */
  private isCounting({ head, number }: Pair): boolean {
    const next = this.draft.pieces[Math.max(head.index, number.index) + 1]
    return this.draft.isolates && next?.role === null && goesOnFromDigits(this.draft.plain(next))
  }

  /** One character is not that of a head whose pages it counts on with. */
  private isMisreadChained({ key, index, number }: HeadLine): boolean {
    for (let step = -GAP; step <= GAP; step++)
      for (const head of this.byNumber.get(number! + step) ?? [])
        if (Math.sign(head.index - index) === Math.sign(step) && isMisread(key, head.key)) return true
    return false
  }

  private isMisreadHead(key: string): boolean {
    for (const [head, times] of this.atEdges) if (times >= 2 && isMisread(key, head)) return true
    for (const head of this.categories) if (isMisread(key, head)) return true
    for (const p of this.books) if (isMisread(key, p)) return true
    return false
  }

  private readonly books = new Set<string>()

  /** The lines that are titles of categories and sections themselves, each where it stands first. */
  private findTitles(): void {
    const { pieces } = this.draft
    let current = ''
    // A head may be printed before the title that it repeats, where that has been moved.
    pieces.forEach((p, i) => {
      if (p.role !== 'category') return
      const name = compact(this.draft.plain(p))
      this.categories.add(name)
      // As a running head it may carry its English line.
      const english = pieces[i + 1]
      if (english?.role === 'category-en') this.categories.add(name + compact(this.draft.plain(english)))
    })
    pieces.forEach((p, i) => {
      if (p.role === 'category') {
        current = ''
        return
      }
      const line = this.lines.get(i)
      if (!line || line.key === '' || line.number !== null) return
      if (line.isBook) {
        this.books.add(line.key)
        return
      }
      const next = nextText(pieces, i)
      if (!next) return
      // A head repeats the section that its page goes on with; any other name begins one.
      if (this.categories.has(line.key) || line.key === current) return
      if (next.role === 'title') {
        current = line.key
        this.sections.add(line.key)
        this.own.add(i)
      } else if (this.isCategoryTitle(line)) {
        this.categories.add(line.key)
        current = ''
        this.own.add(i)
      }
    })
  }

  /** A short line, then another, then an entry's title: a category without an English line. */
  private isCategoryTitle(line: HeadLine): boolean {
    const { pieces } = this.draft
    let k = line.index + 1
    while (pieces[k]?.role === 'furniture') k++
    const next = this.lines.get(k)
    if (!next || next.key === line.key || nextText(pieces, k)?.role !== 'title') return false
    return [line, next].every(({ piece }) => isShortName(this.draft.plain(piece), 16))
  }

  /** Does it stand where a sentence goes on after it? */
  private interrupts(line: HeadLine): boolean {
    const { pieces } = this.draft
    const { index } = line
    const before = pieces[index - 1]
    const after = pieces[index + 1]
    if (!before || !after || before.role !== null || after.role !== null) return false
    // Runs that an extractor sets apart leave short stretches of Han between them.
    if (this.draft.isolates && (this.isBesideRun(line) || line.key.length < 4)) return false
    return !/[。！？：；”）)]$/.test(this.draft.plain(before)) && before.width > 24
  }

  private isBesideRun({ index }: HeadLine): boolean {
    return [index - 1, index + 1].some(
      (k) => this.draft.pieces[k]?.role === null && this.draft.pieces[k].isRun,
    )
  }

  /** A page's number, found before, stands on the next line. */
  private besideNumber({ index }: HeadLine): boolean {
    return [index - 1, index + 1].some(
      (k) => this.draft.pieces[k]?.role === 'furniture' && this.lines.get(k)?.key === '',
    )
  }

  /** The first cell of a table's row, which recurs in other tables: numbers follow it. */
  private isCell({ index }: HeadLine): boolean {
    const next = this.draft.pieces[index + 1]
    return (
      next?.role === null &&
      /^[0-9０-９.,\s%-]+$/.test(this.draft.plain(next)) &&
      /[\s.,%]/.test(this.draft.plain(next))
    )
  }
}

function nextText(pieces: readonly Piece[], i: number): Piece | undefined {
  let k = i + 1
  while (pieces[k]?.role === 'furniture') k++
  return pieces[k]
}

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1)
}
