import { EditorView } from '@codemirror/view'

/** Pixels. All rows have one height, so that each place is known without asking the page. */
export const ROW = 23
export const FONT = 14
export const PADDING = 12
/** What stands beside the rows: number, ribbon, letter. */
export const BESIDE = 70

/** Characters that nobody sees, and that change what is seen. */
export const ODD =
  /[\f\u0085\u00a0\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu

/**
 * The look of the raw pane. Written here and not in a style sheet, because the pane lies in a shadow root: there
 * CodeMirror can adopt its style sheet, where in the page the security policy would not let it in. The tokens come through.
 */
export const rawTheme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'transparent', color: 'var(--ink)', fontSize: `${FONT}px` },
  '&.cm-focused': { outline: 'none' },
  '&:has(:focus-visible)': { boxShadow: 'inset 0 2px var(--focus)' },
  '.cm-content:focus': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--sans)',
    lineHeight: `${ROW}px`,
    overflowX: 'hidden',
    scrollbarWidth: 'none',
    overflowAnchor: 'none',
  },
  '.cm-content': { padding: `${PADDING}px 0 ${PADDING}px 6px`, caretColor: 'transparent' },
  '.cm-line': { padding: '0', height: `${ROW}px` },
  '.cm-gutters': { backgroundColor: 'transparent', border: '0', color: 'var(--faint)' },

  // Line numbers, then the ribbon: a bar told apart by its lightness, and a letter where a block begins.
  '.cm-beside .cm-gutterElement': { display: 'flex' },
  '.beside': { display: 'flex', alignItems: 'stretch', flex: '1', fontSize: '11px' },
  '.beside .number': {
    width: '48px',
    padding: '2px 7px 0 0',
    textAlign: 'end',
    fontVariantNumeric: 'tabular-nums',
    boxSizing: 'border-box',
  },
  '.is-here .number': { color: 'var(--ink)', fontWeight: '600' },
  '.beside .ribbon': { width: '3px', flex: 'none', backgroundColor: 'var(--line)' },
  '.beside .ribbon.is-none': { backgroundColor: 'transparent' },
  '.beside .letter': { width: '19px', fontSize: '10px', lineHeight: '23px', paddingInlineStart: '4px' },
  '.beside .is-category, .beside .is-category-en, .beside .is-heading': {
    backgroundColor: 'var(--ink)',
  },
  '.beside .is-title': { backgroundColor: 'color-mix(in srgb, var(--ink) 72%, var(--paper))' },
  '.beside .is-contributor': { backgroundColor: 'color-mix(in srgb, var(--ink) 54%, var(--paper))' },
  '.beside .is-caption, .beside .is-credit': {
    backgroundColor: 'color-mix(in srgb, var(--ink) 40%, var(--paper))',
  },
  '.beside .is-paragraph, .beside .is-list, .beside .is-table': {
    backgroundColor: 'color-mix(in srgb, var(--ink) 22%, var(--paper))',
  },
  '.beside .is-furniture': { backgroundColor: 'color-mix(in srgb, var(--ink) 10%, var(--paper))' },

  // What became of the text.
  '.aside': { color: 'var(--faint)' },
  '.gone': { textDecoration: 'line-through', textDecorationColor: 'var(--faint)', color: 'var(--faint)' },
  '.replaced': { textDecoration: 'underline dotted var(--soft)', textUnderlineOffset: '3px' },
  '.substance': { color: 'var(--cinnabar)', textDecorationColor: 'var(--cinnabar)' },
  '.waits': {
    textDecoration: 'underline wavy var(--cinnabar) 1px',
    textUnderlineOffset: '4px',
    textDecorationSkipInk: 'none',
  },
  '.over': { backgroundColor: 'var(--hover)' },
  '.here': { backgroundColor: 'var(--selection)' },
  '.found': { backgroundColor: 'color-mix(in srgb, var(--focus) 26%, transparent)', borderRadius: '2px' },
  '.now': {
    backgroundColor: 'var(--cinnabar-wash)',
    outline: '1px solid var(--cinnabar)',
    borderRadius: '2px',
  },

  // Invisible characters, faintly.
  '.space': { backgroundImage: 'linear-gradient(var(--border), var(--border))' },
  '.space, .wide': {
    backgroundSize: '60% 1px',
    backgroundPosition: '50% 78%',
    backgroundRepeat: 'no-repeat',
    whiteSpace: 'pre-wrap',
  },
  '.wide': { backgroundImage: 'linear-gradient(var(--border), var(--border))' },
  '.odd': {
    color: 'var(--soft)',
    border: '1px solid var(--border)',
    borderRadius: '3px',
    fontSize: '9px',
    padding: '0 2px',
  },
  '.end': { color: 'var(--border)', fontSize: '11px', paddingInlineStart: '3px', userSelect: 'none' },
  // A hairline hook: this line goes on in the next.
  '.hook': {
    display: 'inline-block',
    width: '9px',
    height: '8px',
    marginInlineStart: '3px',
    border: 'solid var(--soft)',
    borderWidth: '0 1px 1px 0',
    borderBottomRightRadius: '6px',
    verticalAlign: '-2px',
  },
  '.cm-line.page': { position: 'relative', boxShadow: 'inset 0 1px var(--line)' },
  '.cm-line.page::after': {
    content: 'attr(data-page)',
    position: 'absolute',
    insetInlineEnd: '0',
    top: '1px',
    fontSize: '10px',
    lineHeight: '12px',
    color: 'var(--faint)',
    backgroundColor: 'var(--paper)',
    paddingInline: '4px',
  },
  '.caret': {
    display: 'inline-block',
    width: '2px',
    marginInline: '-1px',
    height: '1.1em',
    verticalAlign: '-0.18em',
    backgroundColor: 'var(--focus)',
  },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--focus) 24%, transparent)',
  },
})
