import { analyse } from '../../src/core/analyse.ts'
import { packAnalysis, payloadHash } from '../../src/core/document/codec.ts'
import type { Origin, Replacement } from '../../src/core/corrections/correction.ts'
import type { CorrectionId } from '../../src/core/corrections/edit.ts'
import type { Document } from '../../src/core/document/document.ts'
import type { DocumentEvent, Logged } from '../../src/core/document/event.ts'
import { fromAnalysis } from '../../src/core/document/from-analysis.ts'
import { step } from '../../src/core/document/replay.ts'
import { obey } from '../../src/core/obey.ts'
import type { Project } from '../../src/core/project/project.ts'
import type { Analysis } from '../../src/core/structure/block.ts'
import { rawOffset, rawSpan } from '../../src/core/text/offset.ts'
import { type RawText, rawText } from '../../src/core/text/raw-text.ts'
import { decoder as port } from '../../src/cli/decoder.ts'
import { Chance } from '../laws/support/chance.ts'
import { randomBook } from '../laws/support/random-book.ts'
import { randomEvent } from '../laws/support/random-event.ts'

export interface Made {
  readonly project: Project
  readonly document: Document
}

/** A project of a raw text, as it is on import. */
export function imported(text: string, title = '云山年鉴'): Made {
  const raw = rawText(text, port.sha256(Buffer.from(text)))
  if (!raw.ok) throw new Error(raw.error.kind)
  return begun(raw.value, obey(raw.value, analyse(raw.value)), title)
}

/** A project of random text and a random log. */
export function random(seed: number, size: number, events: number): Made {
  const { raw, analysis } = randomBook(seed, size)
  const chance = new Chance(seed)
  let made = begun(raw, analysis, '随机')
  for (let i = 0; i < events; i++) made = further(made, randomEvent(chance, made.document)) ?? made
  return made
}

/** With one more event; null where it cannot be. */
export function further({ project, document }: Made, event: DocumentEvent): Made | null {
  const logged: Logged = {
    seq: document.seq + 1,
    at: `2026-11-22T08:00:${String(document.seq).padStart(2, '0')}Z`,
    by: 'editor',
    event,
  }
  const next = step(document, logged)
  return next.ok
    ? { project: { ...project, events: [...project.events, logged] }, document: next.value }
    : null
}

/** A correction that nobody made, as a forged log would have it. */
export function unasked(
  document: Document,
  quote: string,
  insert: string,
  origin: Origin,
): DocumentEvent & { type: 'corrected' } {
  const from = rawOffset(document.raw.text.indexOf(quote))
  const block = document.ownership.at(from)
  if (block === null) throw new Error(`nobody owns ${quote}`)
  const added: Replacement = {
    kind: 'replace',
    id: 'unasked' as CorrectionId,
    block,
    layer: 'layout',
    origin,
    reason: { key: 'none' },
    edits: [{ span: rawSpan(from, from + quote.length), insert }],
    replaces: [quote],
  }
  return { type: 'corrected', added: [added], withdrawn: [] }
}

function begun(raw: RawText, analysis: Analysis, title: string): Made {
  const payload = packAnalysis(analysis)
  const start = fromAnalysis(raw, analysis)
  if (!start.ok) throw new Error(start.error.reason)
  const project: Project = {
    source: {
      name: 'yunshan.txt',
      sha256: raw.sha256,
      encoding: 'utf-8',
      evidence: 'valid',
      bom: false,
      newline: 'lf',
      text: raw.text,
      payload,
    },
    events: [],
    book: { title, settings: {} },
  }
  const first: DocumentEvent = { type: 'analysed', engine: analysis.engine, payload: payloadHash(payload) }
  const made = further({ project, document: start.value }, first)
  if (!made) throw new Error('the analysis does not begin its own log')
  return made
}
