import { FIGURE_RULES } from '../../src/core/figures/checks/index.ts'
import type { FigureRule } from '../../src/core/figures/finding.ts'
import { RULE_METAS } from '../../src/core/messages.ts'
import { RULES } from '../../src/core/rules/index.ts'
import type { Conduct, Rule, RuleMeta } from '../../src/core/rules/rule.ts'
import { tryRule } from '../../src/core/try-rule.ts'
import { figureFindings } from '../../src/core/figures/figures.ts'
import { exampleBook } from '../figures/written.ts'

const CONDUCT: Readonly<Record<Conduct, string>> = {
  safe: '安全，自动改 · safe, applied on import',
  reading: '唯一读法，改后待查 · the one possible reading, applied and queued for a look',
  asks: '只提示，待定 · asks, changes nothing',
}

/** docs/rules.md: every rule with its reason and its examples, made of what the code says. */
export function rulesPage(): string {
  const described = new Set([...RULES, ...FIGURE_RULES].map((r) => r.id))
  const steps = [...RULE_METAS.values()].filter((m) => !described.has(m.id))
  return [
    '# 规则 · Rules',
    '',
    '<!-- Made by `npm run docs:rules` from the rules themselves. Do not edit. -->',
    '',
    'In the order in which they run. A book keeps the version of each rule that it was analysed with. Rules of the text and of',
    'the figures can be left out (`jiaokan clean --off ID,ID`); which ones ran is on record with the book.',
    '',
    `## 文字 · Text (${String(RULES.length)})`,
    '',
    ...RULES.flatMap(textRule),
    `## 数据 · Figures that disagree (${String(FIGURE_RULES.length)})`,
    '',
    'Reported with both quotes, never changed.',
    '',
    ...FIGURE_RULES.flatMap(figureRule),
    `## 结构 · Structure (${String(steps.length)})`,
    '',
    'Layout only: joins, lifts and roles move or close up text and change none of it. What is in doubt is a suggestion.',
    '',
    ...steps.flatMap((s) => head(s)),
  ].join('\n')
}

function head({ id, version, title, why, norm }: RuleMeta): string[] {
  return [
    `### ${title.zh} · ${title.en}`,
    '',
    `\`${id}\`, version ${String(version)}${norm ? `, ${norm}` : ''}`,
    '',
    why.zh,
    '',
    why.en,
    '',
  ]
}

function textRule(rule: Rule): string[] {
  const trials = rule.examples.map((e) => ({ e, trial: tryRule(rule, e.before, e.role) }))
  const asked = trials.flatMap(({ trial }) => trial.findings.flatMap((f) => f.confidence ?? []))
  return [
    ...head(rule),
    ...rule.conduct.map((c) => `- ${CONDUCT[c]}${c === 'asks' ? ` (${range(asked)})` : ''}`),
    '',
    '| 原文 before | 结果 after |',
    '|---|---|',
    ...trials.map(({ e }) => `| ${cell(e.before)} | ${outcome(e.before, e.after)} |`),
    '',
  ]
}

function outcome(before: string, after: string | null): string {
  if (after === null) return '不动 stays'
  return after === before ? '提示 reported' : cell(after)
}

function figureRule(rule: FigureRule): string[] {
  const confidences = rule.examples.flatMap((e) =>
    figureFindings(exampleBook(e.text)).map((f) => f.confidence),
  )
  return [
    ...head(rule),
    `- ${CONDUCT.asks} (${range(confidences)})`,
    '',
    '| 原文 text | 报 reported |',
    '|---|---|',
    ...rule.examples.map((e) => {
      const quotes = e.quotes === null ? '不报 silent' : [...new Set(e.quotes)].map(cell).join(' ↔ ')
      return `| ${e.text.split('\n').map(cell).join('<br>')} | ${quotes} |`
    }),
    '',
  ]
}

/** The confidence that the examples are reported with. */
function range(confidences: readonly number[]): string {
  const [low, high] = [Math.min(...confidences), Math.max(...confidences)]
  const two = (n: number): string => String(Math.round(n * 100) / 100)
  return low === high ? two(low) : `${two(low)}–${two(high)}`
}

/** Code keeps spaces and marks as they are; what cannot be seen is named. */
function cell(text: string): string {
  const seen = text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff\u3000\u00a0\u2e80-\u2fd5\uf900-\ufaff]/g, (c) => {
      return `⟨U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`
    })
    .replaceAll('|', '\\|')
  return `\`${seen}\``
}
