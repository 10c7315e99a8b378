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
  const lines: { block: Block; text: string; runs: RegExpExecArray[]; isNumber: boolean }[] = []
  for (const block of doc.blocks.values()) {
    if (block.role !== 'furniture') continue
    const text = correctedText(doc.raw, block).normalize('NFKC').replace(/\s+/g, '')
    const runs = [...text.matchAll(RUN)]
    if (runs.length === 0) continue
    const isNumber = PAGE_NUMBER.test(text.replace(RUN, '#'))
    // Most lines by far are a page number alone: no head is like them.
    if (!isNumber || !runs.every(isShort)) lines.push({ block, text, runs, isNumber })
  }
  const heads = new Map<string, Set<BlockId>>()
  for (const { block, text, runs } of lines)
    for (const run of runs) {
      const key = slot(text, run)
      heads.set(key, (heads.get(key) ?? new Set()).add(block.id))
    }

  const out: HiddenDigits[] = []
  for (const { block, text, runs, isNumber } of lines) {
    if (block.decidedBy === 'editor') continue
    const hidden = runs.filter((m) => {
      const run = m[0]
      // · 86 · and the like: marks beside a number are no part of the head.
      const [before, after] = [text.slice(0, m.index), text.slice(m.index + run.length)]
      const named = before.endsWith('第') && after.startsWith('页') ? 1 : 0
      const atEdge = !SPELLS.test(before.slice(0, before.length - named)) || !SPELLS.test(after.slice(named))
      if (isShort(m) && (isNumber || (atEdge && printed.has(run)))) return false
      if (/^[0-9]{4}$/.test(run) && BOOK_NAME.test(text)) return false
      return heads.get(slot(text, m))!.size < 2
    })
    if (hidden.length > 0) out.push({ block, runs: hidden.map((m) => m[0]) })
  }
  return out
}

function isShort([run]: RegExpExecArray): boolean {
  return /^[0-9]{1,4}$/.test(run)
}

/** A name for a digit run of a head: the head with this run in it and all others left open. */
function slot(text: string, { 0: run, index }: RegExpExecArray): string {
  const before = text.slice(0, index).replace(RUN, '#')
  const after = text.slice(index + run.length).replace(RUN, '#')
  return `${before}\n${run}\n${after}`
}
