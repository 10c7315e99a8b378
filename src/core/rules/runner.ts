import type { BlockId, Replacement } from '../corrections/correction.ts'
import type { BlockEdit, CorrectionId, Edit } from '../corrections/edit.ts'
import { withEdits, withoutEdits } from '../corrections/edit.ts'
import { BlockText, type Change } from '../structure/block-text.ts'
import type { Block, Fix } from '../structure/block.ts'
import type { RawText } from '../text/raw-text.ts'
import type { Finding, Rule } from './rule.ts'
import { Signs } from './signs.ts'

const NONE: readonly never[] = []

const tables = new WeakMap<readonly Rule[], Signs>()

function signsOf(rules: readonly Rule[]): Signs {
  let table = tables.get(rules)
  if (!table) tables.set(rules, (table = new Signs(rules)))
  return table
}

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
  /** As the rules have left it. */
  readonly text: string
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
  const signs = signsOf(rules)
  const own = signs.role(block.role)
  let view = BlockText.of(raw, block)
  let seen = own & signs.of(view.text)
  if (seen === 0) return { block, text: view.text, corrections: NONE, absorbed: NONE, open: NONE }
  let corrections: Replacement[] = []
  const absorbed: CorrectionId[] = []
  const open: OpenFinding[] = []
  for (let k = 0; k < rules.length; k++) {
    if ((seen & signs.bit(k)) === 0) continue
    const rule = rules[k]!
    if (!rule.roles.includes(block.role)) continue
    const applied: Applied[] = []
    for (const finding of rule.check({ text: view.text, role: block.role })) {
      const change = finding.apply ? view.smallest(finding.fixes[0]!) : null
      if (change) applied.push(apply(raw, view, rule, finding, change))
      else if (!finding.apply) open.push(openFinding(view, rule, block.id, finding))
    }
    if (applied.length === 0) continue
    let kept = view.block.edits
    if (applied.some(({ cut }) => cut.length > 0)) {
      const taken = new Set(applied.flatMap(({ cut }) => cut))
      kept = withoutEdits(kept, (e) => taken.has(e.correction))
      for (const id of taken) if (!corrections.some((c) => c.id === id)) absorbed.push(id)
      corrections = corrections.filter((c) => !taken.has(c.id))
    }
    const added: BlockEdit[] = []
    for (const { correction } of applied) {
      corrections.push(correction)
      for (const { span, insert } of correction.edits) added.push({ span, insert, correction: correction.id })
    }
    const list = withEdits(kept, added)
    if (!list.ok) throw new Error(`rule ${rule.id} made edits that overlap in block ${block.id}`)
    leftToRight(applied)
    view = view.after(applied, list.value)
    seen |= own & calledUp(signs, view.text, applied)
  }
  return { block: view.block, text: view.text, corrections, absorbed, open }
}

/** The change that a finding asks for, as applied. */
interface Applied extends Change {
  readonly correction: Replacement
  /** Corrections that it has taken in. */
  readonly cut: readonly CorrectionId[]
}

function apply(raw: RawText, view: BlockText, rule: Rule, finding: Finding, change: Change): Applied {
  const { edits, cut } = view.toRaw(change)
  // A correction that is cut goes over whole, with the edits it has elsewhere in the block.
  if (cut.length > 0)
    for (const { correction, span, insert } of view.block.edits)
      if (cut.includes(correction) && !edits.some((x) => x.span.from === span.from && x.span.to === span.to))
        edits.push({ span, insert })
  if (edits.length > 1) edits.sort((a, b) => a.span.from - b.span.from)
  const { from, to, insert } = change
  return { from, to, insert, correction: correctionOf(raw, view.block.id, rule, finding, edits), cut }
}

/** Most rules find in that order. */
function leftToRight(changes: Change[]): void {
  for (let i = 1; i < changes.length; i++)
    if (changes[i]!.from < changes[i - 1]!.from) {
      changes.sort((a, b) => a.from - b.from)
      return
    }
}

/** What the places of changes call up now: what stood apart may stand side by side. */
function calledUp(signs: Signs, text: string, changes: readonly Change[]): number {
  let called = 0
  let shift = 0
  for (const { from, to, insert } of changes) {
    const at = from + shift
    called |= signs.of(text, at - 1, at + insert.length + 1)
    shift += insert.length - (to - from)
  }
  return called
}

function correctionOf(
  raw: RawText,
  block: BlockId,
  { id: rule, version }: Rule,
  { message, values, fixes }: Finding,
  edits: readonly Edit[],
): Replacement {
  const { layer, markedReading, rejoined } = fixes[0]!
  const correction: Replacement = {
    kind: 'replace',
    id: `${rule}@${edits[0]!.span.from}` as CorrectionId,
    origin: { kind: 'rule', rule, version },
    layer,
    reason: values ? { key: message, values } : { key: message },
    block,
    edits,
    replaces: edits.map((e) => raw.text.slice(e.span.from, e.span.to)),
  }
  if (!markedReading && !rejoined) return correction
  return { ...correction, ...(markedReading && { markedReading }), ...(rejoined && { rejoined }) }
}

function openFinding(view: BlockText, rule: Rule, block: BlockId, finding: Finding): OpenFinding {
  const fixes = finding.fixes.map((f): Fix => {
    const change = view.smallest(f)
    return {
      kind: 'edit',
      id: f.id,
      layer: f.layer,
      edits: change ? view.toRaw(change).edits : [],
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
