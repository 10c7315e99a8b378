/** Part of the way that the anchor may go for each pixel that is scrolled. */
const DRIFT = 0.5

/**
 * The height at which the panes show the same text, as a share of the pane. After a click that is where the click was;
 * while the editor scrolls it drifts to its usual place, slowly enough that nothing jumps. At the two ends of the book
 * it is the end of the pane, so that both panes reach their ends together.
 */
export class Anchor {
  share: number
  readonly #usual: number
  #last = 0

  constructor(usual: number) {
    this.#usual = usual
    this.share = 0
  }

  set(share: number): void {
    this.share = Math.min(1, Math.max(0, share))
  }

  /** Returns how far it was, as a share of the pane. */
  scrolled(scroller: Pick<HTMLElement, 'scrollTop' | 'scrollHeight' | 'clientHeight'>): number {
    const { scrollTop, scrollHeight, clientHeight: height } = scroller
    if (height <= 0) return 0
    const left = scrollHeight - height - scrollTop
    const moved = Math.abs(scrollTop - this.#last) / height
    this.#last = scrollTop
    const isHead = scrollTop < this.#usual * height
    const isFoot = left < (1 - this.#usual) * height
    const target = isHead ? scrollTop / height : isFoot ? 1 - left / height : this.#usual
    const way = target - this.share
    // At the ends the target moves as fast as the page does: to come up with it, the anchor must be faster.
    const most = moved * (isHead || isFoot ? 2 : DRIFT)
    this.share += Math.sign(way) * Math.min(Math.abs(way), most)
    return moved
  }
}
