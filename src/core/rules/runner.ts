import type { BlockId, Replacement } from '../corrections/correction.ts'
import type { BlockEdit, CorrectionId } from '../corrections/edit.ts'
import { editList } from '../corrections/edit.ts'
import { partitionPoint } from '../order/partition-point.ts'
import { BlockText } from '../structure/block-text.ts'
import type { Block, Fix, Role } from '../structure/block.ts'
import { isBlank } from '../text/characters.ts'
import type { RawText } from '../text/raw-text.ts'
import type { Finding, Rule, RuleFix } from './rule.ts'

const tables = new WeakMap<readonly Rule[], Signs>()

function signsOf(rules: readonly Rule[]): Signs {
  let table = tables.get(rules)
  if (!table) tables.set(rules, (table = new Signs(rules)))
  return table
}

/** Which rules a character calls up: one bit for each, so that one look at a character serves them all. */
class Signs {
  private readonly table = new Int32Array(0x10000)
  /** Rules that look at all text, and those for which no bit is left. */
  private readonly always: number
  private readonly roles = new Map<Role, number>()

  constructor(rules: readonly Rule[]) {
    rules.forEach((rule, k) => {
      for (const role of rule.roles) this.roles.set(role, (this.roles.get(role) ?? 0) | this.bit(k))
    })
    let always = 0
    rules.forEach((rule, k) => {
      const { signs } = rule
      if (signs === undefined || k >= LAST) {
        always |= this.bit(k)
        return
      }
      for (let i = 0; i < signs.length; i++) {
        const from = signs.charCodeAt(i)
        const range = signs[i + 1] === '–' && i + 2 < signs.length
        const to = range ? signs.charCodeAt(i + 2) : from
        for (let c = from; c <= to; c++) this.table[c]! |= this.bit(k)
        if (range) i += 2
      }
    })
    this.always = always
  }

  bit(rule: number): number {
    return 1 << Math.min(rule, LAST)
  }

  /** The rules that a role has. */
  role(role: Role): number {
    return this.roles.get(role) ?? 0
  }

  of(text: string): number {
    let seen = 0
    for (let i = 0; i < text.length; i++) seen |= this.table[text.charCodeAt(i)]!
    return seen
  }

  /** Called up by the text of a block: what its edits take out does not count, nor do breaks at its ends. */
  in(raw: RawText, block: Block): number {
    const { text } = raw
    let seen = this.always
    let next = 0
    for (const span of block.spans) {
      let i: number = span.from
      let end: number = span.to
      if (block.spans.length === 1) {
        while (i < end && isBlank(text.charCodeAt(i))) i++
        while (end > i && isBlank(text.charCodeAt(end - 1))) end--
      } else next = partitionPoint(block.edits.length, (k) => block.edits[k]!.span.to <= span.from)
      for (; i < end; i++) {
        while (next < block.edits.length && block.edits[next]!.span.to <= i) next++
        const edit = block.edits[next]
        const stop = Math.min(end, edit ? Math.max(i, edit.span.from) : end)
        for (; i < stop; i++) seen |= this.table[text.charCodeAt(i)]!
        if (edit && edit.span.from < end) {
          seen |= this.of(edit.insert)
          i = Math.max(i, edit.span.to) - 1
          next++
        }
      }
    }
    return seen
  }
}

/** One bit is kept for all rules that come after. */
const LAST = 30

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
  const signs = signsOf(rules)
  let seen = signs.in(raw, block)
  if ((seen & signs.role(block.role)) === 0) return { block, corrections: [], absorbed: [], open: [] }
  let current = block
  const corrections = new Map<CorrectionId, Replacement>()
  const absorbed: CorrectionId[] = []
  const open: OpenFinding[] = []
  let view: BlockText | null = null
  const own = signs.role(block.role)
  for (let k = 0; k < rules.length; k++) {
    if ((seen & own & signs.bit(k)) === 0) continue
    const rule = rules[k]!
    if (!rule.roles.includes(block.role)) continue
    view ??= new BlockText(raw, current)
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
      seen |= signs.of(fix.insert)
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
    view = null
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
