import type { Expected, ExpectedEntry, ExpectedSection } from './specimen.ts'

/** Found, missed and invented. */
export class Tally {
  found = 0
  missed = 0
  invented = 0

  /** Compares two lists as multisets; gives what is missing and what is too much. */
  add(wanted: readonly string[], got: readonly string[]): { missed: string[]; invented: string[] } {
    const invented: string[] = []
    const left = new Map<string, number>()
    for (const w of wanted) left.set(w, (left.get(w) ?? 0) + 1)
    for (const g of got) {
      const n = left.get(g) ?? 0
      if (n > 0) {
        left.set(g, n - 1)
        this.found++
      } else invented.push(g)
    }
    const missed = [...left].flatMap(([text, n]) => Array.from({ length: n }, () => text))
    this.missed += missed.length
    this.invented += invented.length
    return { missed, invented }
  }

  get f1(): number {
    const all = 2 * this.found + this.missed + this.invented
    return all === 0 ? 1 : (2 * this.found) / all
  }

  get isEmpty(): boolean {
    return this.found + this.missed + this.invented === 0
  }
}

export interface FaultyEntry {
  readonly wanted: FlatEntry
  readonly got: FlatEntry | null
}

/** What differs beside the entries’ texts. */
export interface Difference {
  readonly what: 'headings' | 'furniture' | 'captions' | 'contributors'
  readonly missed: readonly string[]
  readonly invented: readonly string[]
}

export interface FlatEntry extends ExpectedEntry {
  /** Category and section it stands in. */
  readonly path: string
}

/** What is counted over all books of one kind or one layout. */
export class Score {
  books = 0
  entries = 0
  exact = 0
  /** Faulty entries that are right once their open suggestions are accepted. */
  covered = 0
  /** Characters wrong, of so many. */
  errors = 0
  characters = 0
  readonly boundaries = new Tally()
  readonly numbers = new Tally()
  readonly captions = new Tally()
  readonly contributors = new Tally()
  readonly heads = new Tally()
  readonly furniture = new Tally()
  /** Figures that disagree, and are reported. */
  readonly reported = new Tally()

  /** Counts one book; gives its faults. `isCovered` is asked for each faulty entry. */
  add(
    wanted: Expected,
    got: Expected,
    isCovered: (f: FaultyEntry) => boolean,
    isReported: (e: ExpectedEntry) => boolean,
  ): { entries: FaultyEntry[]; differences: Difference[] } {
    const [a, b] = [flat(wanted), flat(got)]
    this.books++
    const differences: Difference[] = [
      { what: 'headings', ...this.heads.add(headsOf(wanted), headsOf(got)) },
      { what: 'furniture', ...this.furniture.add(wanted.furniture, got.furniture) },
      {
        what: 'captions',
        ...this.captions.add(a.entries.flatMap(captionsOf), b.entries.flatMap(captionsOf)),
      },
      { what: 'contributors', ...this.contributors.add(a.signed, b.signed) },
    ]
    for (const e of a.entries) {
      if (e.contradiction) this.reported.add([e.contradiction], isReported(e) ? [e.contradiction] : [])
    }
    const faulty: FaultyEntry[] = []
    for (const [w, g] of aligned(a.entries, b.entries)) {
      if (!w) {
        this.errors += length(g!)
        this.numbers.add([], numbersOf(g!))
        this.boundaries.add([], boundariesOf(g!))
        continue
      }
      this.entries++
      this.characters += length(w)
      this.numbers.add(numbersOf(w), g ? numbersOf(g) : [])
      this.boundaries.add(boundariesOf(w), g ? boundariesOf(g) : [])
      if (g && isSame(w, g)) {
        this.exact++
        continue
      }
      this.errors += g ? distance(w.paragraphs.join('\n'), g.paragraphs.join('\n')) : length(w)
      const fault = { wanted: w, got: g }
      if (isCovered(fault)) this.covered++
      faulty.push(fault)
    }
    return {
      entries: faulty,
      differences: differences.filter((d) => d.missed.length + d.invented.length > 0),
    }
  }

  get exactShare(): number {
    return this.entries === 0 ? 1 : this.exact / this.entries
  }

  get coveredShare(): number {
    return this.entries === 0 ? 1 : (this.exact + this.covered) / this.entries
  }

  get errorRate(): number {
    return this.characters === 0 ? 0 : this.errors / this.characters
  }
}

