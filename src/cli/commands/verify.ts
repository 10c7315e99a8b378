import { resolve } from 'node:path'
import { projectText } from '../../core/project/read-project.ts'
import { type ProjectReport, verifyProject } from '../../core/project/verify-project.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { Arguments } from '../arguments.ts'
import { decoder } from '../decoder.ts'
import { explain, explainProject, printable } from '../explain.ts'
import type { ExitCode, Io } from '../io.ts'
import type { Messages } from '../messages.ts'
import { readSource } from '../read-source.ts'

/** More places than these nobody reads on a terminal. */
const NAMED = 50

/** `jiaokan verify`: everything that is wrong with project files, and where. Writes nothing; 1 where there is anything. */
export async function verifyFiles(args: Arguments, io: Io, m: Messages): Promise<Result<ExitCode, string>> {
  if (args.positionals.length === 0) return err(m.noProjects)
  let sound = true
  for (const given of args.positionals) {
    const bytes = await readSource(io.fs, resolve(io.cwd, given))
    if (!bytes.ok) {
      const { what, todo } = explain(bytes.error, m)
      await io.stderr.write(m.failure(printable(given), what, todo))
      sound = false
      continue
    }
    const report = reportOf(bytes.value)
    sound &&= report.faults.length === 0
    await io.stdout.write(said(printable(given), report, m))
  }
  return ok(sound ? 0 : 1)
}

function reportOf(bytes: Uint8Array): ProjectReport {
  const text = projectText(bytes, decoder)
  if (text.ok) return verifyProject(text.value)
  return { faults: [text.error], title: null, source: null, events: 0, document: null }
}

function said(file: string, { faults, title, events, document }: ProjectReport, m: Messages): string {
  if (faults.length === 0) return m.verified(file, title ?? '', events, document?.corrections.size ?? 0)
  const lines = faults.slice(0, NAMED).map((fault) => m.fault(explainProject(fault, m).what))
  const rest = faults.length > NAMED ? [m.fault('…')] : []
  return [m.notVerified(file, faults.length), ...lines, ...rest].join('')
}
