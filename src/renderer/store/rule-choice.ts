import type { RuleId } from '../../core/corrections/correction.ts'
import type { RuleChoice } from '../../core/switches.ts'
import type { SettingValues } from './settings.svelte.ts'

/** The rules with which a text is analysed, as the editor has set them. */
export function ruleChoice({ rulesOff, userRules }: SettingValues): RuleChoice {
  return { off: new Set(rulesOff as readonly RuleId[]), userRules }
}
