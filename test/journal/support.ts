import type { DocumentEvent, Logged } from '../../src/core/document/event.ts'
import { type BookRecord, writeBookRecord } from '../../src/core/journal/book-record.ts'
import { encodeLine, NO_HASH } from '../../src/core/journal/line.ts'
import type { Utf8 } from '../../src/core/journal/utf8.ts'

export const utf8: Utf8 = {
  encode: (text) => new TextEncoder().encode(text),
  decode(bytes) {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      return null
    }
  },
}

export const record: BookRecord = {
  id: '3f2c9a54-0d5e-4b9f-8a51-6c1f7f0e2b11',
  title: '云山年鉴',
  sample: false,
  imported: 1_700_000_000_000,
  sources: [
    {
      name: '云山年鉴.txt',
      sha256: 'a'.repeat(64),
      encoding: 'gb18030',
      evidence: 'score',
      bom: false,
      newline: 'crlf',
      text: 'b'.repeat(64),
      payload: 'c'.repeat(64),
    },
  ],
  settings: {},
}

/** Event `seq` of an invented log. */
export function logged(seq: number, text = `第${seq}处：云山县𠮷`): Logged {
  const event =
    seq === 1
      ? { type: 'analysed', engine: '1', payload: '0123456789abcdef' }
      : { type: 'noted', note: `n${seq}`, span: { from: 0, to: seq }, text }
  return { seq, at: '2026-11-22T08:00:00.000Z', by: 'editor', event: event as DocumentEvent }
}

/** A journal's bytes: line 0, then the given appends, each a number of events. */
export function journalOf(appends: readonly number[], head = writeBookRecord(record)): Uint8Array {
  const lines: Uint8Array[] = []
  let prev = NO_HASH
  const add = (seq: number, first: number, json: string): void => {
    const { bytes, hash } = encodeLine({ seq, first, prev, json }, utf8)
    lines.push(bytes)
    prev = hash
  }
  add(0, 0, head)
  let seq = 0
  for (const count of appends) {
    const first = seq + 1
    for (let i = 0; i < count; i++) add(++seq, first, JSON.stringify(logged(seq)))
  }
  return joined(lines)
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

/** Offsets right after each line. */
export function lineEnds(bytes: Uint8Array): number[] {
  return [...bytes.keys()].filter((at) => bytes[at] === 0x0a).map((at) => at + 1)
}
