import { partitionPoint } from '../../../core/order/partition-point.ts'
import { StateEffect, StateField } from '@codemirror/state'
import type { BlockId } from '../../../core/corrections/correction.ts'
import type { Document } from '../../../core/document/document.ts'
import type { Role } from '../../../core/structure/block.ts'
import type { DisplayText } from './display-text.ts'

/** What the raw pane draws over the text. */
export interface RawState {
  readonly doc: Document
  readonly display: DisplayText
  /** Spans that wait for a decision, sorted by where they start in the raw text. */
  readonly waiting: readonly { readonly from: number; readonly to: number }[]
  /** The finding in hand. */
  readonly now: { readonly from: number; readonly to: number } | null
  /** What was looked for. */
  readonly found: { readonly from: number; readonly to: number } | null
  /** Where the editor is. */
  readonly at: number | null
  readonly here: BlockId | null
  readonly over: BlockId | null
  /** A letter for each role. */
  readonly letters: Readonly<Record<Role, string>>
  /** Names a page by its printed number, or by its place. */
  readonly pageName: (printed: string | null, index: number) => string
}

export const show = StateEffect.define<RawState>()

export const rawState = StateField.define<RawState | null>({
  create: () => null,
  update(value, { effects }) {
    for (const effect of effects) if (effect.is(show)) return effect.value
    return value
  },
})

/** Index of the first item that starts at or after `at`. */
export function firstFrom(items: readonly { readonly from: number }[], at: number): number {
  return partitionPoint(items.length, (i) => (items[i]?.from ?? Infinity) < at)
}
