import { writeFileSync } from 'node:fs'
import process from 'node:process'
import type { Watch } from './watch.ts'

interface Row {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | 'count' | 'characters'
}

/** What was measured. Of all rounds the best counts: whatever else the machine does only ever adds. */
export class Figures {
  readonly #watch: Watch
  readonly #rows = new Map<string, Row>()

  constructor(watch: Watch) {
    this.#watch = watch
  }

  note(name: string, value: number, unit: Row['unit'] = 'ms'): void {
    const old = this.#rows.get(name)
    if (!old || value < old.value) this.#rows.set(name, { name, value: Math.round(value * 10) / 10, unit })
  }

  /** How long the window stood still while this was done. */
  async during(what: string, act: () => Promise<void>): Promise<void> {
    const { longestTask, longestWork, longestFrame } = await this.#watch.during(act)
    this.note(`${what}.longest-task`, longestTask)
    this.note(`${what}.longest-work`, longestWork)
    this.note(`${what}.longest-frame`, longestFrame)
  }

  /** To the terminal, and to the file that was asked for. */
  print(): void {
    const rows = [...this.#rows.values()]
    for (const { name, value, unit } of rows)
      process.stdout.write(`${name.padEnd(28)} ${value.toLocaleString('en').padStart(11)} ${unit}\n`)
    const json = process.env['JIAOKAN_BENCH_JSON']
    if (json) writeFileSync(json, `${JSON.stringify({ rows }, null, 2)}\n`)
  }
}
