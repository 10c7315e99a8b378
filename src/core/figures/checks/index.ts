import type { FigureRule } from '../finding.ts'
import { dateOutsideBook } from './date-outside-book.ts'
import { growthAndValues } from './growth-and-values.ts'
import { impossibleDate } from './impossible-date.ts'
import { listAndCount } from './list-and-count.ts'
import { magnitude } from './magnitude.ts'
import { netChange } from './net-change.ts'
import { shareOverWhole } from './share-over-whole.ts'
import { statedTwice } from './stated-twice.ts'
import { tableSums } from './table-sums.ts'
import { titleAndBody } from './title-and-body.ts'
import { totalAndParts } from './total-and-parts.ts'
import { votes } from './votes.ts'

/** The checks between figures, the more specific first: of two that see one contradiction the first reports it. */
export const FIGURE_RULES: readonly FigureRule[] = [
  impossibleDate,
  dateOutsideBook,
  magnitude,
  totalAndParts,
  votes,
  shareOverWhole,
  netChange,
  growthAndValues,
  titleAndBody,
  listAndCount,
  tableSums,
  statedTwice,
]
