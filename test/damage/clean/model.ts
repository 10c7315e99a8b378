import type { Kind } from '../kinds.ts'

/** The clean book: what a careful editor would have. The same shape goes out as JSON. */
export interface CleanParagraph {
  readonly kind: 'text' | 'list' | 'table'
  readonly text: string
}

export interface CleanCaption {
  readonly text: string
  readonly credit: string | null
}

export interface CleanEntry {
  readonly title: string
  readonly paragraphs: readonly CleanParagraph[]
  readonly contributors: readonly string[]
  /** Its figures disagree so. */
  readonly contradiction?: Kind
}

export interface CleanSection {
  readonly title: string
  readonly entries: readonly CleanEntry[]
  readonly contributors: readonly string[]
  readonly sections: readonly CleanSection[]
}

export interface CleanCategory {
  readonly title: string
  readonly titleEn: string | null
  readonly sections: readonly CleanSection[]
}

/** Without captions: where a photo falls is a matter of the pages, and so is the entry that it interrupts. */
export interface CleanBook {
  readonly yearbook: string
  readonly year: number
  readonly categories: readonly CleanCategory[]
}
