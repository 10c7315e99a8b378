import type { Document } from '../core/document/document.ts'
import { packAnalysis, payloadHash } from '../core/document/codec.ts'
import { openProject } from '../core/project/open-project.ts'
import type { Project } from '../core/project/project.ts'
import { projectText, readProject } from '../core/project/read-project.ts'
import { writeProject } from '../core/project/write-project.ts'
import { err, ok, type Result } from '../core/result.ts'
import type { Analysis } from '../core/structure/block.ts'
import type { Decoded } from '../core/text/decode.ts'
import { decoder } from './decoder.ts'
import type { Failure } from './failure.ts'

export const PROJECT_EXTENSION = '.jiaokan'

export interface OpenedProject {
  readonly project: Project
  /** The book as its last event left it. */
  readonly document: Document
}

/** Is it meant to be a project file: by its name, or by how it begins? */
export function isProject(name: string, bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  return (
    name.toLowerCase().endsWith(PROJECT_EXTENSION) ||
    /^(?:\u00ef\u00bb\u00bf)?[0-9a-f]{8} 1 0{16} \{/.test(start)
  )
}

/** The book in the bytes of a project file: all of it, or what is wrong. */
export function openProjectFile(bytes: Uint8Array): Result<OpenedProject, Failure> {
  const text = projectText(bytes, decoder)
  const project = text.ok ? readProject(text.value) : text
  if (!project.ok) return err({ kind: 'project', error: project.error })
  const document = openProject(project.value)
  if (!document.ok) return err({ kind: 'project', error: document.error })
  return ok({ project: project.value, document: document.value })
}

/** The project file of a book as the engine leaves it, before anybody has worked on it. */
export function newProject(
  { name, title, at }: { readonly name: string; readonly title: string; readonly at: Date },
  { raw, encoding, evidence, bom, newline }: Decoded,
  analysis: Analysis,
): string {
  const payload = packAnalysis(analysis)
  const { engine } = analysis
  return writeProject({
    source: { name, sha256: raw.sha256, encoding, evidence, bom, newline, text: raw.text, payload },
    events: [
      {
        seq: 1,
        at: at.toISOString(),
        by: 'engine',
        event: { type: 'analysed', engine, payload: payloadHash(payload) },
      },
    ],
    book: { title, settings: {} },
  })
}
