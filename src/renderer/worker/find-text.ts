import { mapping } from '../../core/corrections/mapping.ts'
import { blocksOf, type Document } from '../../core/document/document.ts'
import type { Block } from '../../core/structure/block.ts'
import { correctedText, segments } from '../../core/structure/segments.ts'
import { cleanOffset } from '../../core/text/offset.ts'
import type { Hit, Hits } from './book-api.ts'

/** More places than these nobody looks through one by one. */
const MOST = 1_000
/** How much text is shown on each side of a hit. */
const AROUND = 14

/**
 * Places of a text, in raw order: in the text as corrected, across torn lines and lifted captions, and in the raw text,
 * where it stands in what was removed. White space in the query does not count; full and half width are one.
 */
export function findText(doc: Document, query: string, matchCase: boolean): Hits {
  const characters = Array.from(query.replace(/\s+/gu, ''))
  if (characters.length === 0) return { hits: [], isCut: false }
  const pattern = new RegExp(characters.map(either).join(String.raw`\s*`), matchCase ? 'gu' : 'giu')
  const hits = new Map<number, Hit>()
  for (const block of blocksOf(doc)) {
    for (const hit of inBlock(doc, block, pattern)) hits.set(hit.from, hit)
    if (hits.size > MOST) break
  }
  const { text } = doc.raw
  for (const { index, 0: found } of text.matchAll(pattern)) {
    if (hits.size > MOST) break
    if (!hits.has(index))
      hits.set(index, hitIn(text, index, index + found.length, index, index + found.length))
  }
  const sorted = [...hits.values()].sort((a, b) => a.from - b.from)
  return { hits: sorted.slice(0, MOST), isCut: sorted.length > MOST }
}

function* inBlock(doc: Document, block: Block, pattern: RegExp): Generator<Hit> {
  const text = correctedText(doc.raw, block)
  let places: ReturnType<typeof mapping> | null = null
  for (const { index, 0: found } of text.matchAll(pattern)) {
    places ??= mapping(segments(doc.raw, block), block.spans[0].from)
    const end = index + found.length
    const from = places.toRaw(cleanOffset(index), 1).at
    const to = places.toRaw(cleanOffset(end), -1).at
    yield hitIn(text, index, end, from, Math.max(from, to))
  }
}

function hitIn(text: string, index: number, end: number, from: number, to: number): Hit {
  const context = [
    text.slice(Math.max(0, index - AROUND), index),
    text.slice(index, end),
    text.slice(end, end + AROUND),
  ] as const
  return { from, to, context }
}

/** The character in both widths. */
function either(character: string): string {
  const code = character.charCodeAt(0)
  const forms = new Set([character, character.normalize('NFKC')])
  if (code > 0x20 && code < 0x7f) forms.add(String.fromCharCode(code + 0xfee0))
  const escaped = [...forms].map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`))
  return escaped.length === 1 ? escaped.join('') : `(?:${escaped.join('|')})`
}
