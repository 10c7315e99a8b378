import { err, ok, type Result } from '../result.ts'
import { ROLES } from '../structure/block.ts'
import {
  isListOf,
  isObject,
  isOrigin,
  isReason,
  isSpan,
  isString,
  isSuggestion,
  isWhole,
  type Json,
} from './codec/shapes.ts'
import type { DocumentEvent, Logged } from './event.ts'

export interface ShapeError {
  /** `unknown-event`: of a type that this version does not know; a later one may have written it. */
  readonly kind: 'not-an-event' | 'unknown-event' | 'malformed'
  readonly detail: string
}

/**
 * A line of a log, parsed from JSON by whoever read it, as an event that `step` can be given. Only the shape
 * is checked here; whether it fits the document, `step` finds out. Never throws.
 */
export function readLogged(value: unknown): Result<Logged, ShapeError> {
  if (!isObject(value)) return err({ kind: 'not-an-event', detail: typeof value })
  const { seq, at, by, event } = value as Record<string, unknown>
  if (!isWhole(seq) || !isString(at) || !isString(by) || !isObject(event))
    return err({ kind: 'not-an-event', detail: 'no seq, at, by, event' })
  const type = event['type']
  const fits = isString(type) && Object.hasOwn(SHAPES, type) ? SHAPES[type as DocumentEvent['type']] : null
  if (!fits) return err({ kind: 'unknown-event', detail: String(type) })
  if (!fits(event)) return err({ kind: 'malformed', detail: `${String(type)} ${seq}` })
  return ok({ seq, at, by, event: event as unknown as DocumentEvent })
}

type Is = (value: unknown) => boolean

const or =
  (...kinds: readonly Is[]): Is =>
  (value) =>
    kinds.some((is) => is(value))
const list =
  (is: Is): Is =>
  (value) =>
    Array.isArray(value) && value.every(is)
const absent: Is = (value) => value === undefined
const nothing: Is = (value) => value === null
const isBoolean: Is = (value) => typeof value === 'boolean'
const isRole: Is = (value) => (ROLES as readonly unknown[]).includes(value)
const isTrueOrAbsent: Is = (value) => value === true || value === undefined
const isPlace: Is = (value) => value === 'before' || value === 'after'
const maybe = (is: Is): Is => or(is, absent)
const orNull = (is: Is): Is => or(is, nothing)

const object =
  (fields: Readonly<Record<string, Is>>): ((value: unknown) => value is Json) =>
  (value): value is Json =>
    isObject(value) && Object.entries(fields).every(([name, is]) => is(value[name]))

const isLayer: Is = (value) => value === 'layout' || value === 'character' || value === 'substance'
const isEdit = object({ span: isSpan, insert: isString, block: maybe(isString) })
const isReplacement = object({
  kind: (value) => value === 'replace',
  id: isString,
  origin: isOrigin,
  layer: isLayer,
  reason: isReason,
  block: isString,
  edits: list(isEdit),
  replaces: list(isString),
  markedReading: isTrueOrAbsent,
  rejoined: isTrueOrAbsent,
})
const exchange = { added: list(isReplacement), withdrawn: list(isString) }
const accepts = { accepts: maybe(isString) }
const head = { role: isRole, level: maybe(isWhole) }
const quotes = { spans: (v: unknown) => isListOf(v, isSpan), replaces: list(isString) }

const SHAPES: Readonly<Record<DocumentEvent['type'], (value: unknown) => boolean>> = {
  analysed: object({ engine: isString, payload: isString }),
  found: object({ suggestions: (v) => isListOf(v, isSuggestion) }),
  corrected: object({ ...exchange, confirmed: maybe(list(isString)), ...accepts }),
  dismissed: object({ suggestion: isString, note: isString }),
  'as-printed': object({ span: isSpan, replaces: isString, suggestions: list(isString) }),
  noted: object({ note: isString, span: isSpan, text: isString }),
  'role-set': object({ block: isString, at: isWhole, ...head, ...accepts }),
  promoted: object({ block: isString, at: isWhole, level: isWhole }),
  split: object({
    block: isString,
    at: isWhole,
    created: isString,
    cut: maybe(isWhole),
    role: maybe(isRole),
    level: maybe(isWhole),
    ...accepts,
  }),
  joined: object({
    first: isString,
    second: isString,
    at: isWhole,
    ...exchange,
    move: maybe(isString),
    ...accepts,
  }),
  merged: object({
    what: or(
      object({
        kind: (v) => v === 'blocks',
        blocks: list(isString),
        at: isWhole,
        ...exchange,
        move: maybe(isString),
      }),
      object({ kind: (v) => v === 'entry', title: isString, at: isWhole, role: isRole }),
    ),
  }),
  lifted: object({
    block: isString,
    ...quotes,
    created: isString,
    ...head,
    place: isPlace,
    correction: isString,
    reason: isReason,
    along: list(isString),
  }),
  moved: object({
    correction: isString,
    reason: isReason,
    what: or(
      object({ kind: (v) => v === 'text', ...quotes, into: isString, after: orNull(isWhole) }),
      object({ kind: (v) => v === 'block', block: isString, at: isWhole, after: orNull(isString) }),
    ),
  }),
  'typed-in': object({
    created: isString,
    after: orNull(isString),
    at: isWhole,
    ...head,
    correction: isString,
    text: isString,
  }),
  'marked-read': object({ spans: (v) => isListOf(v, isSpan), read: isBoolean }),
  bookmarked: object({ at: isWhole, label: orNull(isString) }),
  undone: object({ seq: isWhole }),
}
