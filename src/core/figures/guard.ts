/** By character code, one bit for each guard, so that all of them look into one table. */
const BITS = new Uint32Array(0x10000)
const MOST = 32
let made = 0

/**
 * Characters of which one must stand in what a pattern finds, at its start, at its end or anywhere. Patterns are asked of every
 * figure and hardly ever fit: a look at a character costs far less, and what is found is the same without it.
 */
export class Guard {
  readonly #bit: number

  constructor(characters: string) {
    if (made === MOST) throw new Error(`no bit is left for a guard of ${characters}`)
    this.#bit = (1 << made++) >>> 0
    for (let i = 0; i < characters.length; i++) BITS[characters.charCodeAt(i)]! |= this.#bit
  }

  /** Is this the code of one of them? */
  has(code: number): boolean {
    return (BITS[code]! & this.#bit) !== 0
  }

  /** Does one of them stand in the text? */
  isIn(text: string): boolean {
    for (let i = 0; i < text.length; i++) if ((BITS[text.charCodeAt(i)]! & this.#bit) !== 0) return true
    return false
  }
}
