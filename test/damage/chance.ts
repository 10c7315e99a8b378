/** Seeded chance: the same seed gives the same book on every machine. */
export class Chance {
  #a: number
  #b: number
  #c: number
  #d = 1

  constructor(seed: number | string) {
    // cyrb128: spreads near seeds apart.
    let [h1, h2, h3] = [1779033703, 3144134277, 1013904242]
    for (const char of String(seed)) {
      const k = char.charCodeAt(0)
      h1 = h2 ^ Math.imul(h1 ^ k, 597399067)
      h2 = h3 ^ Math.imul(h2 ^ k, 2869860233)
      h3 = h1 ^ Math.imul(h3 ^ k, 951274213)
    }
    ;[this.#a, this.#b, this.#c] = [h1 | 0, h2 | 0, h3 | 0]
    for (let i = 0; i < 15; i++) this.next()
  }

  /** From 0 to 1, 1 left out (sfc32). */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#d) | 0
    this.#d = (this.#d + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (this.#c << 21) | (this.#c >>> 11)
    this.#c = (this.#c + sum) | 0
    return (sum >>> 0) / 4294967296
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  /** True so often, 0 to 1. */
  hit(rate: number): boolean {
    return this.next() < rate
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('nothing to pick from')
    return list[Math.floor(this.next() * list.length)]!
  }

  /** So many different ones, in random order. */
  some<T>(list: readonly T[], count: number): T[] {
    const rest = [...list]
    const out: T[] = []
    while (out.length < count && rest.length > 0) out.push(...rest.splice(this.int(0, rest.length - 1), 1))
    return out
  }

  /** Another stream, so that drawing more here changes nothing there. */
  fork(name: string): Chance {
    return new Chance(`${name}:${this.int(0, 0x7fffffff)}`)
  }
}
