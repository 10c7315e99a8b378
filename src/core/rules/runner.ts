import type { BlockId, Replacement } from '../corrections/correction.ts'
import type { BlockEdit, CorrectionId } from '../corrections/edit.ts'
import { editList } from '../corrections/edit.ts'
import type { Block, Fix } from '../structure/block.ts'
import { segments } from '../structure/segments.ts'
import { rawSpan } from '../text/offset.ts'
import type { RawText } from '../text/raw-text.ts'
import type { Finding, Rule, RuleFix } from './rule.ts'

/** What a rule has found in a block and does not apply by itself; `from`/`to` are raw offsets. */
export interface OpenFinding {
  readonly rule: Rule
  readonly block: BlockId
  readonly finding: Finding
  readonly from: number
  readonly to: number
  readonly quote: string
  readonly fixes: readonly Fix[]
}

export interface RuleRun {
  readonly block: Block
  readonly corrections: readonly Replacement[]
  /** Earlier corrections of this block that a wider one has taken in. */
  readonly absorbed: readonly CorrectionId[]
  readonly open: readonly OpenFinding[]
}

/**
 * Runs the rules over one block, in their order, each on the text that those before it have left. Findings that
 * say so are applied, as edits of raw text; the others come back open. Linear in the block's text per rule.
 */
export function runRules(raw: RawText, block: Block, rules: readonly Rule[]): RuleRun {
  let current = block
  const corrections = new Map<CorrectionId, Replacement>()
  const absorbed: CorrectionId[] = []
  const open: OpenFinding[] = []
  let view = new BlockText(raw, current)
  for (const rule of rules) {
    if (!rule.roles.includes(block.role)) continue
    const applied: { fix: RuleFix; finding: Finding }[] = []
    for (const finding of rule.check({ text: view.text, role: block.role })) {
      if (finding.apply) applied.push({ fix: finding.fixes[0]!, finding })
      else open.push(openFinding(view, rule, block.id, finding))
    }
    if (applied.length === 0) continue
    const taken = new Set<CorrectionId>()
    const added: BlockEdit[] = []
    for (const { fix, finding } of applied) {
      const cut = new Set<CorrectionId>()
      const edits = view.toRaw(fix.from, fix.to, fix.insert, cut)
      if (edits.length === 0) continue
      // A correction that is cut goes over whole, with the edits it has elsewhere in the block.
      if (cut.size > 0)
        for (const e of current.edits)
          if (
            cut.has(e.correction) &&
            !edits.some((x) => x.span.from === e.span.from && x.span.to === e.span.to)
          )
            edits.push({ span: e.span, insert: e.insert })
      edits.sort((a, b) => a.span.from - b.span.from)
      for (const id of cut) taken.add(id)
      const id = `${rule.id}@${edits[0]!.span.from}` as CorrectionId
      corrections.set(id, {
        kind: 'replace',
        id,
        origin: { kind: 'rule', rule: rule.id, version: rule.version },
        layer: fix.layer,
        reason: { key: finding.message, ...(finding.values ? { values: finding.values } : {}) },
        block: block.id,
        edits,
        replaces: edits.map((e) => raw.text.slice(e.span.from, e.span.to)),
        ...(fix.markedReading ? { markedReading: true as const } : {}),
        ...(fix.rejoined ? { rejoined: true as const } : {}),
      })
      for (const e of edits) added.push({ ...e, correction: id })
    }
    for (const id of taken) if (!corrections.delete(id)) absorbed.push(id)
    const list = editList([...current.edits.filter((e) => !taken.has(e.correction)), ...added])
    if (!list.ok) throw new Error(`rule ${rule.id} made edits that overlap in block ${block.id}`)
    current = { ...current, edits: list.value }
    view = new BlockText(raw, current)
  }
  return { block: current, corrections: [...corrections.values()], absorbed, open }
}

function openFinding(view: BlockText, rule: Rule, block: BlockId, finding: Finding): OpenFinding {
  const none = new Set<CorrectionId>()
  const fixes = finding.fixes.map((f): Fix => {
    const edits = view.toRaw(f.from, f.to, f.insert, none)
    return {
      kind: 'edit',
      id: f.id,
      layer: f.layer,
      edits,
      ...(f.markedReading ? { markedReading: true as const } : {}),
      ...(f.rejoined ? { rejoined: true as const } : {}),
    }
  })
  const from = view.rawAt(finding.from)
  return {
    rule,
    block,
    finding,
    from,
    to: Math.max(from, finding.to > finding.from ? view.rawAt(finding.to - 1) + 1 : from),
    quote: view.text.slice(finding.from, finding.to),
    fixes,
  }
}

