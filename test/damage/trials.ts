import type { Chance } from './chance.ts'
import { KIND_NAMES, KINDS, type Kind, type Rates } from './kinds.ts'
import { LAYOUTS, type Layout } from './print/layouts.ts'

const of = (...lines: Layout['line'][]): Layout[] => LAYOUTS.filter((l) => lines.includes(l.line))

/** One kind of damage alone: how much of it, and in which layouts it can occur. */
export interface Trial {
  readonly kind: Kind
  readonly layouts: readonly Layout[]
  readonly rates: Rates
}

const everywhere = LAYOUTS
const printed = of('column', 'row', 'run')
const rows = of('row')
const wholeOrRow = of('whole', 'column', 'row')

const RATES: Partial<Record<Kind, { layouts: readonly Layout[]; rates: Rates }>> = {
  undamaged: { layouts: of('whole'), rates: {} },
  'hard-wrap': { layouts: rows, rates: {} },
  'column-breaks': { layouts: of('column'), rates: {} },
  'title-wrap': { layouts: rows, rates: {} },
  'cut-decimal': { layouts: rows, rates: { 'cut-decimal': 0.8 } },
  'cut-thousands': { layouts: rows, rates: { 'cut-thousands': 0.8 } },
  'cut-digits': { layouts: rows, rates: { 'cut-digits': 0.2 } },
  'isolated-runs': { layouts: of('run'), rates: {} },
  'caption-in-sentence': { layouts: printed, rates: { 'caption-in-sentence': 0.8 } },
  'caption-inline-credit': { layouts: printed, rates: { 'caption-inline-credit': 0.8 } },
  'caption-undated': { layouts: printed, rates: { 'caption-undated': 0.8 } },
  'caption-long': { layouts: printed, rates: { 'caption-long': 0.8 } },
  'caption-uncredited': { layouts: printed, rates: { 'caption-uncredited': 0.8 } },
  'caption-between': { layouts: everywhere, rates: { 'caption-between': 0.8 } },
  'head-book': { layouts: printed, rates: { 'head-book': 1, 'page-number': 0.5 } },
  'head-category': { layouts: printed, rates: { 'head-category': 1, 'page-number': 0.5 } },
  'head-bilingual': { layouts: printed, rates: { 'head-bilingual': 1, 'page-number': 0.5 } },
  'head-section': { layouts: printed, rates: { 'head-section': 1, 'page-number': 1 } },
  'head-odd-even': { layouts: printed, rates: { 'head-odd-even': 1, 'page-number': 0.5 } },
  'head-spaced': { layouts: printed, rates: { 'head-spaced': 1, 'page-number': 0.5 } },
  'head-misread': { layouts: printed, rates: { 'head-book': 1, 'head-misread': 0.2, 'page-number': 0.5 } },
  'page-number': { layouts: printed, rates: { 'page-number': 1 } },
  'page-number-roman': { layouts: printed, rates: { 'page-number-roman': 1 } },
  'number-with-head': { layouts: printed, rates: { 'number-with-head': 1 } },
  'number-with-head-misread': { layouts: printed, rates: { 'number-with-head': 1, 'head-misread': 0.1 } },
  footnote: { layouts: printed, rates: { footnote: 0.8, 'head-book': 0.5, 'page-number': 1 } },
  'torn-contributor': { layouts: printed, rates: { 'torn-contributor': 1, 'head-book': 1 } },
  'displaced-stop': { layouts: printed, rates: { 'displaced-stop': 0.6 } },
  'displaced-stop-glued': { layouts: printed, rates: { 'displaced-stop-glued': 0.6 } },
  'displaced-category': {
    layouts: printed,
    rates: { 'displaced-category': 1, 'head-book': 1, 'page-number': 1 },
  },
  'space-han': { layouts: everywhere, rates: { 'space-han': 0.02 } },
  'space-punctuation': { layouts: everywhere, rates: { 'space-punctuation': 0.2 } },
  'space-digits': { layouts: everywhere, rates: { 'space-digits': 0.15 } },
  'space-in-number': { layouts: wholeOrRow, rates: { 'space-in-number': 0.1 } },
  'no-break-space': { layouts: everywhere, rates: { 'no-break-space': 0.02 } },
  'ideographic-space': { layouts: everywhere, rates: { 'ideographic-space': 0.02 } },
  invisible: { layouts: everywhere, rates: { invisible: 0.02 } },
  'spaced-heading': { layouts: everywhere, rates: { 'spaced-heading': 1 } },
  'spaced-name': { layouts: everywhere, rates: { 'spaced-name': 1 } },
  'bracket-width': { layouts: everywhere, rates: { 'bracket-width': 0.7 } },
  'full-width-digits': { layouts: everywhere, rates: { 'full-width-digits': 0.15 } },
  'full-width-letters': { layouts: wholeOrRow, rates: { 'full-width-letters': 0.8 } },
  'half-width-punctuation': { layouts: everywhere, rates: { 'half-width-punctuation': 0.15 } },
  'compatibility-forms': { layouts: everywhere, rates: { 'compatibility-forms': 0.2 } },
  'title-bracket-form': { layouts: everywhere, rates: { 'title-bracket-form': 0.8 } },
  'title-bracket-lost': { layouts: everywhere, rates: { 'title-bracket-lost': 0.4 } },
  'straight-quotes': { layouts: wholeOrRow, rates: { 'straight-quotes': 1 } },
  'turned-quotes': { layouts: wholeOrRow, rates: { 'turned-quotes': 0.2 } },
  'quote-lost': { layouts: wholeOrRow, rates: { 'quote-lost': 0.3 } },
  'letter-for-digit': { layouts: everywhere, rates: { 'letter-for-digit': 0.1 } },
  'han-zero': { layouts: everywhere, rates: { 'han-zero': 0.1 } },
  'decimal-mark': { layouts: wholeOrRow, rates: { 'decimal-mark': 0.2 } },
  'dash-as-one': { layouts: wholeOrRow, rates: { 'dash-as-one': 0.7 } },
  'doubled-stop': { layouts: everywhere, rates: { 'doubled-stop': 0.04 } },
  'doubled-line': { layouts: of('row'), rates: { 'doubled-line': 0.2 } },
  'doubled-line-digits': { layouts: of('row'), rates: { 'doubled-line-digits': 0.06 } },
  'wrong-total': { layouts: wholeOrRow, rates: { 'wrong-total': 0.12 } },
  'two-values': { layouts: wholeOrRow, rates: { 'two-values': 0.12 } },
  'title-count': { layouts: wholeOrRow, rates: { 'title-count': 0.12 } },
  'impossible-date': { layouts: wholeOrRow, rates: { 'impossible-date': 0.5 } },
  crlf: { layouts: everywhere, rates: { crlf: 1 } },
  'byte-order-mark': { layouts: everywhere, rates: { 'byte-order-mark': 1 } },
}

