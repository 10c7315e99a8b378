import type { JournalBook } from '../../src/contract/journal.ts'
import { logged } from '../journal/support.ts'

export const ID = '3f2c9a54-0d5e-4b9f-8a51-6c1f7f0e2b11'
export const OTHER = 'a1b2c3d4-0d5e-4b9f-8a51-6c1f7f0e2b11'

export const events = (from: number, to = from) =>
  Array.from({ length: to - from + 1 }, (_, i) => logged(from + i))

export function book(changes: Partial<JournalBook> = {}): JournalBook {
  return {
    id: ID,
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
        text: '【概况】云山县\n𠮷水镇。\n',
        payload: '{"format":"jiaokan.analysis"}',
      },
    ],
    events: events(1),
    settings: {},
    ...changes,
  }
}