function flat(book: Expected): { entries: FlatEntry[]; signed: string[] } {
  const entries: FlatEntry[] = []
  const signed: string[] = []
  const visit = (s: ExpectedSection, above: string): void => {
    const path = `${above}/${s.title ?? ''}`
    for (const e of s.entries) {
      entries.push({ ...e, path })
      if (e.contributors.length > 0) signed.push(`${path}/${e.title ?? ''}: ${e.contributors.join(' ')}`)
    }
    if (s.contributors.length > 0) signed.push(`${path}: ${s.contributors.join(' ')}`)
    for (const inner of s.sections) visit(inner, path)
  }
  for (const k of book.categories) for (const s of k.sections) visit(s, k.title ?? '')
  return { entries, signed }
}

function headsOf(book: Expected): string[] {
  const below = (s: ExpectedSection, above: string): string[] => {
    const path = `${above}/${s.title ?? ''}`
    return [path, ...s.sections.flatMap((inner) => below(inner, path))]
  }
  return book.categories.flatMap((k) => [
    ...[k.title, k.titleEn].filter((t) => t !== null).map((t) => `# ${t}`),
    ...k.sections.flatMap((s) => below(s, k.title ?? '')),
  ])
}

const captionsOf = (e: FlatEntry): string[] =>
  e.captions.map((k) => `${e.title ?? ''}|${k.text}|${k.credit ?? ''}`)

export function isSame(a: ExpectedEntry, b: ExpectedEntry): boolean {
  return (
    a.title === b.title &&
    a.paragraphs.length === b.paragraphs.length &&
    a.paragraphs.every((p, i) => p === b.paragraphs[i])
  )
}

const length = (e: ExpectedEntry): number => e.paragraphs.join('\n').length

/** Numbers with what makes them one: points, groups, percent. */
function numbersOf(e: ExpectedEntry): string[] {
  return [e.title ?? '', ...e.paragraphs].flatMap((p) => p.match(/-?[0-9]+(?:[.,:][0-9]+)*[%‰℃]?/g) ?? [])
}

/** Paragraph ends by the characters around them, blanks aside. */
function boundariesOf(e: ExpectedEntry): string[] {
  return e.paragraphs
    .slice(1)
    .map((p, i) => `${e.paragraphs[i]!.replace(/\s/g, '').slice(-6)}|${p.replace(/\s/g, '').slice(0, 6)}`)
}

/** Pairs entries by title in order, and between those that agree, by place where as many are left on each side. */
function aligned(a: readonly FlatEntry[], b: readonly FlatEntry[]): [FlatEntry | null, FlatEntry | null][] {
  const out: [FlatEntry | null, FlatEntry | null][] = []
  let [left, right]: FlatEntry[][] = [[], []]
  const flush = (): void => {
    if (left!.length === right!.length) left!.forEach((w, i) => out.push([w, right![i]!]))
    else {
      for (const w of left!) out.push([w, null])
      for (const g of right!) out.push([null, g])
    }
    left = []
    right = []
  }
  for (const [w, g] of byTitle(a, b)) {
    if (w && g) {
      flush()
      out.push([w, g])
    } else if (w) left!.push(w)
    else right!.push(g!)
  }
  flush()
  return out
}

/** Pairs entries by title in order; what has no partner stands alone. */
function byTitle(a: readonly FlatEntry[], b: readonly FlatEntry[]): [FlatEntry | null, FlatEntry | null][] {
  const same = (i: number, j: number): boolean => (a[i]!.title ?? '') === (b[j]!.title ?? '')
  const best = Array.from({ length: a.length + 1 }, () => new Int32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      best[i]![j] = same(i, j) ? best[i + 1]![j + 1]! + 1 : Math.max(best[i + 1]![j]!, best[i]![j + 1]!)
  const out: [FlatEntry | null, FlatEntry | null][] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && same(i, j)) out.push([a[i++]!, b[j++]!])
    else if (j >= b.length || (i < a.length && best[i + 1]![j]! >= best[i]![j + 1]!))
      out.push([a[i++]!, null])
    else out.push([null, b[j++]!])
  }
  return out
}

/** Edit distance, with what both ends share left out. */
function distance(a: string, b: string): number {
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  let end = 0
  while (end < Math.min(a.length, b.length) - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const [x, y] = [a.slice(from, a.length - end), b.slice(from, b.length - end)]
  if (x.length === 0 || y.length === 0) return x.length + y.length
  let row = Uint32Array.from({ length: y.length + 1 }, (_, j) => j)
  for (let i = 1; i <= x.length; i++) {
    const next = new Uint32Array(y.length + 1)
    next[0] = i
    for (let j = 1; j <= y.length; j++)
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (x[i - 1] === y[j - 1] ? 0 : 1))
    row = next
  }
  return row[y.length]!
}
