import type { Correction } from '../corrections/correction.ts'
import { err, ok, type Result } from '../result.ts'
import type { Analysis } from '../structure/block.ts'
import { hash64 } from '../text/hash.ts'
import type { RawText } from '../text/raw-text.ts'
import { dress, packBlocks, unpackBlocks } from './codec/blocks.ts'
import { Damage, readColumns } from './codec/columns.ts'
import { packCorrections, unpackCorrections } from './codec/corrections.ts'
import { Strings } from './codec/cursor.ts'
import { type Format, seal, unseal } from './codec/envelope.ts'
import { isListOf, isObject, isPage, isRule, isString, isSuggestion, type Json } from './codec/shapes.ts'

const FORMAT: Format = { name: 'jiaokan.analysis', version: 1 }

export interface CodecError {
  /**
   * - not-json, not-an-analysis: something else altogether
   * - newer-version: written by a later version of this program
   * - damaged: changed since it was written, or never whole
   * - other-text: whole, but made of another raw text
   */
  readonly kind: 'not-json' | 'not-an-analysis' | 'newer-version' | 'damaged' | 'other-text'
  readonly detail: string
}

/**
 * An analysis as one compact string of JSON: numbers in delta-coded columns, each string once. A line join
 * costs a few bytes. Of a consistent analysis (see `fromAnalysis`) everything is kept; what corrections
 * replace is left to the raw text, and a hash of it guards against another one.
 */
export function packAnalysis(analysis: Analysis): string {
  const strings = new Strings()
  const blocks = new Map(analysis.blocks.map((b, i) => [b.id, i]))
  const corrections = new Map(analysis.corrections.map((c, i) => [c.id, i]))
  const body = {
    engine: analysis.engine,
    rules: analysis.rules,
    quoted: quoted(analysis.corrections),
    blocks: packBlocks(analysis.blocks, corrections, strings),
    corrections: packCorrections(analysis.corrections, blocks, strings),
    suggestions: analysis.suggestions,
    pages: analysis.pages,
    // Last: the columns fill it.
    strings: strings.list,
  }
  return seal(FORMAT, JSON.stringify(body))
}

/** The hash by which the log names a packed analysis. */
export function payloadHash(packed: string): string {
  return hash64(packed)
}

/** The analysis in a string that `packAnalysis` made, over the raw text it was made of. Never throws. */
export function unpackAnalysis(raw: RawText, packed: string): Result<Analysis, CodecError> {
  const body = unseal(FORMAT, packed)
  if (!body.ok) {
    const { kind, detail } = body.error
    return err({ kind: kind === 'other-format' ? 'not-an-analysis' : kind, detail })
  }
  return readColumns(() => read(raw, body.value))
}

function read(raw: RawText, body: Json): Result<Analysis, CodecError> {
  const { engine, rules, blocks, corrections, suggestions, pages, strings } = body as Record<string, unknown>
  if (!isString(engine) || !isListOf(rules, isRule) || !isListOf(strings, isString))
    throw new Damage('no engine, rules, strings')
  if (!isObject(blocks) || !isObject(corrections)) throw new Damage('no blocks, corrections')
  if (!isListOf(suggestions, isSuggestion)) throw new Damage('a suggestion is none')
  if (!isListOf(pages, isPage)) throw new Damage('a page is none')
  const bare = unpackBlocks(raw.text, blocks, strings)
  const ids = bare.map((b) => b.id)
  const list = unpackCorrections(raw.text, corrections, ids, strings)
  if (quoted(list) !== body['quoted'])
    return err({ kind: 'other-text', detail: 'corrections quote another text' })
  return ok({ engine, rules, blocks: dress(bare, list, strings), corrections: list, suggestions, pages })
}

/** A hash of all raw text that corrections replace. */
export function quoted(corrections: readonly Correction[]): string {
  return hash64(corrections.map((c) => c.replaces.join('\u0000')).join('\u0001'))
}
