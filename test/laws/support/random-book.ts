import type {
  BlockId,
  Correction,
  Layer,
  Relocation,
  Replacement,
  RuleId,
  SuggestionKey,
} from '../../../src/core/corrections/correction.ts'
import { type BlockEdit, type CorrectionId, editList } from '../../../src/core/corrections/edit.ts'
import { tidy } from '../../../src/core/document/spans.ts'
import {
  type Analysis,
  type Block,
  type OwnedSpan,
  ROLES,
  type Suggestion,
} from '../../../src/core/structure/block.ts'
import { rawOffset, rawSpan } from '../../../src/core/text/offset.ts'
import { type RawText, rawText } from '../../../src/core/text/raw-text.ts'
import { splitsPair } from '../../../src/core/text/surrogates.ts'
import { Chance } from './chance.ts'

const LETTERS = Array.from('年粮站座县1234567890.,，。【】（）Ooa \n\n\u200b\u3000𠮷２½')

/** Text of the sorts of characters that matter here: digits, breaks, brackets, pairs of surrogates. */
export function randomText(chance: Chance, length: number): string {
  let text = ''
  while (text.length < length) text += chance.pick(LETTERS)
  return text
}

export interface Book {
  readonly raw: RawText
  readonly analysis: Analysis
}

/** A consistent analysis of random text: torn and moved spans, edits in several spans, suggestions. */
export function randomBook(seed: number, size: number): Book {
  const chance = new Chance(seed)
  const made = rawText(randomText(chance, size), 'f'.repeat(64))
  if (!made.ok) throw new Error(made.error.kind)
  const raw = made.value
  const corrections: Correction[] = []
  const blocks = randomOwnership(chance, raw, corrections).map((block) =>
    withEdits(chance, raw, block, corrections),
  )
  return {
    raw,
    analysis: {
      engine: '0.0.1',
      rules: [{ rule: 'test/rule' as RuleId, version: 1 }],
      blocks,
      corrections,
      suggestions: randomSuggestions(chance, raw, blocks),
      pages: [{ from: rawOffset(0), mark: 'start', printed: null }],
    },
  }
}

/** Some offset that cuts no character in two. */
export function place(chance: Chance, text: string, from: number, to: number): number {
  const at = from + chance.below(to - from + 1)
  return splitsPair(text, at) ? at - 1 : at
}

function randomOwnership(chance: Chance, raw: RawText, corrections: Correction[]): Block[] {
  const { text } = raw
  const cuts = new Set([0, text.length])
  for (let i = chance.below(1 + text.length / 6); i > 0; i--) cuts.add(place(chance, text, 0, text.length))
  const sorted = [...cuts].sort((a, b) => a - b)
  const groups: { from: number; to: number }[][] = []
  for (let i = 1; i < sorted.length; i++) {
    const piece = { from: sorted[i - 1]!, to: sorted[i]! }
    // Now and then a piece belongs to an earlier block: that one is torn.
    if (groups.length > 1 && chance.oneIn(3)) chance.pick(groups).push(piece)
    else groups.push([piece])
  }
  const blocks = groups.map((group, i): Block => {
    const id = `b${i}` as BlockId
    if (chance.oneIn(4)) group.reverse()
    const move = chance.oneIn(3) ? (`test/move@${i}` as CorrectionId) : null
    const spans = group.map((s): OwnedSpan =>
      move && chance.oneIn(2) ? { ...rawSpan(s.from, s.to), moved: move } : rawSpan(s.from, s.to),
    )
    const moved = spans.filter((s) => s.moved)
    if (move && moved.length > 0)
      corrections.push({
        kind: 'move',
        id: move,
        origin: { kind: 'rule', rule: 'test/move' as RuleId, version: 1 },
        layer: 'layout',
        reason: { key: 'moved', values: [i] },
        spans: moved.map((s) => rawSpan(s.from, s.to)),
        replaces: moved.map((s) => text.slice(s.from, s.to)),
        block: id,
        after: chance.oneIn(3) ? null : rawOffset(place(chance, text, 0, text.length)),
      } satisfies Relocation)
    const role = chance.pick(ROLES)
    return {
      id,
      role,
      decidedBy: 'engine',
      ...(role === 'heading' && chance.oneIn(2) ? { level: 2 } : {}),
      spans: tidy(spans)!,
      edits: [] as never,
    }
  })
  if (blocks.length > 1 && chance.oneIn(3)) blocks.push(blocks.shift()!)
  return blocks
}

