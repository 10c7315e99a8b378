import { codesOf } from '../../text/characters.ts'
import type { RawText } from '../../text/raw-text.ts'
import { KEPT, MOVED, type Pieces } from '../pieces.ts'

/** Both texts of a book, without most of what stands in both. */
export interface Remnants {
  readonly raw: string
  /** Blocks are parted by line breaks. */
  readonly clean: string
}

/**
 * Leaves out of both texts what cannot differ: of each stretch of kept text what lies from the first to the last of its Han
 * characters, marks or blanks. Those part numbers on both sides, so that the numbers between them are the same ones; a line break
 * stands for them, and parts those that are left. Linear.
 */
export function remnants({ text }: RawText, pieces: Pieces): Remnants {
  const clean = new Rest(text)
  /** By raw offset where a cut begins, where it ends. */
  const cuts = new Uint32Array(text.length)
  for (let block = 0; block < pieces.blocks.length; block++) {
    for (let i = pieces.firsts[block]!; i < pieces.firsts[block + 1]!; i++) {
      const fate = pieces.fate(i)
      const from = pieces.from(i)
      const to = pieces.to(i)
      if (fate >= 0) clean.add(pieces.edits[fate]!.insert)
      else if (fate === KEPT || fate === MOVED) {
        let first = from
        while (first < to && !isBorder(text.charCodeAt(first))) first++
        clean.stretch(from, first)
        if (first === to) continue
        let end = to
        while (!isBorder(text.charCodeAt(end - 1))) end--
        cuts[first] = end
        clean.part()
        clean.stretch(end, to)
      }
    }
    clean.part()
  }
  const raw = new Rest(text)
  for (let at = 0; at < text.length;) {
    let next = at
    while (next < text.length && cuts[next] === 0) next++
    let to = next
    while (at < to && isBorder(text.charCodeAt(at))) at++
    while (at < to && isBorder(text.charCodeAt(to - 1))) to--
    raw.stretch(at, to)
    raw.part()
    at = cuts[next] ?? next
  }
  return { raw: raw.all(), clean: clean.all() }
}

/** What is left of one text. */
class Rest {
  private readonly source: string
  private readonly left: string[] = []
  private parted = true

  constructor(source: string) {
    this.source = source
  }

  add(text: string): void {
    if (text === '') return
    this.left.push(text)
    this.parted = false
  }

  stretch(from: number, to: number): void {
    if (from < to) this.add(this.source.slice(from, to))
  }

  /** One break is as good as many. */
  part(): void {
    if (!this.parted) this.left.push('\n')
    this.parted = true
  }

  all(): string {
    return this.left.join('')
  }
}

const PARTING = codesOf('\n 　、。，：；（）“”')

/** Parts numbers for certain, by itself: Han (neither 〇 nor half of a pair), its marks, and what is blank. */
function isBorder(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || PARTING.has(unit)
}
