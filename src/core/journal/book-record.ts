import { isListOf, isObject, isString, isWhole } from '../document/codec/shapes.ts'
import { ENCODINGS, type Encoding, type Evidence, type Newline } from '../text/encoding.ts'

const JOURNAL_FORMAT = 'jiaokan.journal'
const JOURNAL_VERSION = 1

/** Line 0 of a journal: which book it is, and what it was made of. */
export interface BookRecord {
  readonly id: string
  /** As it was on import; the label beside the journal may say another one since. */
  readonly title: string
  readonly sample: boolean
  /** Milliseconds since 1970. */
  readonly imported: number
  readonly sources: readonly SourceRecord[]
}

/** A raw text of the book. The texts lie beside the journal, under the SHA-256 of their UTF-8. */
export interface SourceRecord {
  readonly name: string
  /** Of the bytes as they came. */
  readonly sha256: string
  readonly encoding: Encoding
  readonly evidence: Evidence
  readonly bom: boolean
  readonly newline: Newline
  readonly text: string
  readonly payload: string
}

/** The JSON of line 0. */
export function writeBookRecord({ id, title, sample, imported, sources }: BookRecord): string {
  return JSON.stringify({
    format: JOURNAL_FORMAT,
    version: JOURNAL_VERSION,
    id,
    title,
    sample,
    imported,
    sources,
  })
}

/** What line 0 says; `newer` where a later version wrote it, null where it is no such line. */
export function readBookRecord(value: unknown): BookRecord | 'newer' | null {
  if (!isObject(value)) return null
  const { format, version, id, title, sample, imported, sources } = value as Record<string, unknown>
  if (format !== JOURNAL_FORMAT || !isWhole(version)) return null
  if (version > JOURNAL_VERSION) return 'newer'
  if (!isString(id) || !isString(title) || typeof sample !== 'boolean' || !isWhole(imported)) return null
  if (!isListOf(sources, isSourceRecord)) return null
  return { id, title, sample, imported, sources }
}

const EVIDENCE: readonly unknown[] = ['override', 'bom', 'nul-pattern', 'valid', 'score'] satisfies Evidence[]
const NEWLINES: readonly unknown[] = ['lf', 'crlf', 'cr', 'mixed'] satisfies Newline[]

/** How a source is described, whoever sends it: all of it but its text and payload. */
export function isSourceMeta(value: unknown): boolean {
  if (!isObject(value)) return false
  const { name, sha256, encoding, evidence, bom, newline } = value as Record<string, unknown>
  return (
    isString(name) &&
    isString(sha256) &&
    (ENCODINGS as readonly unknown[]).includes(encoding) &&
    EVIDENCE.includes(evidence) &&
    typeof bom === 'boolean' &&
    NEWLINES.includes(newline)
  )
}

function isSha256(value: unknown): value is string {
  return isString(value) && /^[0-9a-f]{64}$/.test(value)
}

function isSourceRecord(value: unknown): value is SourceRecord {
  return isSourceMeta(value) && isObject(value) && isSha256(value['text']) && isSha256(value['payload'])
}
