/**
 * Every kind of damage that the engine has to meet, in the order of the design’s catalogue, with the stage of the model
 * that makes it. `null`: nothing makes it yet, so it counts as not handled.
 */
export type Stage = 'layout' | 'typesetting' | 'pages' | 'lines' | 'glyphs' | 'bytes' | 'figures'

interface KindRow {
  readonly group: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10
  readonly what: string
  readonly by: Stage | null
}

const table = {
  undamaged: { group: 1, what: 'clean text, one paragraph a line: must come out as it is', by: 'layout' },
  'hard-wrap': {
    group: 1,
    what: 'a paragraph cut at each printed line, with or without blank lines',
    by: 'layout',
  },
  'column-breaks': { group: 1, what: 'a paragraph cut at column and page ends only', by: 'layout' },
  'title-wrap': { group: 1, what: 'an entry title over several lines', by: 'layout' },
  'cut-decimal': { group: 2, what: '4⏎.5% 4.⏎5%', by: 'typesetting' },
  'cut-thousands': { group: 2, what: '1,⏎234', by: 'typesetting' },
  'cut-digits': { group: 2, what: '12⏎34: never joined without a yes', by: 'typesetting' },
  'isolated-runs': {
    group: 2,
    what: 'every run of digits, Latin and symbols on a line of its own',
    by: 'layout',
  },
  'caption-in-sentence': { group: 3, what: 'a caption with date and credit in mid-sentence', by: 'pages' },
  'caption-inline-credit': { group: 3, what: 'caption and credit on one line', by: 'pages' },
  'caption-undated': { group: 3, what: 'a caption without a date', by: 'pages' },
  'caption-long': { group: 3, what: 'a caption over several lines', by: 'pages' },
  'caption-uncredited': { group: 3, what: 'a caption without credit', by: 'pages' },
  'caption-between': { group: 3, what: 'a caption between two paragraphs', by: 'pages' },
  'head-book': { group: 4, what: 'the book’s title as running head', by: 'pages' },
  'head-category': { group: 4, what: 'the category’s title as running head', by: 'pages' },
  'head-bilingual': {
    group: 4,
    what: 'the category’s title with its English line as running head',
    by: 'pages',
  },
  'head-section': { group: 4, what: 'a section’s title as running head', by: 'pages' },
  'head-odd-even': { group: 4, what: 'one head on odd pages, another on even ones', by: 'pages' },
  'head-spaced': { group: 4, what: 'a letter-spaced head', by: 'pages' },
  'head-misread': { group: 4, what: 'a head with one wrong character', by: 'pages' },
  'page-number': { group: 4, what: '· 123 · - 45 - 第 7 页 and a bare 12', by: 'pages' },
  'page-number-roman': { group: 4, what: '· xii ·', by: 'pages' },
  'number-with-head': { group: 4, what: 'head and page number on one line', by: 'pages' },
  'number-with-head-misread': { group: 4, what: 'the same with one wrong character', by: 'pages' },
  footnote: { group: 4, what: 'a footnote at the end of a page, in mid-sentence', by: 'pages' },
  'torn-contributor': { group: 5, what: '（周明远 in mid-text and its ） further on', by: 'pages' },
  'displaced-stop': { group: 5, what: 'a 。 on its own line after a later paragraph', by: 'pages' },
  'displaced-stop-glued': {
    group: 5,
    what: 'a 。 that floated to the end of a later paragraph: 。。',
    by: 'pages',
  },
  'displaced-category': { group: 5, what: 'a category’s title after the text that it heads', by: 'pages' },
  'space-han': { group: 6, what: 'spaces between Han characters', by: 'glyphs' },
  'space-punctuation': { group: 6, what: 'spaces after full-width punctuation', by: 'glyphs' },
  'space-digits': { group: 6, what: 'spaces around digits in Han text', by: 'glyphs' },
  'space-in-number': { group: 6, what: '57 . 7% 4, 387', by: 'glyphs' },
  'no-break-space': { group: 6, what: 'NBSP', by: 'glyphs' },
  'ideographic-space': { group: 6, what: 'U+3000 inside the text', by: 'glyphs' },
  invisible: { group: 6, what: 'zero-width characters, soft hyphens', by: 'glyphs' },
  'spaced-heading': { group: 6, what: '综 述', by: 'glyphs' },
  'spaced-name': { group: 6, what: '陆 珊', by: 'glyphs' },
  'bracket-width': { group: 7, what: '(县粮食局)', by: 'glyphs' },
  'full-width-digits': { group: 7, what: '１２．５％', by: 'glyphs' },
  'full-width-letters': { group: 7, what: 'ＡＰＰ', by: 'glyphs' },
  'half-width-punctuation': { group: 7, what: ', ; : in Han text', by: 'glyphs' },
  'compatibility-forms': { group: 7, what: 'radicals and compatibility ideographs', by: 'glyphs' },
  'title-bracket-form': { group: 7, what: '【 read as [ or ［', by: 'glyphs' },
  'title-bracket-lost': { group: 7, what: '【 or 】 lost', by: 'glyphs' },
  'straight-quotes': { group: 7, what: '" for “ and ”', by: 'glyphs' },
  'turned-quotes': { group: 7, what: '” for “', by: 'glyphs' },
  'quote-lost': { group: 7, what: 'one “ or ” lost: only suggested', by: 'glyphs' },
  'letter-for-digit': { group: 8, what: '2O19年', by: 'glyphs' },
  'han-zero': { group: 8, what: '86〇件', by: 'glyphs' },
  'decimal-mark': { group: 8, what: '96·5% 96．5%', by: 'glyphs' },
  'dash-as-one': { group: 8, what: '5一9月', by: 'glyphs' },
  'doubled-stop': { group: 9, what: '。。', by: 'glyphs' },
  'doubled-line': { group: 9, what: 'a line extracted twice', by: 'lines' },
  'doubled-line-digits': {
    group: 9,
    what: 'a line with digits extracted twice: only suggested',
    by: 'lines',
  },
  'wrong-total': {
    group: 10,
    what: 'a total and its parts disagree: reported, never changed',
    by: 'figures',
  },
  'two-values': { group: 10, what: 'one quantity with two values: reported, never changed', by: 'figures' },
  'title-count': { group: 10, what: 'a title’s count and the body’s list disagree', by: 'figures' },
  'impossible-date': { group: 10, what: '2月30日', by: 'figures' },
  crlf: { group: 6, what: 'CRLF line ends', by: 'bytes' },
  'byte-order-mark': { group: 6, what: 'UTF-8 with a byte order mark', by: 'bytes' },
} as const satisfies Record<string, KindRow>

export type Kind = keyof typeof table
export const KINDS: Readonly<Record<Kind, KindRow>> = table
export const KIND_NAMES = Object.keys(table) as Kind[]

/** How much of each kind: a share of the places where it can strike. Absent: none. */
export type Rates = Partial<Readonly<Record<Kind, number>>>
