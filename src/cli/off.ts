import type { RuleId } from '../core/corrections/correction.ts'
import { err, type Result } from '../core/result.ts'
import { SWITCHABLE, switchedOff } from '../core/switches.ts'
import type { Arguments } from './arguments.ts'
import type { Messages } from './messages.ts'

/** The rules that `--off a,b` leaves out; a sentence where it names one that there is not. */
export function offRules(args: Arguments, m: Messages): Result<ReadonlySet<RuleId>, string> {
  const off = switchedOff((args.values.get('off') ?? '').split(',').filter((id) => id !== ''))
  return off.ok ? off : err(m.badValue('--off', off.error, [...SWITCHABLE].join(' ')))
}
