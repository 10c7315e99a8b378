import { basename, resolve } from 'node:path'
import type { ExportSource } from '../core/export/exporter.ts'
import { documentSource } from '../core/export/from-document.ts'
import { ok, type Result } from '../core/result.ts'
import type { Encoding } from '../core/text/encoding.ts'
import { isProject, openProjectFile } from './book-file.ts'
import { cleanSource, decodeSource, type CleanOptions } from './clean-source.ts'
import type { Failure } from './failure.ts'
import type { Io } from './io.ts'
import { readSource, readStdin } from './read-source.ts'

/** A raw text as the engine cleans it, or a project as its editor left it; `-` is standard input. */
export async function openText(
  io: Io,
  given: string,
  { encoding, ...options }: { readonly encoding: Encoding | null } & CleanOptions,
): Promise<Result<ExportSource, Failure>> {
  const bytes = given === '-' ? await readStdin(io) : await readSource(io.fs, resolve(io.cwd, given))
  if (!bytes.ok) return bytes
  if (isProject(given, bytes.value)) {
    const opened = openProjectFile(bytes.value)
    return opened.ok ? ok(documentSource(opened.value.project.source, opened.value.document)) : opened
  }
  const decoded = decodeSource(bytes.value, encoding)
  return decoded.ok
    ? await cleanSource(basename(given), decoded.value, { ...options, figuresBeside: io.figuresBeside })
    : decoded
}
