import type { Reason } from '../../corrections/correction.ts'
import { Damage, LARGEST } from './columns.ts'
import type { Cursor, Strings } from './cursor.ts'

/**
 * Reasons of one kind differ by a line number that counts up: the kind (key and types of values) is named by
 * an index, whole numbers are kept as distances from the last reason of the kind, all else in the table of
 * strings.
 */
type Type = 'i' | 'n' | 's'

export class ReasonWriter {
  readonly kinds: number[] = []
  readonly numbers: number[] = []
  readonly texts: number[] = []
  private readonly last = new Map<string, number>()
  private readonly strings: Strings

  constructor(strings: Strings) {
    this.strings = strings
  }

  add({ key, values }: Reason): void {
    const kind = this.strings.of(JSON.stringify([key, values ? values.map(typeOf).join('') : null]))
    this.kinds.push(kind)
    for (const [i, value] of (values ?? []).entries()) {
      if (typeOf(value) === 'i') {
        const slot = `${kind}.${i}`
        this.numbers.push(Number(value) - (this.last.get(slot) ?? 0))
        this.last.set(slot, Number(value))
      } else this.texts.push(this.strings.of(Object.is(value, -0) ? '-0' : String(value)))
    }
  }
}

export class ReasonReader {
  private readonly last = new Map<string, number>()
  private readonly shapes = new Map<number, { key: string; types: readonly Type[] | null }>()
  private readonly kinds: Cursor
  private readonly numbers: Cursor
  private readonly texts: Cursor
  private readonly strings: readonly string[]

  constructor(kinds: Cursor, numbers: Cursor, texts: Cursor, strings: readonly string[]) {
    this.kinds = kinds
    this.numbers = numbers
    this.texts = texts
    this.strings = strings
  }

  next(): Reason {
    const kind = this.kinds.next()
    const { key, types } = this.shape(kind)
    if (!types) return { key }
    const values = types.map((type, i) => {
      if (type !== 'i') {
        const text = this.texts.pick(this.strings)
        return type === 's' ? text : Number(text)
      }
      const slot = `${kind}.${i}`
      const value = this.numbers.next() + (this.last.get(slot) ?? 0)
      this.last.set(slot, value)
      return value
    })
    return { key, values }
  }

  finish(): void {
    this.kinds.finish()
    this.numbers.finish()
    this.texts.finish()
  }

  private shape(kind: number): { key: string; types: readonly Type[] | null } {
    let shape = this.shapes.get(kind)
    if (!shape) {
      const made: unknown = JSON.parse(this.strings[kind] ?? 'null')
      if (!Array.isArray(made)) throw new Damage('a reason has no kind')
      const [key, types] = made as unknown[]
      if (
        typeof key !== 'string' ||
        !(types === null || (typeof types === 'string' && /^[ins]*$/.test(types)))
      )
        throw new Damage('a reason has no key')
      shape = { key, types: types === null ? null : (Array.from(types) as Type[]) }
      this.shapes.set(kind, shape)
    }
    return shape
  }
}

function typeOf(value: string | number): Type {
  if (typeof value === 'string') return 's'
  return Number.isInteger(value) && Math.abs(value) < LARGEST / 2 && !Object.is(value, -0) ? 'i' : 'n'
}
