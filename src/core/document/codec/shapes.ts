import type { Origin } from '../../corrections/correction.ts'
import type { Analysis, Page, Suggestion } from '../../structure/block.ts'

/** What a parsed piece of JSON must be to be what it says. Nothing here throws, whatever it is given. */
export type Json = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isString(value: unknown): value is string {
  return typeof value === 'string'
}

/** A count or an offset. */
export function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

export function isListOf<T>(value: unknown, is: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(is)
}

export function isSpan(value: unknown): value is { from: number; to: number } {
  return isObject(value) && isWhole(value['from']) && isWhole(value['to']) && value['from'] <= value['to']
}

export function isReason(value: unknown): boolean {
  if (!isObject(value) || !isString(value['key'])) return false
  const values = value['values']
  return (
    values === undefined ||
    (Array.isArray(values) && values.every((v) => isString(v) || typeof v === 'number'))
  )
}

export function isOrigin(value: unknown): value is Origin {
  if (!isObject(value)) return false
  const { kind, rule, version, suggestion } = value as Record<string, unknown>
  if (kind === 'manual') return true
  const named = isString(rule) && isWhole(version)
  return named && (kind === 'rule' || (kind === 'accepted' && isString(suggestion)))
}

export function isRule(value: unknown): value is Analysis['rules'][number] {
  return isObject(value) && isString(value['rule']) && isWhole(value['version'])
}

const PAGE_MARKS: readonly unknown[] = [
  'start',
  'form-feed',
  'leading-space',
  'page-number',
] satisfies Page['mark'][]

export function isPage(value: unknown): value is Page {
  if (!isObject(value)) return false
  const { from, mark, printed } = value as Record<string, unknown>
  return isWhole(from) && PAGE_MARKS.includes(mark) && (printed === null || isString(printed))
}

export function isSuggestion(value: unknown): value is Suggestion {
  if (!isObject(value)) return false
  const s = value as Record<string, unknown>
  const named = [s['key'], s['rule'], s['block'], s['quote']].every(isString)
  const quotes = s['quotes'] === undefined || (isListOf(s['quotes'], isString) && s['quotes'].length === 2)
  return (
    named &&
    quotes &&
    isWhole(s['version']) &&
    isSpan(s['span']) &&
    isReason(s['reason']) &&
    typeof s['confidence'] === 'number' &&
    Array.isArray(s['fixes']) &&
    s['fixes'].every(isFix)
  )
}

function isFix(value: unknown): boolean {
  if (!isObject(value)) return false
  const f = value as Record<string, unknown>
  if (!isString(f['id']) || !isString(f['layer'])) return false
  switch (f['kind']) {
    case 'edit':
      return (
        Array.isArray(f['edits']) &&
        f['edits'].every((e) => isObject(e) && isSpan(e['span']) && isString(e['insert']))
      )
    case 'split':
    case 'join':
      return isWhole(f['at'])
    default:
      return f['kind'] === 'role' && isString(f['role'])
  }
}
