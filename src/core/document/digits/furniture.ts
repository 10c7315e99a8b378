import type { BlockId } from '../../corrections/correction.ts'
import type { Block } from '../../structure/block.ts'
import { correctedText } from '../../structure/segments.ts'
import type { Document } from '../document.ts'

/**
 * Digits in furniture that are neither a page number nor part of a running head: text that was thrown out.
 */
export interface HiddenDigits {
  readonly block: Block
  readonly runs: readonly string[]
}

const RUN = /[0-9]+(?:[.,][0-9]+)*/g
/** 123 · 123 · - 45 - 第 7 页: no letter but 第 and 页. */
const PAGE_NUMBER = /^[^\p{L}]*第?#页?[^\p{L}]*$/u
const SPELLS = /[\p{L}0-9]/u
const BOOK_NAME = /年鉴|年鑑|YEARBOOK/i

/**
 * Furniture is left out of what goes out, so its digits may be these only: a page number alone on its line;
 * the printed number of a page beside a head; the year of a yearbook's name; what stands in the same place of
 * the same head more than once. What the editor made furniture is the editor's word.
 */
export function hiddenDigits(doc: Document): HiddenDigits[] {
  const printed = new Set(doc.pages.flatMap((p) => p.printed ?? []))
  const lines: { block: Block; text: string }[] = []
  for (const block of doc.blocks.values()) {
    if (block.role !== 'furniture') continue
    const text = correctedText(doc.raw, block).normalize('NFKC').replace(/\s+/g, '')
    if (/[0-9]/.test(text)) lines.push({ block, text })
  }
  const heads = new Map<string, Set<BlockId>>()
  for (const { block, text } of lines)
    for (const key of slots(text)) heads.set(key, (heads.get(key) ?? new Set()).add(block.id))

  const out: HiddenDigits[] = []
  for (const { block, text } of lines) {
    if (block.decidedBy === 'editor') continue
    const keys = slots(text)
    const runs = [...text.matchAll(RUN)].filter((m, i) => {
      const run = m[0]
      // · 86 · and the like: marks beside a number are no part of the head.
      const [before, after] = [text.slice(0, m.index), text.slice(m.index + run.length)]
      const named = before.endsWith('第') && after.startsWith('页') ? 1 : 0
      const atEdge = !SPELLS.test(before.slice(0, before.length - named)) || !SPELLS.test(after.slice(named))
      const pageNumber = /^[0-9]{1,4}$/.test(run)
      if (pageNumber && PAGE_NUMBER.test(text.replace(RUN, '#'))) return false
      if (pageNumber && atEdge && printed.has(run)) return false
      if (/^[0-9]{4}$/.test(run) && BOOK_NAME.test(text)) return false
      return heads.get(keys[i]!)!.size < 2
    })
    if (runs.length > 0) out.push({ block, runs: runs.map((m) => m[0]) })
  }
  return out
}

/** One name for each digit run of a head: the head with this run in it and all others left open. */
function slots(text: string): string[] {
  return [...text.matchAll(RUN)].map((m) => {
    const before = text.slice(0, m.index).replace(RUN, '#')
    const after = text.slice(m.index + m[0].length).replace(RUN, '#')
    return `${before}\n${m[0]}\n${after}`
  })
}
