import { bracketWidth } from './bracket-width.ts'
import { compatibilityForms } from './compatibility-forms.ts'
import { decimalMark } from './decimal-mark.ts'
import { digitConfusion } from './digit-confusion.ts'
import { documentNumber } from './document-number.ts'
import { doubledStops } from './doubled-stops.ts'
import { fullWidthForms } from './full-width-forms.ts'
import { hanSpaces } from './han-spaces.ts'
import { invisible } from './invisible.ts'
import { letterSpacing } from './letter-spacing.ts'
import { punctuationWidth } from './punctuation-width.ts'
import { quotationMarks } from './quotation-marks.ts'
import { rangeDash } from './range-dash.ts'
import type { Rule } from './rule.ts'
import { spacedNumber } from './spaced-number.ts'

/** In the order in which they run: each sees what those before it have left. */
export const RULES: readonly Rule[] = [
  invisible,
  compatibilityForms,
  rangeDash,
  fullWidthForms,
  spacedNumber,
  hanSpaces,
  letterSpacing,
  digitConfusion,
  decimalMark,
  documentNumber,
  bracketWidth,
  punctuationWidth,
  quotationMarks,
  doubledStops,
]
