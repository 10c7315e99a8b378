import { err, ok, type Result } from '../result.ts'
import type { RawText } from '../text/raw-text.ts'
import { quoted } from './codec.ts'
import { dress, packBlocks, unpackBlocks } from './codec/blocks.ts'
import { Damage, readColumns } from './codec/columns.ts'
import { packCorrections, unpackCorrections } from './codec/corrections.ts'
import { Strings } from './codec/cursor.ts'
import { type EnvelopeError, type Format, seal, unseal } from './codec/envelope.ts'
import {
  isListOf,
  isObject,
  isPage,
  isRule,
  isString,
  isSuggestion,
  isWhole,
  type Json,
} from './codec/shapes.ts'
import type { Document } from './document.ts'
import { checkAnalysis } from './from-analysis.ts'
import { type Parts, partsOf } from './parts.ts'

const FORMAT: Format = { name: 'jiaokan.state', version: 1 }

export interface SnapshotError {
  /**
   * As of a packed analysis (see `CodecError`); other-format is something else altogether, inconsistent what
   * is whole and makes no document.
   */
  readonly kind: EnvelopeError['kind'] | 'other-text' | 'inconsistent'
  readonly detail: string
}

/**
 * The resolved state of a document as one string of JSON: what the log up to `doc.seq` has made of the
 * analysis, undo included. Never the truth, only a short way to it: a snapshot that cannot be read is left
 * aside, and the log is replayed.
 */
export function packSnapshot(doc: Document): string {
  const strings = new Strings()
  const { blocks: blockList, corrections: correctionList, ...rest } = partsOf(doc)
  const blocks = new Map(blockList.map((b, i) => [b.id, i]))
  const corrections = new Map(correctionList.map((c, i) => [c.id, i]))
  const body = {
    ...rest,
    text: doc.raw.sha256,
    quoted: quoted(correctionList),
    blocks: packBlocks(blockList, corrections, strings),
    corrections: packCorrections(correctionList, blocks, strings),
    // Last: the columns fill it.
    strings: strings.list,
  }
  return seal(FORMAT, JSON.stringify(body))
}

/**
 * What `packSnapshot` wrote, for `assemble`: checked as an analysis is, over the same raw text. Never throws.
 */
export function unpackSnapshot(raw: RawText, packed: string): Result<Parts, SnapshotError> {
  const body = unseal(FORMAT, packed)
  if (!body.ok) return body
  return readColumns(() => read(raw, body.value))
}

function read(raw: RawText, body: Json): Result<Parts, SnapshotError> {
  if (body['text'] !== raw.sha256) return err({ kind: 'other-text', detail: 'made of other bytes' })
  const { blocks, corrections, strings } = body as Record<string, unknown>
  if (!isObject(blocks) || !isObject(corrections) || !isListOf(strings, isString))
    throw new Damage('no blocks, corrections, strings')
  const bare = unpackBlocks(raw.text, blocks, strings)
  const list = unpackCorrections(
    raw.text,
    corrections,
    bare.map((b) => b.id),
    strings,
  )
  if (quoted(list) !== body['quoted'])
    return err({ kind: 'other-text', detail: 'corrections quote another text' })
  const parts: Parts = { ...plainParts(body), blocks: dress(bare, list, strings), corrections: list }
  const bad = checkAnalysis(raw, parts)
  if (bad) return err({ kind: 'inconsistent', detail: `${bad.reason} ${bad.id ?? ''}` })
  return ok(parts)
}

/** What is kept as it is. The entries of its tables are taken on trust: the check says that we wrote them. */
function plainParts(body: Json): Omit<Parts, 'blocks' | 'corrections'> {
  const { seq, engine, rules, suggestions, pages, touched, past } = body as Record<string, unknown>
  if (!isWhole(seq) || !isString(engine) || !isListOf(rules, isRule)) throw new Damage('no engine, rules')
  if (!isListOf(suggestions, isSuggestion)) throw new Damage('a suggestion is none')
  if (!isListOf(pages, isPage)) throw new Damage('a page is none')
  if (!isListOf(past, isString) || !isListOf(touched, isString)) throw new Damage('no past')
  const tables = ['dismissed', 'accepted', 'asPrinted', 'notes', 'read', 'bookmarks'] as const
  for (const name of tables) if (!isListOf(body[name], isEntry)) throw new Damage(`no ${name}`)
  return body as unknown as Parts
}

function isEntry(value: unknown): value is [string | number, object] {
  return Array.isArray(value) && value.length === 2 && isObject(value[1])
}
