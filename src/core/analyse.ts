import type { BlockId, RuleId } from './corrections/correction.ts'
import type { CorrectionId } from './corrections/edit.ts'
import { FIGURE_RULES } from './figures/checks/index.ts'
import { FigureCheck } from './figures/figures.ts'
import type { FigureFinding } from './figures/finding.ts'
import { isCompared, type FigureBlock } from './figures/read/scanned.ts'
import { RULES } from './rules/index.ts'
import type { Rule } from './rules/rule.ts'
import { runRules } from './rules/runner.ts'
import { assemble } from './structure/assemble.ts'
import type { Analysis, Block } from './structure/block.ts'
import { Draft } from './structure/draft.ts'
import { findPages } from './structure/pages.ts'
import { correctedText } from './structure/segments.ts'
import { STEPS } from './structure/steps/index.ts'
import { keyed, openFinding, openPiece, withFigures } from './suggest.ts'
import type { RuleChoice } from './switches.ts'
import type { RawText } from './text/raw-text.ts'
import { asRule } from './user-rules/user-rule.ts'

/** Raised whenever the same text may come out otherwise. Kept with every analysis. */
const ENGINE = '0.1.0'
/** So many blocks are handed on at a time. */
const PART = 256

export interface AnalyseOptions extends Partial<RuleChoice> {
  /** Applies nothing that touches a digit, a unit or a word: such findings all become suggestions. */
  readonly strict?: boolean
  readonly rules?: readonly Rule[]
  /** Called now and then with the share that is done, 0 to 1. Throwing from it ends the analysis. */
  readonly onProgress?: (done: number) => void
}

/**
 * Raw text to structure, corrections and suggestions: all that the engine decides by itself, before the laws are held
 * (`obey`). Never throws on any raw text (what `onProgress` throws passes through); linear in its length.
 */
export function analyse(raw: RawText, options: AnalyseOptions = {}): Analysis {
  const analysis = analyseText(raw, options)
  return withFigures(raw, analysis, analysis.blocks, compareFigures(raw, analysis.blocks, options))
}

/** The checks between figures that are not switched off. */
export function checksOf({ off }: AnalyseOptions): RuleId[] {
  return FIGURE_RULES.map((r) => r.id).filter((id) => off?.has(id) !== true)
}

/** What disagrees among the figures of these blocks. */
export function compareFigures(
  raw: RawText,
  blocks: readonly Block[],
  options: AnalyseOptions,
): FigureFinding[] {
  const figures = new FigureCheck()
  const compared = blocks.filter((b) => isCompared(b.role))
  figures.take(compared.map((b) => figureBlock(b, correctedText(raw, b))))
  return figures.findings(checksOf(options))
}

/** The same without the suggestions about figures. `figures` gets the blocks as soon as the rules are done with them. */
export function analyseText(
  raw: RawText,
  options: AnalyseOptions = {},
  figures: Pick<FigureCheck, 'begin' | 'take'> | null = null,
): Analysis {
  const isOn = ({ id }: { readonly id: RuleId }): boolean => options.off?.has(id) !== true
  const own = (options.userRules ?? []).map(asRule)
  const rules = [...(options.rules ?? RULES), ...own]
    .filter(isOn)
    .map((r) => (options.strict ? strictly(r) : r))
  const draft = new Draft(raw.text, options.strict)
  STEPS.forEach((step, i) => {
    step.run(draft)
    options.onProgress?.((0.4 * (i + 1)) / STEPS.length)
  })
  const { blocks, corrections, open: breaks } = assemble(draft)
  const absorbed = new Set<CorrectionId>()
  /** The blocks of those: the ids of all corrections would be many to look up. */
  const absorbing = new Set<BlockId>()
  const open = breaks.map((p) => openPiece(raw, p))
  const done: Block[] = []
  let texts: FigureBlock[] = []
  figures?.begin()
  for (const block of blocks) {
    const run = runRules(raw, block, rules)
    for (const id of run.absorbed) absorbed.add(id)
    if (run.absorbed.length > 0) absorbing.add(block.id)
    for (const c of run.corrections) corrections.push(c)
    for (const f of run.open) open.push(openFinding(f))
    done.push(run.block)
    if (figures && isCompared(block.role)) texts.push(figureBlock(block, run.text))
    if (done.length % PART > 0 && done.length < blocks.length) continue
    figures?.take(texts)
    texts = []
    options.onProgress?.(0.4 + (0.6 * done.length) / blocks.length)
  }
  return {
    engine: ENGINE,
    rules: [...STEPS, ...rules, ...FIGURE_RULES.filter(isOn)].map((r) => ({
      rule: r.id,
      version: r.version,
    })),
    blocks: done,
    corrections: corrections.filter((c) => !absorbing.has(c.block) || !absorbed.has(c.id)),
    suggestions: keyed(raw, open),
    pages: findPages(draft),
  }
}

function figureBlock({ id, role, level = 1 }: Block, text: string): FigureBlock {
  return { id, role, level, text }
}

/** The rule as `--strict` runs it: findings of substance wait for a yes. */
function strictly(rule: Rule): Rule {
  return {
    ...rule,
    *check(view) {
      for (const f of rule.check(view))
        yield f.apply && f.fixes.some((x) => x.layer === 'substance') ? { ...f, apply: false } : f
    },
  }
}
