import { isDigitToken, readTokens, RunBuilder, type Token } from './tokens.ts'

export interface RawRun {
  readonly text: string
  readonly tokens: readonly Token[]
}

/**
 * The digit runs of the raw text as it stands, in raw order. The raw side knows nothing of blocks: what
 * stands between two digits in the source parts them, whoever owns it. So taking a caption out from between
 * `18` and `座` changes nothing here, and a border drawn through `1235` is seen as the change that it is.
 */
export class RawRuns {
  readonly size: number
  private readonly text: string
  private readonly starts: Uint32Array
  private readonly ends: Uint32Array
  private readonly counts: Uint32Array

  constructor(text: string) {
    this.text = text
    const starts: number[] = []
    const ends: number[] = []
    const counts: number[] = []
    // As RunBuilder does it, but in numbers: a book has a million digits, and none of their tokens is kept.
    let count = 0
    let start = 0
    let end = 0
    let pending = false
    const part = (): void => {
      if (count > 0) {
        starts.push(start)
        ends.push(end)
        counts.push(count)
      }
      count = 0
      pending = false
    }
    readTokens(text, 0, text.length, {
      token(t, from, to) {
        if (isDigitToken(t)) {
          if (count === 0) start = from
          count += pending ? 2 : 1
          pending = false
          end = to
        } else if (count > 0 && !pending) pending = true
        else part()
      },
      part,
    })
    part()
    this.size = starts.length
    this.starts = new Uint32Array(starts)
    this.ends = new Uint32Array(ends)
    this.counts = new Uint32Array(counts)
  }

  /** Index of the run that holds the raw character at `at`, or -1. Logarithmic. */
  indexAt(at: number): number {
    const i = this.firstEndingAfter(at)
    return i < this.size && this.starts[i]! <= at ? i : -1
  }

  /**
   * Indices of the runs that share a character with `[from, to)`, or, where that is empty, hold it strictly
   * inside.
   */
  meeting({ from, to }: { readonly from: number; readonly to: number }): number[] {
    const out: number[] = []
    for (let i = this.firstEndingAfter(from); i < this.size && this.starts[i]! < to; i++) out.push(i)
    return out
  }

  /** Index of the first run that ends behind `at`; `size` where there is none. Logarithmic. */
  firstEndingAfter(at: number): number {
    let lo = 0
    let hi = this.size
    while (lo < hi) {
      const mid = (lo + hi) >> 1
      if (this.ends[mid]! <= at) lo = mid + 1
      else hi = mid
    }
    return lo
  }

  start(index: number): number {
    return this.starts[index]!
  }

  end(index: number): number {
    return this.ends[index]!
  }

  /** How many tokens it has. */
  count(index: number): number {
    return this.counts[index]!
  }

  run(index: number): RawRun {
    let found: RawRun | null = null
    readRuns(this.text, this.start(index), this.end(index), (run) => (found ??= run))
    return found!
  }
}

function readRuns(text: string, from: number, to: number, done: (run: RawRun) => void): void {
  const builder = new RunBuilder<Token>((run, tokens) => done({ text: run, tokens }))
  readTokens(text, from, to, {
    token: (t, at, end) => builder.add(t, { text: t, at, end }),
    part: () => builder.end(),
  })
  builder.end()
}
