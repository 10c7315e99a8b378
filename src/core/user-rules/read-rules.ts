import { err, ok, type Result } from '../result.ts'
import type { Bilingual } from '../rules/rule.ts'
import type { Role } from '../structure/block.ts'
import { type Groups, unknownGroup } from './replacement.ts'
import type { PatternFault, RuleFault } from './rule-fault.ts'
import { USER_ROLES, type UserRule } from './user-rule.ts'

/** Looks at a pattern before it ever runs. Core has no parser of patterns, so it is passed in. */
export type PatternCheck = (source: string, ignoreCase: boolean) => Result<Groups, PatternFault>

const VERSION = 1
const MOST_RULES = 100
const LONGEST = 300
const ID = /^[\p{L}\p{N}][\p{L}\p{N}.-]{0,39}$/u
const KEYS = ['id', 'find', 'pattern', 'flags', 'replace', 'roles', 'note']
const USUAL_ROLES: readonly Role[] = ['title', 'paragraph', 'list', 'table', 'caption']

type Fields = Readonly<Record<string, unknown>>
type Kind = RuleFault['kind']

/**
 * The rules of a file, from the value that its parser gave; or all that is wrong with them, each fault with its rule. One
 * bad rule refuses the file, so that nobody works with half of it.
 */
export function readRules(
  value: unknown,
  check: PatternCheck,
): Result<readonly UserRule[], readonly RuleFault[]> {
  const whole = (kind: Kind, detail = ''): Result<never, readonly RuleFault[]> =>
    err([{ rule: null, kind, detail }])
  if (!isFields(value) || !Array.isArray(value['rules'])) return whole('not-rules')
  const { 'jiaokan-rules': version, rules, ...others } = value
  if (typeof version !== 'number') return whole('not-rules')
  if (version !== VERSION) return whole('newer', String(version))
  const [other] = Object.keys(others)
  if (other !== undefined) return whole('unknown-key', other)
  const list = rules as readonly unknown[]
  if (list.length === 0) return whole('no-rules')
  if (list.length > MOST_RULES) return whole('too-many', String(list.length))
  const faults: RuleFault[] = []
  const read: UserRule[] = []
  const ids = new Set<string>()
  for (const [i, one] of list.entries()) {
    const rule = isFields(one) && isId(one['id']) ? one['id'] : `#${String(i + 1)}`
    const made = readRule(one, check)
    const found = made.ok ? [] : [...made.error]
    if (ids.has(rule)) found.push(['twice', rule])
    ids.add(rule)
    faults.push(...found.map(([kind, detail]) => ({ rule, kind, detail })))
    if (made.ok) read.push(made.value)
  }
  return faults.length === 0 ? ok(read) : err(faults)
}

/** The file in which these rules are read back. */
export function rulesFile(rules: readonly UserRule[]): object {
  return {
    'jiaokan-rules': VERSION,
    rules: rules.map(({ id, find, replace, roles, note }) => ({
      id,
      ...(find.kind === 'text' ? { find: find.text } : { pattern: find.source }),
      ...(find.kind === 'pattern' && find.ignoreCase ? { flags: 'i' } : {}),
      ...(replace === null ? {} : { replace }),
      roles,
      note: note.zh === note.en ? note.zh : note,
    })),
  }
}

type Faults = (readonly [Kind, string])[]

function readRule(value: unknown, check: PatternCheck): Result<UserRule, Faults> {
  if (!isFields(value)) return err([['not-a-rule', '']])
  const faults: Faults = Object.keys(value)
    .filter((key) => !KEYS.includes(key))
    .map((key) => ['unknown-key', key])
  const { id } = value
  if (!isId(id)) faults.push(['bad-id', ''])
  const find = readFind(value, check)
  if (!find.ok) faults.push(...find.error)
  const replace = value['replace'] ?? null
  if (replace !== null) faults.push(...textFaults('replace', replace))
  if (find.ok && typeof replace === 'string') faults.push(...replaceFaults(replace, find.value))
  const roles = value['roles'] ?? USUAL_ROLES
  if (!isRoles(roles)) faults.push(['bad-roles', shown(roles)])
  const note = readNote(value['note'])
  if (note === null) faults.push([value['note'] === undefined ? 'no-note' : 'bad-note', ''])
  else faults.push(...textFaults('note', note.zh), ...textFaults('note', note.en))
  if (faults.length > 0 || !isId(id) || !find.ok || !isRoles(roles) || note === null) return err(faults)
  return ok({ id, find: find.value.find, replace: replace as string | null, roles, note })
}

interface Found {
  readonly find: UserRule['find']
  /** Null: it is text, and has none. */
  readonly groups: Groups | null
}

function readFind(value: Fields, check: PatternCheck): Result<Found, Faults> {
  const { find: text, pattern: source, flags } = value
  if (text !== undefined && source !== undefined) return err([['two-finds', '']])
  const key = source === undefined ? 'find' : 'pattern'
  const given = source ?? text ?? ''
  if (given === '') return err([['no-find', '']])
  const faults = textFaults(key, given)
  const isBad = flags !== undefined && (flags !== 'i' || key === 'find')
  if (isBad) faults.push(['bad-flags', shown(flags)])
  if (faults.length > 0 || typeof given !== 'string') return err(faults)
  if (key === 'find') return ok({ find: { kind: 'text', text: given }, groups: null })
  const ignoreCase = flags === 'i'
  const groups = check(given, ignoreCase)
  if (!groups.ok) return err([[groups.error.kind, groups.error.detail]])
  return ok({ find: { kind: 'pattern', source: given, ignoreCase }, groups: groups.value })
}

function replaceFaults(replace: string, { find, groups }: Found): Faults {
  if (find.kind === 'text') return find.text === replace ? [['no-change', '']] : []
  const unknown = groups && unknownGroup(replace, groups)
  return unknown === null ? [] : [['unknown-group', unknown]]
}

function readNote(value: unknown): Bilingual | null {
  if (typeof value === 'string') return value.trim() === '' ? null : { zh: value, en: value }
  if (!isFields(value) || Object.keys(value).some((key) => key !== 'zh' && key !== 'en')) return null
  const { zh, en = zh } = value
  if (typeof zh !== 'string' || typeof en !== 'string' || zh.trim() === '' || en.trim() === '') return null
  return { zh, en }
}

function textFaults(key: string, value: unknown): Faults {
  if (typeof value !== 'string') return [['not-text', key]]
  if (value.length > LONGEST) return [['too-long', key]]
  return /[\p{Cc}\p{Cs}\u2028\u2029]/u.test(value) ? [['control-character', key]] : []
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value)
}

function isRoles(value: unknown): value is readonly Role[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => USER_ROLES.includes(one as Role))
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
