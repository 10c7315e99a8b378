/** Gives each stroke a time of its own. */
export class Clock {
  readonly #now: () => Date

  constructor(now: () => Date) {
    this.#now = now
  }

  /** Later than the stroke before, which was done at `last`: strokes are told apart by their time. */
  after(last: string): string {
    const now = this.#now().toISOString()
    return now > last ? now : new Date(Date.parse(last) + 1).toISOString()
  }
}
