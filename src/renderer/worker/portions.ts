import type { BlockId, Correction } from '../../core/corrections/correction.ts'
import type { CorrectionId } from '../../core/corrections/edit.ts'
import type { Document } from '../../core/document/document.ts'
import { assemble, type Parts, UNTOUCHED } from '../../core/document/parts.ts'
import { TABLES } from '../../core/document/past.ts'
import { Table } from '../../core/document/table.ts'
import type { Block } from '../../core/structure/block.ts'
import type { RawText } from '../../core/text/raw-text.ts'

/** So many blocks, corrections or marks are taken over between two frames: well under 50 ms. */
const PORTION = 1_500
/** Of the past, each string is a portion of events itself. */
const STRINGS = 8

/** A stretch of each list of a document's parts, and `done`: the share of all that has been handed over with it. */
export interface Portion {
  readonly parts: Partial<Parts>
  readonly done: number
}

const LISTS = ['blocks', ...TABLES, 'touched', 'past'] as const satisfies readonly (keyof Parts)[]

/** Cuts parts so that a window can take them over without ever standing still. What is no list comes with the first. */
export function* portions(parts: Parts): Generator<Portion, undefined> {
  const all = LISTS.reduce((sum, name) => sum + parts[name].length, 1)
  const { seq, engine, rules, pages } = parts
  let done = 1
  yield { parts: { seq, engine, rules, pages }, done: done / all }
  for (const name of LISTS) {
    const step = name === 'past' ? STRINGS : PORTION
    for (let at = 0; at < parts[name].length; at += step) {
      const stretch = parts[name].slice(at, at + step)
      done += stretch.length
      yield { parts: { [name]: stretch }, done: done / all }
    }
  }
}

/** Puts a document together again. The two large tables grow as their portions come. */
export class Gathering {
  readonly #blocks = new Map<BlockId, Block>()
  readonly #corrections = new Map<CorrectionId, Correction>()
  #parts: Partial<Parts> = {}

  take({ blocks, corrections, ...rest }: Partial<Parts>): void {
    for (const one of blocks ?? []) this.#blocks.set(one.id, one)
    for (const one of corrections ?? []) this.#corrections.set(one.id, one)
    const before: Partial<Record<string, unknown>> = this.#parts
    for (const [name, value] of Object.entries(rest)) {
      const list: unknown = before[name]
      before[name] =
        Array.isArray(list) && Array.isArray(value)
          ? [...(list as unknown[]), ...(value as unknown[])]
          : value
    }
  }

  document(raw: RawText): Document {
    const { seq, engine, rules, pages, suggestions = [] } = this.#parts
    if (seq === undefined || engine === undefined || !rules || !pages)
      throw new Error('the first portion is missing')
    const blocks = [...this.#blocks.values()]
    const parts: Parts = {
      ...UNTOUCHED,
      ...this.#parts,
      seq,
      engine,
      rules,
      pages,
      suggestions,
      blocks,
      corrections: [],
    }
    return assemble(raw, parts, Table.adopt(this.#blocks), Table.adopt(this.#corrections))
  }
}
