import type { Reason, RuleId } from './corrections/correction.ts'
import { FIGURE_RULES } from './figures/checks/index.ts'
import { RULES } from './rules/index.ts'
import type { Bilingual, RuleMeta } from './rules/rule.ts'
import { STEPS } from './structure/steps/index.ts'
import { isUserRule, USER_MESSAGES } from './user-rules/user-rule.ts'

export type Language = keyof Bilingual

/** Joins are made by the paragraph step and named by the kind of break: they speak with its words. */
const JOINS: readonly RuleMeta[] = (() => {
  const { version, messages } = STEPS.find((s) => s.id === 'structure/paragraphs')!
  const join = (id: string, title: Bilingual, why: Bilingual): RuleMeta => ({
    id: id as RuleId,
    version,
    title,
    why,
    messages: {
      ...messages,
      continued: { zh: '第 {0} 行未完，下行相接', en: 'line {0} goes on in the next' },
      double: {
        zh: '第 {0} 行的句号重出，与上文相接',
        en: 'the full stop in line {0} is a double; it joins the text before',
      },
      row: { zh: '表行应有 {0} 栏，第 {1} 行接上', en: 'a row has {0} cells; line {1} belongs to it' },
    },
  })
  return [
    join(
      'layout/hard-wrap',
      { zh: '折行', en: 'Hard wrap' },
      {
        zh: '排满一栏即换行，与文意无关：行满而句未完，下行相接。',
        en: 'A line breaks where its column is full, whatever it says: a full line with an unfinished sentence goes on in the next.',
      },
    ),
    join(
      'layout/isolated-run',
      { zh: '独行的数字与符号', en: 'Isolated run' },
      {
        zh: '有的提取软件把数字、西文、符号各放一行，前后文仍是一句。',
        en: 'Some extractors put each run of digits, Latin or signs on a line of its own; the text around it is still one sentence.',
      },
    ),
    join(
      'layout/cut-number',
      { zh: '拆开的数', en: 'Cut number' },
      {
        zh: '数与单位、小数点、千分位拆在两行，相接而数字不变；两行数字直接相连只提示。',
        en: 'A number parted from its unit, its point or its thousands by a line end is joined, its digits unchanged; digits are never joined to digits without a yes.',
      },
    ),
  ]
})()

/** Everything that may sign a correction or a suggestion, by its id. */
export const RULE_METAS: ReadonlyMap<RuleId, RuleMeta> = new Map(
  [...STEPS, ...RULES, ...FIGURE_RULES, ...JOINS].map((meta) => [meta.id, meta]),
)

/** What a rule is called. A rule that an editor wrote has its id for a name. */
export function ruleName(rule: RuleId, language: Language): string {
  return RULE_METAS.get(rule)?.title[language] ?? rule
}

/** A reason in words: the message of the rule that gives it, with its values filled in. An unknown one shows its key. */
export function reasonText(rule: RuleId, reason: Reason, language: Language): string {
  const messages = isUserRule(rule) ? USER_MESSAGES : RULE_METAS.get(rule)?.messages
  const template = messages?.[reason.key]?.[language]
  if (template === undefined) return reason.key
  return template.replace(/\{(\d)\}/g, (_, n: string) => String(reason.values?.[Number(n)] ?? ''))
}
