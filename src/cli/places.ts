import type { BlockId, RuleId } from '../core/corrections/correction.ts'
import type { ExportSource } from '../core/export/exporter.ts'
import type { Block } from '../core/structure/block.ts'
import { correctedText, segments } from '../core/structure/segments.ts'
import type { Run, Style } from './terminal.ts'

/** A block worth showing, with the rules that changed it. */
export interface Showcase {
  readonly block: Block
  /** Rule to number of changes. */
  readonly rules: ReadonlyMap<RuleId, number>
}

/** Raw text of more than this is not taken in at a glance. */
const GLANCE = 260

/** The blocks, `most` at most and in reading order, that show the greatest variety of repairs. */
export function showcases(source: ExportSource, most: number): Showcase[] {
  const byBlock = new Map<BlockId, Map<RuleId, number>>()
  for (const c of source.corrections) {
    if (c.origin.kind === 'manual') continue
    const rules = byBlock.get(c.block) ?? new Map<RuleId, number>()
    rules.set(c.origin.rule, (rules.get(c.origin.rule) ?? 0) + 1)
    byBlock.set(c.block, rules)
  }
  const left = source.blocks
    .map((block) => ({ block, rules: byBlock.get(block.id) ?? new Map<RuleId, number>() }))
    .filter(({ block, rules }) => rules.size > 0 && extent(block).to - extent(block).from <= GLANCE)
  const chosen: Showcase[] = []
  const seen = new Set<RuleId>()
  while (chosen.length < most) {
    let best: Showcase | null = null
    let bestNews = 0
    for (const candidate of left) {
      const news = [...candidate.rules.keys()].filter((rule) => !seen.has(rule)).length
      if (news > bestNews) [best, bestNews] = [candidate, news]
    }
    if (!best) break
    chosen.push(best)
    for (const rule of best.rules.keys()) seen.add(rule)
  }
  return left.filter((s) => chosen.includes(s))
}

/** From the first to past the last raw character of a block, what interrupts it included. */
export function extent(block: Block): { from: number; to: number } {
  return {
    from: Math.min(...block.spans.map((s) => s.from)),
    to: Math.max(...block.spans.map((s) => s.to)),
  }
}

/** The block as printed: line by line, what was changed marked, what belongs to others faint. */
export function rawView({ raw }: ExportSource, block: Block): Run[][] {
  const { from, to } = extent(block)
  const text = raw.text.slice(from, to).trimEnd()
  const style = new Array<Style>(text.length).fill('faint')
  for (const s of segments(raw, block)) {
    style.fill(s.kind === 'edit' ? 'removed' : 'plain', Math.max(0, s.from - from), Math.max(0, s.to - from))
  }
  const lines: Run[][] = [[]]
  for (let at = 0; at < text.length;) {
    if (text[at] === '\n' || text[at] === '\f') {
      // Breaks are signs at the end of their line, so that blank lines take no room.
      let sign = ''
      for (; text[at] === '\n' || text[at] === '\f'; at++) sign += text[at] === '\n' ? '⏎' : '␌'
      lines.at(-1)?.push({ text: sign, style: 'faint' })
      lines.push([])
      continue
    }
    let end = at + 1
    while (end < text.length && style[end] === style[at] && text[end] !== '\n' && text[end] !== '\f') end++
    const mark = style[at] ?? 'plain'
    lines
      .at(-1)
      ?.push({ text: mark === 'removed' ? visible(text.slice(at, end)) : text.slice(at, end), style: mark })
    at = end
  }
  return lines
}

function visible(text: string): string {
  return text.replace(/\p{Cf}/gu, '¦').replace(/\s/g, '␣')
}

/** The block as it goes out, what was put in marked. */
export function cleanView({ raw }: ExportSource, block: Block): Run[] {
  const runs: Run[] = []
  for (const s of segments(raw, block)) {
    if (s.kind === 'kept') runs.push({ text: raw.text.slice(s.from, s.to), style: 'plain' })
    else if (s.kind === 'edit' && s.insert !== '') runs.push({ text: s.insert, style: 'changed' })
  }
  const [open, close] = BRACKETS[block.role] ?? ['', '']
  return [{ text: open, style: 'plain' }, ...runs, { text: close, style: 'plain' }]
}

const BRACKETS: Partial<Record<Block['role'], readonly [string, string]>> = {
  title: ['【', '】'],
  caption: ['〔图〕', ''],
  credit: ['（', '）'],
  contributor: ['（', '）'],
}

/** The captions that interrupt a block, each with its credits. */
export function captionsInside(source: ExportSource, block: Block): string[] {
  const { from, to } = extent(block)
  const inside = source.blocks.filter(
    (b) => b !== block && b.spans.every((s) => s.from >= from && s.to <= to),
  )
  const lines: string[] = []
  for (const b of inside) {
    const text = correctedText(source.raw, b)
    if (b.role === 'caption') lines.push(`〔图〕${text}`)
    else if (b.role === 'credit') lines.push(`${lines.pop() ?? '〔图〕'}（${text}）`)
  }
  return lines
}
