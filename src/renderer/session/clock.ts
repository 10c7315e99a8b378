import type { Logged } from '../../core/document/event.ts'

/** Gives each stroke a time of its own, and remembers which event was done in which. */
export class Clock {
  readonly #now: () => Date
  readonly #times = new Map<number, string>()
  #last = ''

  constructor(now: () => Date, events: readonly Logged[]) {
    this.#now = now
    this.remember(events)
  }

  /** Later than every stroke before: strokes are told apart by their time. */
  next(): string {
    const now = this.#now().toISOString()
    return now > this.#last ? now : new Date(Date.parse(this.#last) + 1).toISOString()
  }

  remember(events: readonly Logged[]): void {
    for (const { seq, at } of events) {
      this.#times.set(seq, at)
      if (at > this.#last) this.#last = at
    }
  }

  readonly timeOf = (seq: number): string | undefined => this.#times.get(seq)
}
