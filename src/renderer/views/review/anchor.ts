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
    const target =
      scrollTop < this.#usual * height
        ? scrollTop / height
        : left < (1 - this.#usual) * height
          ? 1 - left / height
          : this.#usual
    const way = target - this.share
    this.share += Math.sign(way) * Math.min(Math.abs(way), DRIFT * moved)
    return moved
  }
}
