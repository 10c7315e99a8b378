import { Damage, readColumn } from './columns.ts'

/** A column being read: each number once, in order. */
export class Cursor {
  private readonly numbers: readonly number[]
  private at = 0

  constructor(numbers: readonly number[]) {
    this.numbers = numbers
  }

  static over(column: unknown): Cursor {
    return new Cursor(readColumn(column))
  }

  next(): number {
    const n = this.numbers[this.at++]
    if (n === undefined) throw new Damage('a column is too short')
    return n
  }

  /** The next number as an index into a list. */
  pick<T>(list: readonly T[]): T {
    const item = list[this.next()]
    if (item === undefined) throw new Damage('an index points nowhere')
    return item
  }

  /** The next number as a count of things that follow. */
  count(): number {
    const n = this.next()
    if (n < 0 || n > 10_000_000) throw new Damage('a count is impossible')
    return n
  }

  /** How many numbers are left. */
  rest(): number {
    return this.numbers.length - this.at
  }

  finish(): void {
    if (this.at !== this.numbers.length) throw new Damage('a column is too long')
  }
}

/** Strings, each kept once, named by a number. */
export class Strings {
  readonly list: string[] = []
  private readonly index = new Map<string, number>()

  of(text: string): number {
    let at = this.index.get(text)
    if (at === undefined) {
      at = this.list.length
      this.list.push(text)
      this.index.set(text, at)
    }
    return at
  }
}
