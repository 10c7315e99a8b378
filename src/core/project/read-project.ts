import { err, ok, type Result } from '../result.ts'
import { decode } from '../text/decode.ts'
import type { DecoderPort } from '../text/decoder-port.ts'
import { projectFault, type ProjectFault } from './fault.ts'
import type { Project } from './project.ts'
import { scanProject } from './scan-project.ts'

/** The text of a project file. Line ends may have become CRLF on the way (git does that), and a mark may stand before it. */
export function projectText(bytes: Uint8Array, port: DecoderPort): Result<string, ProjectFault> {
  const decoded = decode(bytes, port, { encoding: 'utf-8' })
  if (decoded.ok) return ok(decoded.value.raw.text)
  const { error } = decoded
  if (error.kind === 'invalid' || error.kind === 'truncated')
    return err(projectFault('encoding', error.line, `byte ${error.at}: ${error.bytes}`))
  return err(projectFault('not-a-project', null, error.kind))
}

/**
 * The book in a project file, as it was written: all of it, or the first fault. Whether its events fit its text is not
 * asked here: see `openProject`. Never throws.
 */
export function readProject(text: string): Result<Project, ProjectFault> {
  const { faults, source, events, book } = scanProject(text)
  const [first] = faults
  if (first) return err(first)
  if (!source || !book) return err(projectFault('incomplete', null, 'no source, or no book'))
  return ok({ source, events: events.map(({ logged }) => logged), book })
}
