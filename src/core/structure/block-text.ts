import type { CorrectionId } from '../corrections/edit.ts'
import { rawSpan } from '../text/offset.ts'
import type { RawText } from '../text/raw-text.ts'
import type { Block } from './block.ts'
import { correctedText, walk } from './segments.ts'

interface RawEdit {
  from: number
  to: number
  insert: string
}

/** A block's corrected text with the raw offset of each of its UTF-16 units. */
export class BlockText {
  readonly text: string
  private readonly raw: RawText
  private readonly block: Block
  private known: Int32Array | null = null
  private readonly edits: { from: number; to: number; insert: string; correction: CorrectionId }[] = []

  constructor(raw: RawText, block: Block) {
    this.raw = raw
    this.block = block
    this.text = correctedText(raw, block)
  }

  /**
   * Raw offset of each kept unit; for a unit of an insertion, minus one minus the index of its edit. Made when it is first
   * asked for: most blocks have no finding.
   */
  private get at(): Int32Array {
    if (this.known) return this.known
    const at = new Int32Array(this.text.length)
    const { edits } = this
    let n = 0
    walk(this.raw, this.block, {
      kept(from, to) {
        for (let i = from; i < to; i++) at[n++] = i
      },
      mark: () => undefined,
      edit({ span, insert, correction }) {
        at.fill(-1 - edits.length, n, (n += insert.length))
        edits.push({ from: span.from, to: span.to, insert, correction })
      },
    })
    return (this.known = at)
  }

  /** Raw offset of a unit; of inserted text, where its edit begins. */
  rawAt(clean: number): number {
    const { at } = this
    if (at.length === 0) return 0
    const a = at[Math.min(clean, at.length - 1)]!
    if (a < 0) return this.edits[-1 - a]!.from
    return clean >= at.length ? a + 1 : a
  }

  /** Raw offset behind a unit; what an edit wrote in place of raw text stands for all of that. */
  private rawAfter(clean: number): number {
    const edit = this.edits[-1 - this.at[clean]!]
    return edit && edit.to > edit.from ? edit.to : this.rawAt(clean) + 1
  }

  /**
   * Raw edits that replace `[from, to)` of the corrected text by `insert`. Insertions of earlier edits that it cuts
   * are taken in: their corrections go to `taken`, what they had beside the cut is kept. Units that stay the
   * same at both ends are left out; where lengths are equal, so are those inside.
   */
  toRaw(
    from: number,
    to: number,
    insert: string,
    taken: Set<CorrectionId>,
  ): { span: ReturnType<typeof rawSpan>; insert: string }[] {
    while (from < to && insert.length > 0 && this.text[from] === insert[0]) {
      from++
      insert = insert.slice(1)
    }
    while (from < to && insert.length > 0 && this.text[to - 1] === insert.at(-1)) {
      to--
      insert = insert.slice(0, -1)
    }
    if (from === to) {
      if (insert === '') return []
      const at = from > 0 ? this.rawAfter(from - 1) : this.rawAt(0)
      return [{ span: rawSpan(at, at), insert }]
    }
    const out: RawEdit[] = []
    let absorbed: object | null = null
    const oneToOne = insert.length === to - from
    for (let i = from; i < to; i++) {
      const a = this.at[i]!
      const put = oneToOne ? insert[i - from]! : i === from ? insert : ''
      if (a < 0) absorbed = this.absorb(i, put, out, taken)
      else if (!(oneToOne && put === this.text[i])) {
        const last = out.at(-1)
        // Units that touch in raw text make one edit; a gap between them is another edit's, and stays so.
        if (last?.to === a && last !== absorbed) {
          last.to = a + 1
          last.insert += put
        } else out.push({ from: a, to: a + 1, insert: put })
      }
    }
    return out.map((e) => ({ span: rawSpan(e.from, e.to), insert: e.insert }))
  }

  /** Takes in the edit that put unit `i` here. */
  private absorb(i: number, put: string, out: RawEdit[], taken: Set<CorrectionId>): RawEdit {
    const edit = this.edits[-1 - this.at[i]!]!
    const mine = out.find((e) => e.from === edit.from && e.to === edit.to && taken.has(edit.correction))
    let first = i
    while (first > 0 && this.at[first - 1] === this.at[i]) first--
    const text = edit.insert
    if (mine) {
      const k = i - first
      const done = mine.insert.length - (text.length - k)
      mine.insert = mine.insert.slice(0, done) + put + text.slice(k + 1)
      return mine
    }
    taken.add(edit.correction)
    const k = i - first
    const whole = { from: edit.from, to: edit.to, insert: text.slice(0, k) + put + text.slice(k + 1) }
    out.push(whole)
    return whole
  }
}
