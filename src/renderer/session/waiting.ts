import type { BlockId, Replacement, RuleId } from '../../core/corrections/correction.ts'
import type { CorrectionId } from '../../core/corrections/edit.ts'
import type { Document } from '../../core/document/document.ts'
import type { Rule } from '../../core/rules/rule.ts'
import type { Suggestion } from '../../core/structure/block.ts'
import type { UserRule } from '../../core/user-rules/user-rule.ts'
import type { Changed } from './changed.ts'
import { collectFindings, type Finding, isQueued, queuedIn } from './findings.ts'
import { lookAgain, rulesOf } from './look-again.ts'

/** Milliseconds of looking at a stretch; longer, and a key press would wait for it. */
const SLICE = 8

/**
 * Keeps account of what waits for a decision. What the rules say of changed blocks follows from the document, so nothing
 * of it is stored: after opening a book it is found again, bit by bit.
 */
export class Waiting {
  readonly #onMore: () => void
  readonly #rules: readonly Rule[]
  readonly #looking: ReadonlySet<RuleId>
  readonly #queued = new Map<CorrectionId, Replacement>()
  readonly #fresh = new Map<BlockId, readonly Suggestion[]>()
  readonly #unseen = new Set<BlockId>()
  #last: ReadonlyMap<string, Finding> = new Map()
  #doc: Document
  #timer: ReturnType<typeof setTimeout> | undefined

  /**
   * `onMore` is called when more was found than there was time for at once. `userRules` are those of the editor's own as they
   * are today; of them the book has those that it was analysed with.
   */
  constructor(doc: Document, onMore: () => void, userRules: readonly UserRule[] = []) {
    this.#rules = rulesOf(doc, userRules)
    this.#looking = new Set(this.#rules.map((rule) => rule.id))
    this.#doc = doc
    this.#onMore = onMore
    for (const correction of queuedIn(doc)) this.#queued.set(correction.id, correction)
    this.#look(doc.touched.keys())
  }

  /** Goes on to the document after a stroke. */
  take(doc: Document, changed: Changed): void {
    this.#doc = doc
    for (const id of changed.corrections) {
      const correction = doc.corrections.get(id)
      if (isQueued(correction)) this.#queued.set(id, correction)
      else this.#queued.delete(id)
    }
    this.#look(changed.blocks)
  }

  /** What waits, in reading order. */
  list(): Finding[] {
    const now = collectFindings(
      this.#doc,
      { suggestions: this.#fresh, rules: this.#looking },
      this.#queued,
      this.#last,
    )
    this.#last = new Map(now.map((finding) => [finding.id, finding]))
    return now
  }

  dispose(): void {
    clearTimeout(this.#timer)
  }

  #look(blocks: Iterable<BlockId>): void {
    for (const id of blocks) this.#unseen.add(id)
    this.#work()
  }

  #work(): void {
    clearTimeout(this.#timer)
    const end = performance.now() + SLICE
    for (const id of this.#unseen) {
      this.#unseen.delete(id)
      const block = this.#doc.blocks.get(id)
      if (block && block.role !== 'furniture') this.#fresh.set(id, lookAgain(this.#doc, block, this.#rules))
      else this.#fresh.delete(id)
      if (performance.now() > end) break
    }
    if (this.#unseen.size === 0) return
    this.#timer = setTimeout(() => {
      this.#work()
      this.#onMore()
    }, 0)
  }
}