interface RawEdit {
  from: number
  to: number
  insert: string
}

/** A block's corrected text with the raw offset of each of its UTF-16 units. */
class BlockText {
  readonly text: string
  /** Raw offset of a kept unit; for a unit of an insertion, minus one minus the index of its edit. */
  private readonly at: Int32Array
  private readonly edits: { from: number; to: number; insert: string; correction: CorrectionId }[] = []

  constructor(raw: RawText, block: Block) {
    const parts: string[] = []
    const pieces = segments(raw, block)
    let length = 0
    for (const s of pieces) {
      if (s.kind === 'kept') length += s.to - s.from
      else if (s.kind === 'edit') length += s.insert.length
    }
    this.at = new Int32Array(length)
    let n = 0
    for (const s of pieces) {
      if (s.kind === 'kept') {
        parts.push(raw.text.slice(s.from, s.to))
        for (let i = s.from; i < s.to; i++) this.at[n++] = i
      } else if (s.kind === 'edit') {
        parts.push(s.insert)
        for (let i = 0; i < s.insert.length; i++) this.at[n++] = -1 - this.edits.length
        this.edits.push(s)
      }
    }
    this.text = parts.join('')
  }

  /** Raw offset of a unit; of inserted text, where its edit begins. */
  rawAt(clean: number): number {
    if (this.at.length === 0) return 0
    const a = this.at[Math.min(clean, this.at.length - 1)]!
    if (a < 0) return this.edits[-1 - a]!.from
    return clean >= this.at.length ? a + 1 : a
  }

  /**
   * Raw edits that replace `[from, to)` of the corrected text by `insert`. Insertions of earlier edits that it cuts
   * are taken in: their corrections go to `taken`, what they had beside the cut is kept. Units that stay the
   * same at both ends are left out; where lengths are equal, so are those inside.
   */
  toRaw(
    from: number,
    to: number,
    insert: string,
    taken: Set<CorrectionId>,
  ): { span: ReturnType<typeof rawSpan>; insert: string }[] {
    while (from < to && insert.length > 0 && this.text[from] === insert[0]) {
      from++
      insert = insert.slice(1)
    }
    while (from < to && insert.length > 0 && this.text[to - 1] === insert.at(-1)) {
      to--
      insert = insert.slice(0, -1)
    }
    if (from === to) {
      if (insert === '') return []
      const at = from > 0 ? this.rawAt(from - 1) + 1 : this.rawAt(0)
      return [{ span: rawSpan(at, at), insert }]
    }
    const out: RawEdit[] = []
    let absorbed: object | null = null
    const oneToOne = insert.length === to - from
    for (let i = from; i < to; i++) {
      const a = this.at[i]!
      const put = oneToOne ? insert[i - from]! : i === from ? insert : ''
      if (a < 0) absorbed = this.absorb(i, put, out, taken)
      else if (!(oneToOne && put === this.text[i])) {
        const last = out.at(-1)
        // Units that touch in raw text make one edit; a gap between them is another edit's, and stays so.
        if (last && last.to === a && last !== absorbed) {
          last.to = a + 1
          last.insert += put
        } else out.push({ from: a, to: a + 1, insert: put })
      }
    }
    return out.map((e) => ({ span: rawSpan(e.from, e.to), insert: e.insert }))
  }

  /** Takes in the edit that put unit `i` here. */
  private absorb(i: number, put: string, out: RawEdit[], taken: Set<CorrectionId>): RawEdit {
    const edit = this.edits[-1 - this.at[i]!]!
    const mine = out.find((e) => e.from === edit.from && e.to === edit.to && taken.has(edit.correction))
    let first = i
    while (first > 0 && this.at[first - 1] === this.at[i]) first--
    const text = edit.insert
    if (mine) {
      const k = i - first
      const done = mine.insert.length - (text.length - k)
      mine.insert = mine.insert.slice(0, done) + put + text.slice(k + 1)
      return mine
    }
    taken.add(edit.correction)
    const k = i - first
    const whole = { from: edit.from, to: edit.to, insert: text.slice(0, k) + put + text.slice(k + 1) }
    out.push(whole)
    return whole
  }
}
