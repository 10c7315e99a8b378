import type { ScannedBlock } from './scanned.ts'

/** A block in its place in a book. */
export interface Passage extends ScannedBlock {
  /** Its number among the passages of the book. */
  readonly order: number
  /** Index of its entry in the book. */
  readonly entry: number
  readonly title: boolean
}
