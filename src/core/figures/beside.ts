import type { RuleId } from '../corrections/correction.ts'
import { FigureCheck } from './figures.ts'
import type { FigureFinding } from './finding.ts'
import type { FigureBlock } from './read/scanned.ts'

/** A `FigureCheck` in another thread: what it is told is sent, what it finds comes back. */
export interface FiguresBeside extends Pick<FigureCheck, 'begin' | 'take'> {
  /** Rejects where the thread is no more. */
  findings(checks: readonly RuleId[]): Promise<readonly FigureFinding[]>
}

/** Blocks, property by property: a copy of these costs a quarter of one of as many objects. */
interface Columns {
  readonly ids: readonly FigureBlock['id'][]
  readonly roles: readonly FigureBlock['role'][]
  readonly levels: readonly number[]
  readonly texts: readonly string[]
}

/** A call to the other thread; only the last is answered, with findings. */
export type FigureCall =
  | { readonly call: 'begin' }
  | { readonly call: 'take'; readonly blocks: Columns }
  | { readonly call: 'findings'; readonly checks: readonly RuleId[] }

/** The side of the other thread: gets each call in turn, `answer` sends what was found. */
export function figureCalls(answer: (findings: FigureFinding[]) => void): (call: FigureCall) => void {
  const figures = new FigureCheck()
  return (call) => {
    if (call.call === 'begin') figures.begin()
    else if (call.call === 'take') figures.take(blocksOf(call.blocks))
    else {
      answer(figures.findings(call.checks))
      // The thread may wait for its next book all day.
      figures.begin()
    }
  }
}

/** Who waits for an answer. */
interface Waiting {
  done(findings: readonly FigureFinding[]): void
  fail(error: unknown): void
}

/** This side: whoever owns the thread hands on what comes from it. One book after the other. */
export class FigureThread implements FiguresBeside {
  /** Has the thread failed? It will not answer any more. */
  failed = false
  readonly #send: (call: FigureCall) => void
  /** In the order of their calls: whoever no longer listens is still answered before the next. */
  readonly #waiting: Waiting[] = []

  constructor(send: (call: FigureCall) => void) {
    this.#send = send
  }

  begin(): void {
    this.#send({ call: 'begin' })
  }

  take(blocks: readonly FigureBlock[]): void {
    this.#send({ call: 'take', blocks: columnsOf(blocks) })
  }

  findings(checks: readonly RuleId[]): Promise<readonly FigureFinding[]> {
    this.#send({ call: 'findings', checks })
    return new Promise((done, fail) => {
      if (this.failed) fail(new Error('the thread for figures has failed'))
      else this.#waiting.push({ done, fail })
    })
  }

  /** Does the thread owe an answer? */
  get owes(): boolean {
    return this.#waiting.length > 0
  }

  /** The thread has answered. */
  answered(findings: readonly FigureFinding[]): void {
    this.#waiting.shift()?.done(findings)
  }

  /** The thread has stopped, whether somebody waits for it or not. */
  stopped(error: unknown): void {
    this.failed = true
    for (const one of this.#waiting.splice(0)) one.fail(error)
  }
}

function columnsOf(blocks: readonly FigureBlock[]): Columns {
  return {
    ids: blocks.map((b) => b.id),
    roles: blocks.map((b) => b.role),
    levels: blocks.map((b) => b.level),
    texts: blocks.map((b) => b.text),
  }
}

function blocksOf({ ids, roles, levels, texts }: Columns): FigureBlock[] {
  return ids.map((id, i) => ({ id, role: roles[i]!, level: levels[i]!, text: texts[i]! }))
}
