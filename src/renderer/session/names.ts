import type { BlockId } from '../../core/corrections/correction.ts'
import type { CorrectionId } from '../../core/corrections/edit.ts'
import type { NoteId } from '../../core/document/event.ts'

/** Makes names for what events bring into the world. Core has no chance, so they come from here. */
export interface Names {
  block(): BlockId
  correction(): CorrectionId
  note(): NoteId
}

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'

/** Twelve characters of 36: two of a million names are the same once in ten million books. */
export function randomNames(): Names {
  const random = (): string =>
    Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => ALPHABET[byte % 36]).join('')
  return {
    block: () => `e-${random()}` as BlockId,
    correction: () => `e-${random()}` as CorrectionId,
    note: () => `e-${random()}` as NoteId,
  }
}
