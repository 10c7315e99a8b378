import type { Chance } from '../chance.ts'
import type { Kind } from '../kinds.ts'
import type { Glyph, Row } from '../print/glyph.ts'
import { isDigitGlyph, isHanGlyph, isProse, whole } from './context.ts'

/** Strikes at a glyph: gives what is left of it, or null where it does not apply. */
type Strike = (g: Glyph, before: Glyph | undefined, after: Glyph | undefined, c: Chance) => string | null

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (x) => String.fromCharCode(x.charCodeAt(0) + 0xfee0))
const HALF: Readonly<Record<string, string>> = { '，': ',', '；': ';', '：': ':', '？': '?', '！': '!' }

/** Ordinary characters that have another code point of the same look. */
const COMPATIBLE = new Map<string, string>()
for (const [from, to] of [
  [0x2f00, 0x2fd5],
  [0xf900, 0xfa6d],
] as const)
  for (let c = from; c <= to; c++) {
    const form = String.fromCharCode(c)
    if (form.normalize('NFKC') !== form) COMPATIBLE.set(form.normalize('NFKC'), form)
  }

export const STRIKES: Partial<Record<Kind, Strike>> = {
  'full-width-letters': (g) => (/^[A-Za-z]$/.test(g.char) ? wide(g.char) : null),
  'half-width-punctuation': (g, before, after) => {
    const half = HALF[g.char]
    // Between digits and beside Latin the half-width mark would mean something else.
    return half && isHanGlyph(before) && after && !isDigitGlyph(after) ? half : null
  },
  'compatibility-forms': (g) => COMPATIBLE.get(g.char) ?? null,
  'straight-quotes': (g) => (g.char === '“' || g.char === '”' ? '"' : null),
  'decimal-mark': (g, before, after, c) =>
    g.char === '.' && isDigitGlyph(before) && isDigitGlyph(after) ? c.pick(['·', '．']) : null,
  'dash-as-one': (g, before, after, c) =>
    g.char === '—' && before && /[0-9年月日]/.test(before.char) && isDigitGlyph(after)
      ? c.pick(['一', '－', '–'])
      : null,
  'doubled-stop': (g, _, after, c) =>
    /^[。，；]$/.test(g.char) && after?.char !== '”' ? g.char + c.pick(['', ' ']) + g.char : null,
}

/** Strikes single glyphs of running text. */
export function strike(row: Row, kind: Kind, rate: number, c: Chance): void {
  const change = STRIKES[kind]
  if (!change || !isProse(row.role)) return
  row.glyphs.forEach((g, i) => {
    if (!whole(g)) return
    const raw = change(g, row.glyphs[i - 1], row.glyphs[i + 1], c)
    if (raw === null || !c.hit(rate)) return
    g.raw = raw
    g.kind = kind
  })
}

/** Pairs of marks, struck together: (…), [title]. */
export function strikePairs(
  row: Row,
  kind: 'bracket-width' | 'title-bracket-form',
  rate: number,
  c: Chance,
): void {
  const [open, close] = kind === 'bracket-width' ? ['（', '）'] : ['【', '】']
  const from = row.glyphs.findIndex((g) => g.char === open)
  const to = row.glyphs.findIndex((g, i) => i > from && g.char === close)
  if (from < 0 || to < 0 || !c.hit(rate)) return
  const inner = row.glyphs.slice(from + 1, to)
  if (kind === 'bracket-width' && !inner.some(isHanGlyph) && !isHanGlyph(row.glyphs[from - 1])) return
  const forms = kind === 'bracket-width' ? ['()', '()', '(）', '（)'] : ['[]', '［］', '【］', '[】']
  const form = c.pick(forms)
  ;[row.glyphs[from]!, row.glyphs[to]!].forEach((g, i) => {
    g.raw = form[i]!
    g.kind = kind
  })
}

/** One mark of a title or a quotation is gone, or turned. */
export function spoilMark(
  row: Row,
  kind: 'title-bracket-lost' | 'quote-lost' | 'turned-quotes',
  rate: number,
  c: Chance,
): void {
  for (const g of row.glyphs) {
    const title = g.char === '【' || g.char === '】'
    if (
      !(kind === 'title-bracket-lost' ? title : g.char === '“' || g.char === '”') ||
      !whole(g) ||
      !c.hit(rate)
    )
      continue
    g.raw = kind === 'turned-quotes' ? (g.char === '“' ? '”' : '“') : ''
    g.kind = kind
    // One of a pair at most.
    return
  }
}
