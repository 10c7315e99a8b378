import type { Step } from '../step.ts'
import { captions } from './captions.ts'
import { categories } from './categories.ts'
import { chronicle } from './chronicle.ts'
import { contents } from './contents.ts'
import { contributors } from './contributors.ts'
import { displacedCategories } from './displaced-categories.ts'
import { displacedStops } from './displaced-stops.ts'
import { doubledLines } from './doubled-lines.ts'
import { footnotes } from './footnotes.ts'
import { furniture } from './furniture.ts'
import { gluedStops } from './glued-stops.ts'
import { headings } from './headings.ts'
import { lifts } from './lifts.ts'
import { lists } from './lists.ts'
import { nameRows } from './name-rows.ts'
import { paragraphs } from './paragraphs.ts'
import { standingLines } from './standing-lines.ts'
import { tables } from './tables.ts'
import { titles } from './titles.ts'

/** In the order in which they run: what is certain first, what depends on the rest last. */
export const STEPS: readonly Step[] = [
  contents,
  titles,
  categories,
  furniture,
  footnotes,
  captions,
  contributors,
  nameRows,
  tables,
  headings,
  displacedCategories,
  chronicle,
  standingLines,
  lists,
  doubledLines,
  gluedStops,
  paragraphs,
  displacedStops,
  lifts,
]