/** Each kind alone; null for one that nothing makes. */
export const TRIALS: ReadonlyMap<Kind, Trial | null> = new Map(
  KIND_NAMES.map((kind) => {
    const trial = RATES[kind]
    return [kind, trial && KINDS[kind].by !== null ? { kind, ...trial } : null]
  }),
)

/** Everything at once, at the rates of a poor scan. */
export const MIXED: Rates = {
  'cut-decimal': 0.2,
  'cut-thousands': 0.2,
  'caption-in-sentence': 0.15,
  'caption-inline-credit': 0.08,
  'caption-long': 0.05,
  'caption-undated': 0.05,
  'caption-between': 0.05,
  'head-book': 0.4,
  'head-odd-even': 0.3,
  'head-bilingual': 0.3,
  'head-category': 0.3,
  'page-number': 0.8,
  'torn-contributor': 0.06,
  'displaced-stop': 0.04,
  'displaced-category': 0.1,
  'space-han': 0.0015,
  'space-punctuation': 0.02,
  'space-digits': 0.02,
  'space-in-number': 0.01,
  'no-break-space': 0.001,
  'ideographic-space': 0.001,
  invisible: 0.001,
  'spaced-heading': 0.3,
  'spaced-name': 0.4,
  'bracket-width': 0.1,
  'full-width-digits': 0.02,
  'full-width-letters': 0.02,
  'half-width-punctuation': 0.02,
  'compatibility-forms': 0.01,
  'title-bracket-form': 0.05,
  'straight-quotes': 0.05,
  'letter-for-digit': 0.005,
  'han-zero': 0.003,
  'decimal-mark': 0.01,
  'dash-as-one': 0.1,
  'doubled-stop': 0.002,
  'doubled-line': 0.004,
}

/** Everything at once at rates of its own for each seed, up to three times those of a poor scan. */
export function otherMix(c: Chance): Rates {
  const kinds = Object.entries({ ...MIXED, 'caption-uncredited': 0.05, 'displaced-stop-glued': 0.04 })
  return Object.fromEntries(
    kinds.map(([kind, rate]) => [kind, Math.min(1, rate * c.pick([0, 0.5, 1, 2, 3]))]),
  )
}
