import { ENCODINGS, type Encoding, type Evidence, type Newline } from '../text/encoding.ts'
import { isObject, isString } from './codec/shapes.ts'

/** Where a raw text came from, and how its bytes were read. */
export interface SourceMeta {
  /** File name without its folder. */
  readonly name: string
  /** Of the bytes as they came. */
  readonly sha256: string
  readonly encoding: Encoding
  readonly evidence: Evidence
  readonly bom: boolean
  readonly newline: Newline
}

/** A raw text of a book with what the engine made of it on import. Never changes after that. */
export interface Source extends SourceMeta {
  /** Decoded, line ends LF. */
  readonly text: string
  /** The packed analysis (`codec.ts`); the log's first event names its hash. */
  readonly payload: string
}

/** These fields alone, always in this order. */
export function sourceMeta({ name, sha256, encoding, evidence, bom, newline }: SourceMeta): SourceMeta {
  return { name, sha256, encoding, evidence, bom, newline }
}

const EVIDENCE: readonly unknown[] = ['override', 'bom', 'nul-pattern', 'valid', 'score'] satisfies Evidence[]
const NEWLINES: readonly unknown[] = ['lf', 'crlf', 'cr', 'mixed'] satisfies Newline[]

/** Whether a value, from wherever it came, says all of it. */
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

export function isSha256(value: unknown): value is string {
  return isString(value) && /^[0-9a-f]{64}$/.test(value)
}
