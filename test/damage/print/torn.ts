import type { Chance } from '../chance.ts'
import type { Kind, Rates } from '../kinds.ts'
import { glyphs, type Row, type RowRole } from './glyph.ts'

const row = (role: RowRole, text: string, near: Row, kind: Kind): Row => {
  const marks = glyphs(text)
  marks[0]!.kind = kind
  return { role, glyphs: marks, block: -1, entry: near.entry, indent: 0, space: 0, starts: null }
}

/** Pieces that an extractor tore off or moved: the halves of a signature, a full stop, a category’s title. */
export function tear(rows: Row[], rates: Rates, c: Chance): Row[] {
  return displaceCategories(displaceStops(tearSignatures(rows, rates, c), rates, c), rates, c)
}

/** （周明远 goes some rows up into the last entry, its ） stays where the name stood. */
function tearSignatures(rows: Row[], rates: Rates, c: Chance): Row[] {
  const out: Row[] = []
  for (const r of rows) {
    const last = out.at(-1)
    const up = c.int(3, 12)
    const above = out.at(-up)
    const torn = r.role === 'contributor' && c.hit(rates['torn-contributor'] ?? 0)
    if (!torn || last?.role !== 'text' || above?.role !== 'text' || above.entry !== last.entry) {
      out.push(r)
      continue
    }
    const text = r.glyphs.map((g) => g.char).join('')
    out.splice(out.length - up + 1, 0, row('contributor', text.slice(0, -1), above, 'torn-contributor'))
    out.push(row('contributor', '）', last, 'torn-contributor'))
  }
  return out
}

/** A paragraph’s last 。 goes to the end of a later paragraph of its entry, on a row of its own or glued on. */
function displaceStops(rows: Row[], rates: Rates, c: Chance): Row[] {
  const out = [...rows]
  for (let i = 0; i < out.length; i++) {
    const r = out[i]!
    const next = out[i + 1]
    const ends =
      r.role === 'text' && next?.entry === r.entry && next.block !== r.block && next.role === 'text'
    if (!ends || r.glyphs.at(-1)?.char !== '。') continue
    const kind = c.pick(['displaced-stop', 'displaced-stop-glued'] as const)
    if (!c.hit((rates[kind] ?? 0) * 2)) continue
    let to = i + 1
    while (out[to + 1]?.entry === r.entry && (out[to + 1]!.block === out[to]!.block || c.hit(0.5))) to++
    const last = out[to]!
    if (last.role !== 'text' || last.glyphs.at(-1)?.char !== '。') continue
    r.glyphs.pop()
    if (kind === 'displaced-stop') out.splice(to + 1, 0, row('stray', '。', r, kind))
    else last.glyphs.push(...row('stray', '。', r, kind).glyphs)
    i = to + 1
  }
  return out
}

/** A category’s title goes into the middle of the text of its first page. */
function displaceCategories(rows: Row[], rates: Rates, c: Chance): Row[] {
  const out = [...rows]
  for (let i = 0; i < out.length; i++) {
    const r = out[i]!
    // Without its English line nothing tells a displaced title from any other short line.
    if (
      r.role !== 'category' ||
      out[i + 1]?.role !== 'category-en' ||
      !c.hit(rates['displaced-category'] ?? 0)
    )
      continue
    const count = 2
    const inside: number[] = []
    for (let k = i + count + 3; k < Math.min(out.length, i + 20); k++) {
      const [a, b] = [out[k - 1]!, out[k]!]
      if (b.role === 'category') break
      if (a.block === b.block && a.role === 'text' && !a.glyphs.at(-1)?.char.endsWith('。')) inside.push(k)
    }
    if (inside.length === 0) continue
    const moved = out.slice(i, i + count)
    moved[0]!.glyphs[0]!.kind = 'displaced-category'
    const at = c.pick(inside)
    out.splice(at, 0, ...moved)
    out.splice(i, count)
    out[i]!.starts = 'page'
    i = at
  }
  return out
}
