/** A stretch inside a replacement: on both sides, in the raw text only, in the corrected text only. */
export interface Part {
  readonly kind: 'same' | 'removed' | 'inserted'
  readonly text: string
  /** It is the part of the change that changes a number. */
  readonly figures: boolean
}

interface Token {
  readonly text: string
  readonly number: boolean
}

const TOKEN = /[0-9０-９]+(?:[.,．，][0-9０-９]+)*|[\s\S]/gu
/** Cells of the table below, 2 bytes each: a retyped paragraph of 1,000 characters. Beyond it all is one replacement. */
const MOST_CELLS = 1 << 20

/**
 * The least that tells `before` from `after`, by characters; a number counts as one, so that of `1,284` and `1,248` no
 * single digit passes for the same one at another place. The `same` and `removed` parts spell `before`, the `same` and
 * `inserted` ones `after`; at each place removed comes first. `figures` says that the change touches a number.
 *
 * A longest common subsequence by table: replacements are short. Myers' algorithm is faster on long texts that are
 * nearly alike, but the ends that are alike are cut off first, and what is left is mostly unlike.
 */
export function refine(before: string, after: string, figures: boolean): Part[] {
  const a = tokens(before)
  const b = tokens(after)
  let head = 0
  while (head < a.length && head < b.length && a[head]!.text === b[head]!.text) head++
  let tail = 0
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail]!.text === b[b.length - 1 - tail]!.text
  )
    tail++
  const out = new Parts(figures)
  out.same(a.slice(0, head))
  between(a.slice(head, a.length - tail), b.slice(head, b.length - tail), out)
  out.same(a.slice(a.length - tail))
  return out.finish()
}

function tokens(text: string): Token[] {
  return (text.match(TOKEN) ?? []).map((t) => ({ text: t, number: /^[0-9０-９]/.test(t) }))
}

function between(a: readonly Token[], b: readonly Token[], out: Parts): void {
  const width = b.length + 1
  if (a.length === 0 || b.length === 0 || (a.length + 1) * width > MOST_CELLS) {
    out.removed(a)
    out.inserted(b)
    return
  }
  // common[i][j]: how many tokens a from i and b from j have in common.
  const common = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i]!.text === b[j]!.text
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!)
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    if (a[i]!.text === b[j]!.text) {
      out.same([a[i++]!])
      j++
    } else if (common[(i + 1) * width + j]! >= common[i * width + j + 1]!) out.removed([a[i++]!])
    else out.inserted([b[j++]!])
  }
  out.removed(a.slice(i))
  out.inserted(b.slice(j))
}

/** Gathers runs of tokens into parts: what is removed and inserted between two equal stretches is one place. */
class Parts {
  readonly #figures: boolean
  readonly #out: Part[] = []
  #removed: Token[] = []
  #inserted: Token[] = []

  constructor(figures: boolean) {
    this.#figures = figures
  }

  same(run: readonly Token[]): void {
    if (run.length === 0) return
    this.#settle()
    this.#push('same', run.map((t) => t.text).join(''), false)
  }

  removed(run: readonly Token[]): void {
    this.#removed.push(...run)
  }

  inserted(run: readonly Token[]): void {
    this.#inserted.push(...run)
  }

  finish(): Part[] {
    this.#settle()
    const parts = this.#out
    if (!this.#figures || parts.some((p) => p.figures)) return parts
    // No number in it, but it parts or joins one that stands around it.
    return parts.map((p) => (p.kind === 'same' ? p : { ...p, figures: true }))
  }

  /** Numbers are whole tokens: what they have in common at their ends is still the same. */
  #settle(): void {
    const figures = this.#figures && [...this.#removed, ...this.#inserted].some((t) => t.number)
    const a = characters(this.#removed)
    const b = characters(this.#inserted)
    this.#removed = []
    this.#inserted = []
    let head = 0
    while (head < a.length && head < b.length && a[head] === b[head]) head++
    let tail = 0
    while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
    this.#push('same', a.slice(0, head).join(''), false)
    this.#push('removed', a.slice(head, a.length - tail).join(''), figures)
    this.#push('inserted', b.slice(head, b.length - tail).join(''), figures)
    this.#push('same', a.slice(a.length - tail).join(''), false)
  }

  #push(kind: Part['kind'], text: string, figures: boolean): void {
    if (text === '') return
    const last = this.#out.at(-1)
    if (last?.kind === kind && last.figures === figures)
      this.#out[this.#out.length - 1] = { kind, text: last.text + text, figures }
    else this.#out.push({ kind, text, figures })
  }
}

function characters(run: readonly Token[]): string[] {
  return run.flatMap((t) => Array.from(t.text))
}
