import { parseDocument, stringify } from 'yaml'
import { err, type Result } from '../core/result.ts'
import { readRules, rulesFile } from '../core/user-rules/read-rules.ts'
import type { RuleFault } from '../core/user-rules/rule-fault.ts'
import type { UserRule } from '../core/user-rules/user-rule.ts'
import { checkPattern } from './check-pattern.ts'

/** UTF-16 units; a hundred rules of the greatest length have fewer. */
const LARGEST = 256 * 1024

/** The rules in a file of YAML or JSON, or all that is wrong with it. Slow patterns are looked for, so not for a window's own thread. */
export function readRuleFile(text: string): Result<readonly UserRule[], readonly RuleFault[]> {
  if (text.length > LARGEST)
    return err([{ rule: null, kind: 'file-too-big', detail: `${String(text.length >> 10)} KB` }])
  // Aliases are the one way in which a small file may stand for a large value.
  const document = parseDocument(text.replace(/^\ufeff/, ''), { merge: false, prettyErrors: true })
  const [error] = document.errors
  if (error) return err([{ rule: null, kind: 'not-yaml', detail: error.message.split('\n')[0] ?? '' }])
  try {
    return readRules(document.toJS({ maxAliasCount: 0 }), checkPattern)
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    return err([{ rule: null, kind: 'not-yaml', detail: error.message }])
  }
}

/** The same rules as a file that is read back by `readRuleFile`. */
export function writeRuleFile(rules: readonly UserRule[]): string {
  return stringify(rulesFile(rules), { lineWidth: 0 })
}
