import { resolve } from 'node:path'
import { err, ok, type Result } from '../core/result.ts'
import { type RuleChoice, SWITCHABLE, switchedOff } from '../core/switches.ts'
import { ruleFaultText } from '../core/user-rules/rule-fault.ts'
import { type UserRule, userRuleId } from '../core/user-rules/user-rule.ts'
import { readRuleFile } from '../rule-files/rule-file.ts'
import type { Arguments, OptionKinds } from './arguments.ts'
import { decoder } from './decoder.ts'
import { explain, printable } from './explain.ts'
import type { Io } from './io.ts'
import type { Messages } from './messages.ts'
import { readSource } from './read-source.ts'

export const RULE_OPTIONS: OptionKinds = { off: 'value', rules: 'value' }

/**
 * The rules that `--rules FILE` adds and those that `--off a,b` leaves out, of the file's, too. A sentence where the file
 * is not to be had or a rule of it is refused, or where there is no rule of that name.
 */
export async function ruleChoice(args: Arguments, io: Io, m: Messages): Promise<Result<RuleChoice, string>> {
  const file = args.values.get('rules')
  const userRules = file === undefined ? ok([]) : await readRules(file, io, m)
  if (!userRules.ok) return userRules
  const own = userRules.value.map(userRuleId)
  const ids = (args.values.get('off') ?? '').split(',').filter((id) => id !== '')
  const off = switchedOff(ids, own)
  if (!off.ok) return err(m.badValue('--off', off.error, [...SWITCHABLE, ...own].join(' ')))
  return ok({ off: off.value, userRules: userRules.value })
}

/** The rules of a file; a sentence for each thing that is wrong with it. */
export async function readRules(
  file: string,
  io: Io,
  m: Messages,
): Promise<Result<readonly UserRule[], string>> {
  const bytes = await readSource(io.fs, resolve(io.cwd, file))
  if (!bytes.ok) return err(m.rulesRefused(printable(file), [explain(bytes.error, m).what]))
  const text = decoder.decode('utf-8', bytes.value)
  if (text === null) return err(m.rulesRefused(printable(file), [m.rulesNotUtf8]))
  const rules = readRuleFile(text)
  if (rules.ok) return rules
  const faults = rules.error.map((fault) => printable(ruleFaultText(fault, m.language)))
  return err(m.rulesRefused(printable(file), faults))
}