function withEdits(chance: Chance, raw: RawText, block: Block, corrections: Correction[]): Block {
  const edits: BlockEdit[] = []
  let parts: { from: number; to: number; insert: string }[] = []
  const inserted = new Set<number>()
  const close = (): void => {
    if (parts.length === 0) return
    const correction = randomReplacement(chance, raw, block, parts, corrections.length)
    corrections.push(correction)
    for (const e of correction.edits)
      edits.push({ span: e.span, insert: e.insert, correction: correction.id })
    parts = []
  }
  for (const span of block.spans) {
    let at: number = span.from
    for (let i = chance.below(3); i > 0 && at < span.to; i--) {
      const from = place(chance, raw.text, at, span.to)
      const to = chance.oneIn(3) ? from : place(chance, raw.text, from, Math.min(span.to, from + 4))
      const insert = chance.oneIn(2) ? '' : randomText(chance, 1 + chance.below(3))
      at = to + 1
      if (splitsPair(raw.text, at)) at++
      if (from === to && (insert === '' || inserted.has(from))) continue
      if (from === to) inserted.add(from)
      parts.push({ from, to, insert })
      if (chance.oneIn(2)) close()
    }
  }
  close()
  const list = editList(edits)
  if (!list.ok) throw new Error('the generator made edits that overlap')
  return { ...block, edits: list.value }
}

function randomReplacement(
  chance: Chance,
  raw: RawText,
  block: Block,
  parts: readonly { from: number; to: number; insert: string }[],
  count: number,
): Replacement {
  const first = parts[0]!
  const ids = [`test/rule.${count}@${first.from}`, `c${count}`, `plain ${count}x`]
  return {
    kind: 'replace',
    id: chance.pick(ids) as CorrectionId,
    origin: { kind: 'rule', rule: 'test/rule' as RuleId, version: 1 + chance.below(2) },
    layer: chance.pick<Layer>(['layout', 'character', 'substance']),
    reason: chance.pick([
      { key: 'plain' },
      { key: 'empty', values: [] },
      { key: 'line', values: [first.from] },
      { key: 'mixed', values: ['“a”', -7, 0.5, first.to] },
    ]),
    block: block.id,
    edits: parts.map((p) => ({ span: rawSpan(p.from, p.to), insert: p.insert })),
    replaces: parts.map((p) => raw.text.slice(p.from, p.to)),
    ...(chance.oneIn(4) ? { markedReading: true as const } : {}),
    ...(chance.oneIn(4) ? { rejoined: true as const } : {}),
  }
}

function randomSuggestions(chance: Chance, raw: RawText, blocks: readonly Block[]): Suggestion[] {
  const out: Suggestion[] = []
  for (const block of blocks) {
    const span = block.spans[0]
    if (span.from === span.to || chance.oneIn(2)) continue
    const from = place(chance, raw.text, span.from, span.to)
    const to = place(chance, raw.text, from, span.to)
    out.push({
      key: `s${out.length}` as SuggestionKey,
      rule: 'test/rule' as RuleId,
      version: 1,
      block: block.id,
      span: rawSpan(from, to),
      quote: raw.text.slice(from, to),
      reason: { key: 'doubt', values: [from] },
      confidence: 0.5,
      fixes: [
        { id: 'edit', kind: 'edit', layer: 'substance', edits: [{ span: rawSpan(from, to), insert: '改' }] },
        { id: 'role', kind: 'role', layer: 'layout', role: 'list' },
        { id: 'split', kind: 'split', layer: 'layout', at: rawOffset(to) },
        { id: 'join', kind: 'join', layer: 'layout', at: rawOffset(to) },
      ],
      ...(chance.oneIn(2) ? { quotes: ['12', '13'] as const } : {}),
    })
  }
  return out
}
