import type { BlockId, Replacement } from '../corrections/correction.ts'
import type { BlockEdit, CorrectionId } from '../corrections/edit.ts'
import { withEdits, withoutEdits } from '../corrections/edit.ts'
import { BlockText } from '../structure/block-text.ts'
import type { Block, Fix } from '../structure/block.ts'
import type { RawText } from '../text/raw-text.ts'
import type { Finding, Rule, RuleFix } from './rule.ts'
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
  let view = new BlockText(raw, block)
  let seen = own & signs.of(view.text)
  if (seen === 0) return { block, text: view.text, corrections: NONE, absorbed: NONE, open: NONE }
  let current = block
  const corrections = new Map<CorrectionId, Replacement>()
  const absorbed: CorrectionId[] = []
  const open: OpenFinding[] = []
  for (let k = 0; k < rules.length; k++) {
    if ((seen & signs.bit(k)) === 0) continue
    const rule = rules[k]!
    if (!rule.roles.includes(block.role)) continue
    const applied: { fix: RuleFix; finding: Finding }[] = []
    for (const finding of rule.check({ text: view.text, role: block.role })) {
      if (finding.apply) applied.push({ fix: finding.fixes[0]!, finding })
      else open.push(openFinding(view, rule, block.id, finding))
    }
    if (applied.length === 0) continue
    const taken = new Set<CorrectionId>()
    const added: BlockEdit[] = []
    const cut = new Set<CorrectionId>()
    for (const { fix, finding } of applied) {
      cut.clear()
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
      if (edits.length > 1) edits.sort((a, b) => a.span.from - b.span.from)
      for (const id of cut) taken.add(id)
      const id = `${rule.id}@${edits[0]!.span.from}` as CorrectionId
      corrections.set(id, {
        kind: 'replace',
        id,
        origin: { kind: 'rule', rule: rule.id, version: rule.version },
        layer: fix.layer,
        reason: { key: finding.message, ...(finding.values && { values: finding.values }) },
        block: block.id,
        edits,
        replaces: edits.map((e) => raw.text.slice(e.span.from, e.span.to)),
        ...(fix.markedReading && { markedReading: fix.markedReading }),
        ...(fix.rejoined && { rejoined: fix.rejoined }),
      })
      for (const { span, insert } of edits) added.push({ span, insert, correction: id })
    }
    for (const id of taken) if (!corrections.delete(id)) absorbed.push(id)
    const kept =
      taken.size === 0 ? current.edits : withoutEdits(current.edits, (e) => taken.has(e.correction))
    const list = withEdits(kept, added)
    if (!list.ok) throw new Error(`rule ${rule.id} made edits that overlap in block ${block.id}`)
    current = { ...current, edits: list.value }
    view = new BlockText(raw, current)
    // What stood apart may stand side by side now.
    seen = own & signs.of(view.text)
  }
  return { block: current, text: view.text, corrections: [...corrections.values()], absorbed, open }
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
