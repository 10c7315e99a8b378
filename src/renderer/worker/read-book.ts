import { openProject } from '../../core/project/open-project.ts'
import type { ProjectFault } from '../../core/project/fault.ts'
import type { Project } from '../../core/project/project.ts'
import { projectText, readProject } from '../../core/project/read-project.ts'
import { brokenLaws } from '../../core/project/verify-project.ts'
import { ok, type Result } from '../../core/result.ts'
import type { DecoderPort } from '../../core/text/decoder-port.ts'
import type { ReadProject } from './engine-api.ts'
import { shelved } from './shelved.ts'

/** A project file as a book for the shelf: all of it was read and its log replayed, or the first fault. */
export function readBook(bytes: Uint8Array, port: DecoderPort): Result<ReadProject, ProjectFault> {
  const text = projectText(bytes, port)
  const project = text.ok ? readProject(text.value) : text
  if (!project.ok) return project
  const opened = openProject(project.value)
  if (!opened.ok) return opened
  return ok({ project: project.value, broken: brokenLaws(opened.value), ...shelved(opened.value) })
}

/** What is wrong with a book that was put together anew: its log does not fit, or its laws do not hold. */
export function checkBook(project: Project): readonly ProjectFault[] {
  const opened = openProject(project)
  return opened.ok ? brokenLaws(opened.value) : [opened.error]
}
