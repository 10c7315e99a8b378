import type { CorrectionId } from '../../src/core/corrections/edit.ts'
import type { RawOffset } from '../../src/core/text/offset.ts'
import { editList } from '../../src/core/corrections/edit.ts'
import type { Block, Fix, OwnedSpan } from '../../src/core/structure/block.ts'
import { exported, type Cleaned } from './clean.ts'
import { isSame, type FaultyEntry } from './score.ts'
import type { ExpectedEntry } from './specimen.ts'

/** Of so many suggestions an editor’s every choice is tried; of more, each alone and all together. */
const MOST_CHOICES = 6

/** Is a faulty entry right once an editor has said yes to some of the suggestions inside it, to the first fix of each? */
export function coveredBySuggestions(cleaned: Cleaned, { wanted, got }: FaultyEntry): boolean {
  if (!got) return false
  const from = entryStart(cleaned, got.title, wanted.paragraphs[0] ?? '')
  if (!from) return false
  const open = cleaned.analysis.suggestions.filter((s) => s.span.to > from.from && s.span.from < from.to)
  if (open.length === 0 || open.length > 24) return false
  if (open.some((s) => s.fixes.length === 0 && !s.quotes && isNear(cleaned, s.span.from, wanted, got)))
    return true
  const first = open.flatMap((s) => s.fixes.slice(0, 1))
  const tries =
    first.length > MOST_CHOICES
      ? [...first.map((fix) => [fix]), first]
      : Array.from({ length: 2 ** first.length - 1 }, (_, k) => first.filter((_, i) => ((k + 1) >> i) & 1))
  return tries.some((fixes) => {
    const blocks = fixes.reduceRight<readonly Block[] | null>(
      (all, fix) => all && accept(all, fix),
      cleaned.analysis.blocks,
    )
    if (!blocks) return false
    const book = exported(cleaned.raw, { ...cleaned.analysis, blocks })
    return book.categories.some((k) =>
      k.sections.some((s) =>
        [s, ...s.sections].some((x) => x.entries.some((e) => e.title === wanted.title && isSame(e, wanted))),
      ),
    )
  })
}

/** Is there a finding about figures inside the entry? */
export function isReported(cleaned: Cleaned, entry: ExpectedEntry): boolean {
  const range = entryStart(cleaned, entry.title, entry.paragraphs[0] ?? '')
  return (
    range !== null &&
    cleaned.analysis.suggestions.some(
      (s) => s.rule.startsWith('figures/') && s.span.to > range.from && s.span.from < range.to,
    )
  )
}

/** Does a suggestion without a remedy point at the sentence in which the two differ? */
function isNear(
  cleaned: Cleaned,
  at: number,
  wanted: FaultyEntry['wanted'],
  got: NonNullable<FaultyEntry['got']>,
): boolean {
  const [a, b] = [wanted, got].map((e) => [e.title, ...e.paragraphs].join('').replace(/\s/g, ''))
  let first = 0
  while (first < a!.length && a![first] === b![first]) first++
  const sentence = cleaned.raw.text.slice(Math.max(0, at - 80), at + 80).replace(/\s/g, '')
  return (
    sentence.includes(b!.slice(first, first + 4)) ||
    sentence.includes(b!.slice(Math.max(0, first - 4), first))
  )
}

/** Raw span of the entry with this title, of several the one whose text begins most like this. */
function entryStart(
  cleaned: Cleaned,
  title: string | null,
  start: string,
): { from: number; to: number } | null {
  const { blocks } = cleaned.analysis
  const wanted = start.replace(/\s/g, '').slice(0, 40)
  let best: { from: number; to: number; alike: number } | null = null
  for (let i = 0; i < blocks.length; i++) {
    const b = blocks[i]!
    const text = cleaned.raw.text.slice(b.spans[0].from, b.spans.at(-1)!.to)
    if (b.role !== 'title' || !text.replace(/\s/g, '').includes((title ?? '').slice(0, 3))) continue
    let to = b.spans.at(-1)!.to
    let body = ''
    for (let k = i + 1; k < blocks.length && !/^(?:title|heading|category)$/.test(blocks[k]!.role); k++) {
      to = Math.max(to, ...blocks[k]!.spans.map((s) => s.to)) as typeof to
      if (body.length < 80) body += cleaned.raw.text.slice(blocks[k]!.spans[0].from, blocks[k]!.spans[0].to)
    }
    const got = body.replace(/\s/g, '')
    let alike = 0
    while (alike < wanted.length && wanted[alike] === got[alike]) alike++
    if (alike >= 2 && alike > (best?.alike ?? 0)) best = { from: b.spans[0].from, to, alike }
  }
  return best
}

/** The blocks after a yes; null where the fix does not fit. */
function accept(blocks: readonly Block[], fix: Fix): readonly Block[] | null {
  if (fix.kind === 'edit') {
    return blocks.map((b) => {
      const edits = fix.edits.filter((e) => b.spans.some((s) => e.span.from >= s.from && e.span.to <= s.to))
      if (edits.length === 0) return b
      const kept = b.edits.filter(
        (o) => !edits.some((e) => o.span.to > e.span.from && o.span.from < e.span.to),
      )
      const list = editList([...kept, ...edits.map((e) => ({ ...e, correction: 'yes' as CorrectionId }))])
      return list.ok ? { ...b, edits: list.value } : b
    })
  }
  if (fix.kind === 'role') return null
  const at = blocks.findIndex((b) => b.spans.some((s) => s.from < fix.at && fix.at <= s.to))
  const block = blocks[at]
  if (!block) return null
  const out = [...blocks]
  if (fix.kind === 'split') {
    const cut = (keep: (s: OwnedSpan) => OwnedSpan | null): Block['spans'] =>
      block.spans.map(keep).filter((s) => s !== null) as unknown as Block['spans']
    const first = cut((s) => (s.to <= fix.at ? s : s.from < fix.at ? { ...s, to: fix.at } : null))
    const rest = cut((s) => (s.from >= fix.at ? s : s.to > fix.at ? { ...s, from: fix.at } : null))
    if (first.length === 0 || rest.length === 0) return null
    const part = (spans: Block['spans']): Block => {
      const list = editList(
        block.edits.filter((e) =>
          spans.some((s) => e.span.from >= s.from && e.span.to <= s.to && e.span.from !== fix.at),
        ),
      )
      if (!list.ok) throw new Error('edits overlap')
      return { ...block, spans, edits: list.value }
    }
    const clean = part(first)
    const edits = editList(clean.edits.filter((e) => e.span.to < fix.at))
    out.splice(at, 1, edits.ok ? { ...clean, edits: edits.value } : clean, part(rest))
    return out
  }
  const next = blocks.findIndex((b, i) => i > at && (b.role === 'paragraph' || b.role === 'list'))
  if (next < 0) return null
  const other = blocks[next]!
  const list = editList([...block.edits, ...other.edits, ...joint(block, fix.at)])
  if (!list.ok) return null
  out.splice(next, 1)
  out[at] = {
    ...block,
    spans: [...block.spans, ...other.spans] as unknown as Block['spans'],
    edits: list.value,
  }
  return out

  /** What is blank between two paragraphs goes. */
  function joint(a: Block, from: RawOffset): Block['edits'][number][] {
    const end = a.spans.at(-1)!
    return end.to > from
      ? [{ span: { from, to: end.to }, insert: '', correction: 'yes' as CorrectionId }]
      : []
  }
}
