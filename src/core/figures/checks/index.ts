import type { FigureRule } from '../finding.ts'
import { statedTwice } from './stated-twice.ts'
import { totalAndParts } from './total-and-parts.ts'

/** The checks between figures, in the order in which an editor would make them. */
export const FIGURE_RULES: readonly FigureRule[] = [totalAndParts, statedTwice]
