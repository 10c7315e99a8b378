import { type Source, sourceMeta } from '../document/source.ts'
import { VERSION } from './migrate.ts'
import { PROJECT_FORMAT, type Project } from './project.ts'
import { Sealer } from './sealed-lines.ts'

/**
 * The project file of a book (docs/project-file.md): LF, one record a line, each sealed against the one before. What
 * never changes comes first, so that a book that was worked on differs from its earlier file at the end only. Equal input
 * gives equal bytes.
 */
export function writeProject({ source, events, book }: Project): string {
  const seal = new Sealer()
  const out: string[] = []
  const put = (json: string): unknown => out.push(seal.line(json))
  put(JSON.stringify({ format: PROJECT_FORMAT, version: VERSION }))
  const lines = source.text.split('\n')
  put(JSON.stringify({ source: headOf(source, lines.length) }))
  for (const line of lines) put(JSON.stringify(line))
  // As it is: it has a check of its very characters. It is one line of JSON.
  put(`{"analysis":${source.payload}}`)
  for (const { seq, at, by, event } of events) put(JSON.stringify({ seq, at, by, event }))
  put(JSON.stringify({ book: { title: book.title, settings: book.settings } }))
  put(JSON.stringify({ end: { lines: out.length + 1, events: events.length } }))
  return out.join('')
}

function headOf(source: Source, lines: number): Record<string, unknown> {
  return { ...sourceMeta(source), characters: source.text.length, lines }
}
