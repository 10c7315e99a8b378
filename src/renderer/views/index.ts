import type { Component } from 'svelte'
import type { Label } from '../i18n/zh.ts'
import type { OpenBook } from './book/open-book.ts'

export interface BookTabProps {
  readonly open: OpenBook
  /** The place that the address names, if it does. */
  readonly at: string | undefined
}

/** A view of one book. A new one is its folder, its messages and a line here. */
export interface BookTab {
  readonly id: string
  readonly title: Label
  readonly load: () => Promise<{ readonly default: Component<BookTabProps> }>
}

/** In the order of the top bar; a book opens with the first. */
export const BOOK_TABS: readonly BookTab[] = [
  { id: 'review', title: 'view.review', load: () => import('./review/Review.svelte') },
  { id: 'diff', title: 'view.diff', load: () => import('./diff/Diff.svelte') },
  { id: 'figures', title: 'view.figures', load: () => import('./figures/Figures.svelte') },
  { id: 'stats', title: 'view.stats', load: () => import('./stats/Stats.svelte') },
  { id: 'export', title: 'view.export', load: () => import('./export/Export.svelte') },
]
