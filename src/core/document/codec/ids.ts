import type { Cursor, Strings } from './cursor.ts'
import { Damage } from './columns.ts'

/**
 * Ids end in a number as a rule: a raw offset (`layout/hard-wrap@1234`) or a count. So an id is a stem and a
 * number, and the number is kept as its distance from the offset at which the thing stands, or from the last
 * number with this stem, whichever column is the shorter: for ids of either kind it is full of equal numbers
 * then.
 */
const NUMBERED = /^(.*?)(0|[1-9][0-9]{0,13})$/su

export class IdWriter {
  readonly stems: number[] = []
  readonly fromPlace: number[] = []
  readonly fromLast: number[] = []
  private readonly last = new Map<number, number>()
  private readonly strings: Strings

  constructor(strings: Strings) {
    this.strings = strings
  }

  add(id: string, place: number): void {
    const found = NUMBERED.exec(id)
    // Even numbers name stems of ids with a number, odd ones ids without.
    if (!found) {
      this.stems.push(this.strings.of(id) * 2 + 1)
      return
    }
    const stem = this.strings.of(found[1]!)
    const n = Number(found[2])
    this.stems.push(stem * 2)
    this.fromPlace.push(n - place)
    this.fromLast.push(n - (this.last.get(stem) ?? 0))
    this.last.set(stem, n)
  }
}

export class IdReader {
  private readonly last = new Map<string, number>()
  private readonly stems: Cursor
  private readonly numbers: Cursor
  private readonly placed: boolean
  private readonly strings: readonly string[]

  constructor(stems: Cursor, numbers: Cursor, placed: boolean, strings: readonly string[]) {
    this.stems = stems
    this.numbers = numbers
    this.placed = placed
    this.strings = strings
  }

  next(place: number): string {
    const n = this.stems.next()
    const stem = this.strings[(n - (n % 2)) / 2]
    if (n < 0 || stem === undefined) throw new Damage('an id has no stem')
    if (n % 2 === 1) return stem
    const number = this.numbers.next() + (this.placed ? place : (this.last.get(stem) ?? 0))
    this.last.set(stem, number)
    if (!Number.isSafeInteger(number) || number < 0) throw new Damage('an id has an impossible number')
    return `${stem}${number}`
  }

  finish(): void {
    this.stems.finish()
    this.numbers.finish()
  }
}
