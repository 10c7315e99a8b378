import { plain } from '../../laws/support/check-laws.ts'
import type { BlockId } from '../../../src/core/corrections/correction.ts'
import type { CorrectionId } from '../../../src/core/corrections/edit.ts'
import { analyse } from '../../../src/core/analyse.ts'
import { packAnalysis, payloadHash, unpackAnalysis } from '../../../src/core/document/codec.ts'
import type { Document } from '../../../src/core/document/document.ts'
import type { Logged, NoteId } from '../../../src/core/document/event.ts'
import { replay } from '../../../src/core/document/replay.ts'
import { ok, type Result } from '../../../src/core/result.ts'
import { correctedText } from '../../../src/core/structure/segments.ts'
import { rawText } from '../../../src/core/text/raw-text.ts'
import { BookSession } from '../../../src/renderer/session/book-session.svelte.ts'
import { EventLog } from '../../../src/renderer/session/event-log.svelte.ts'
import type { Names } from '../../../src/renderer/session/names.ts'
import type { BookSource } from '../../../src/renderer/worker/book-api.ts'
import type { StoreError } from '../../../src/renderer/store/errors.ts'

function value<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** A book on a shelf that lives in memory: opened again, it is what its log says. */
export class Shelf {
  readonly written: Logged[] = []
  /** Set: nothing can be written. */
  trouble: StoreError | null = null
  private readonly raw
  private readonly payload: string
  private time = Date.parse('2020-01-01T08:00:00Z')
  private names = 0

  constructor(text: string, strict = false) {
    this.raw = value(rawText(text, 'sha'))
    this.payload = packAnalysis(analyse(this.raw, { strict }))
    const hash = payloadHash(this.payload)
    const engine = value(unpackAnalysis(this.raw, this.payload)).engine
    const event = { type: 'analysed', engine, payload: hash } as const
    this.written.push({ seq: 1, at: '2020-01-01T07:00:00.000Z', by: 'engine', event })
  }

  /** As the store hands it to the worker. */
  source(): BookSource {
    const { text, sha256 } = this.raw
    return { text, sha256, payload: this.payload, snapshot: null, events: [...this.written] }
  }

  /** The document as the stored log makes it. */
  replayed(): Document {
    // Through JSON, as a file would have it.
    const events = JSON.parse(JSON.stringify(this.written)) as Logged[]
    return value(replay(this.raw, value(unpackAnalysis(this.raw, this.payload)), events))
  }

  open(doc = this.replayed()): BookSession {
    const author = { names: this.counting(), now: () => new Date((this.time += 1000)), by: 'editor' }
    return new BookSession(
      doc,
      author,
      (progress) =>
        new EventLog({
          journal: {
            append: (logged) => {
              if (this.trouble) return Promise.resolve({ ok: false, error: this.trouble })
              this.written.push(...logged)
              return Promise.resolve(ok({ copy: null }))
            },
            catchUp: () => Promise.resolve(null),
          },
          explainCopy: (error) => error.kind,
          now: () => new Date(this.time),
          progress,
          explain: (error) => error.kind,
        }),
    )
  }

  private counting(): Names {
    const next = (): string => `n-${++this.names}`
    return {
      block: () => next() as BlockId,
      correction: () => next() as CorrectionId,
      note: () => next() as NoteId,
    }
  }
}

/** All that a document says, in a form that can be compared. */
export function state(doc: Document): unknown {
  return { ...plain(doc), seq: doc.seq }
}

/** The same without its place in the log: what an undo must bring back. */
export function content(doc: Document): unknown {
  return plain(doc)
}

/** The block whose corrected text holds these words. */
export function blockWith(doc: Document, words: string): BlockId {
  const id = doc.order.find((id) => correctedText(doc.raw, doc.blocks.get(id)!).includes(words))
  if (!id) throw new Error(`no block says ${words}`)
  return id
}

export function textOf(doc: Document, id: BlockId): string {
  return correctedText(doc.raw, doc.blocks.get(id)!)
}
