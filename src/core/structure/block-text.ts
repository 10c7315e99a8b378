import type { CorrectionId, Edit, EditList } from '../corrections/edit.ts'
import { partitionPoint } from '../order/partition-point.ts'
import { rawSpan } from '../text/offset.ts'
import type { RawText } from '../text/raw-text.ts'
import type { Block } from './block.ts'
import { correctedText, walk, wholeStretch } from './segments.ts'

interface RawEdit {
  from: number
  to: number
  insert: string
}

/** A change of corrected text: `insert` in place of `[from, to)`. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** A change as edits of raw text. */
interface RawChange {
  readonly edits: Edit[]
  /** The corrections that it cuts. */
  readonly cut: readonly CorrectionId[]
}

const NONE: readonly never[] = []

/** A stretch of corrected text that starts at `clean`: raw text kept from `raw` on, or what an edit wrote. */
type Stretch = { readonly clean: number } & (
  | { readonly raw: number; readonly edit: null }
  | { readonly edit: RawEdit & { readonly correction: CorrectionId } }
)

/** A block's corrected text with the raw offset of each of its UTF-16 units. */
export class BlockText {
  readonly text: string
  readonly block: Block
  private readonly raw: RawText
  private known: readonly Stretch[] | null = null

  private constructor(raw: RawText, block: Block, text: string) {
    this.raw = raw
    this.block = block
    this.text = text
  }

  static of(raw: RawText, block: Block): BlockText {
    return new BlockText(raw, block, correctedText(raw, block))
  }

  /** The block with other edits: those that these changes, in order and apart, make of the ones it has. */
  after(changes: readonly Change[], edits: EditList): BlockText {
    let text = ''
    let done = 0
    for (const { from, to, insert } of changes) {
      text += this.text.slice(done, from) + insert
      done = to
    }
    return new BlockText(this.raw, { ...this.block, edits }, text + this.text.slice(done))
  }

  /** The text in stretches. Made when they are first asked for: most blocks have no finding. */
  private get stretches(): readonly Stretch[] {
    if (this.known) return this.known
    const whole = wholeStretch(this.raw, this.block)
    if (whole) return (this.known = [{ clean: 0, raw: whole.from, edit: null }])
    const stretches: Stretch[] = []
    let clean = 0
    walk(this.raw, this.block, {
      kept(from, to) {
        stretches.push({ clean, raw: from, edit: null })
        clean += to - from
      },
      mark: () => undefined,
      edit({ span, insert, correction }) {
        if (insert === '') return
        stretches.push({ clean, edit: { from: span.from, to: span.to, insert, correction } })
        clean += insert.length
      },
    })
    return (this.known = stretches)
  }

  /** Which stretch holds a unit. */
  private stretchAt(clean: number): number {
    const { stretches } = this
    return partitionPoint(stretches.length, (i) => stretches[i]!.clean <= clean) - 1
  }

  /** Raw offset of a unit; of inserted text, where its edit begins. */
  rawAt(clean: number): number {
    const { length } = this.text
    if (length === 0) return 0
    const stretch = this.stretches[this.stretchAt(Math.min(clean, length - 1))]!
    return stretch.edit ? stretch.edit.from : stretch.raw + Math.min(clean, length) - stretch.clean
  }

  /** Raw offset behind a unit; what an edit wrote in place of raw text stands for all of that. */
  private rawAfter(clean: number): number {
    const { edit } = this.stretches[this.stretchAt(clean)]!
    return edit && edit.to > edit.from ? edit.to : this.rawAt(clean) + 1
  }

  /** The change without the units that it leaves as they are at its ends; null where that is all of them. */
  smallest({ from, to, insert }: Change): Change | null {
    const { text } = this
    let start = 0
    let end = insert.length
    while (from < to && start < end && text[from] === insert[start]) {
      from++
      start++
    }
    while (from < to && start < end && text[to - 1] === insert[end - 1]) {
      to--
      end--
    }
    return from === to && start === end ? null : { from, to, insert: insert.slice(start, end) }
  }

  /**
   * The raw edits of a change. Insertions of earlier edits that it cuts are taken in; what they had beside the cut is kept.
   * Where lengths are equal, units inside that stay the same are left out.
   */
  toRaw({ from, to, insert }: Change): RawChange {
    if (from === to) {
      const at = from > 0 ? this.rawAfter(from - 1) : this.rawAt(0)
      return { edits: [{ span: rawSpan(at, at), insert }], cut: NONE }
    }
    const { stretches } = this
    let k = this.stretchAt(from)
    const first = stretches[k]!
    const oneToOne = insert.length === to - from
    // Most changes are one edit of text that was kept so far.
    if (!first.edit && (!oneToOne || to === from + 1) && (stretches[k + 1]?.clean ?? to) >= to) {
      const at = first.raw + from - first.clean
      return { edits: [{ span: rawSpan(at, at + to - from), insert }], cut: NONE }
    }
    const out: RawEdit[] = []
    const cut: CorrectionId[] = []
    let absorbed: object | null = null
    for (let i = from; i < to; i++) {
      if (stretches[k + 1]?.clean === i) k++
      const stretch = stretches[k]!
      const put = oneToOne ? insert[i - from]! : i === from ? insert : ''
      if (stretch.edit) absorbed = absorb(stretch.edit, i - stretch.clean, put, out, cut)
      else if (!(oneToOne && put === this.text[i])) {
        const a = stretch.raw + i - stretch.clean
        const last = out.at(-1)
        // Units that touch in raw text make one edit; a gap between them is another edit's, and stays so.
        if (last?.to === a && last !== absorbed) {
          last.to = a + 1
          last.insert += put
        } else out.push({ from: a, to: a + 1, insert: put })
      }
    }
    const edits = out.map((e) => ({ span: rawSpan(e.from, e.to), insert: e.insert }))
    return { edits, cut }
  }
}

/** Takes in an earlier edit whose unit `k` is replaced by `put`. */
function absorb(
  edit: RawEdit & { readonly correction: CorrectionId },
  k: number,
  put: string,
  out: RawEdit[],
  cut: CorrectionId[],
): RawEdit {
  const { from, to, insert } = edit
  const mine = out.find((e) => e.from === from && e.to === to && cut.includes(edit.correction))
  if (mine) {
    const done = mine.insert.length - (insert.length - k)
    mine.insert = mine.insert.slice(0, done) + put + insert.slice(k + 1)
    return mine
  }
  cut.push(edit.correction)
  const whole = { from, to, insert: insert.slice(0, k) + put + insert.slice(k + 1) }
  out.push(whole)
  return whole
}
