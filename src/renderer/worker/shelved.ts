import type { Document } from '../../core/document/document.ts'
import { outline } from '../session/outline.ts'
import { readEntries } from '../session/read-marks.ts'
import { Waiting } from '../session/waiting.ts'
import type { ReadProject } from './engine-api.ts'

/** What the shelf shows of a book. */
export function shelved(doc: Document): Pick<ReadProject, 'findings' | 'read'> {
  const shape = outline(doc)
  const waiting = new Waiting(doc, () => undefined)
  const findings = waiting.list().length
  // What it has not looked at yet, the window will, once the book is open.
  waiting.dispose()
  return { findings, read: shape.entries === 0 ? 0 : readEntries(doc, shape).size / shape.entries }
}
