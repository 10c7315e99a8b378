import { basename, resolve } from 'node:path'
import { documentSource, stemOf } from '../../core/export/from-document.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { Arguments } from '../arguments.ts'
import { type OpenedProject, openProjectFile } from '../book-file.ts'
import { explain, explainClash, printable } from '../explain.ts'
import type { Failure } from '../failure.ts'
import { type Formats, formatsOf } from '../formats.ts'
import type { ExitCode, Io } from '../io.ts'
import type { Messages } from '../messages.ts'
import { checkOutputs, type Input } from '../output-plan.ts'
import { readSource } from '../read-source.ts'
import { verifyDocument } from '../verify.ts'
import { makeFolder, writeFiles } from '../write-files.ts'

interface Job {
  readonly io: Io
  readonly m: Messages
  readonly formats: Formats
  readonly folder: string
}

interface Book extends OpenedProject {
  readonly input: Input
}

/**
 * `jiaokan export`: what the window exports, of the books in project files. All files are read before anything is written;
 * outputs are named after the raw text, as in the window.
 */
export async function exportProjects(
  args: Arguments,
  io: Io,
  m: Messages,
): Promise<Result<ExitCode, string>> {
  const out = args.values.get('out')
  if (args.positionals.length === 0) return err(m.noProjects)
  if (out === undefined) return err(m.noOut)
  const formats = formatsOf(args, m)
  if (!formats.ok) return formats
  const job: Job = { io, m, formats: formats.value, folder: resolve(io.cwd, out) }
  const books: Book[] = []
  let failed = 0
  for (const given of args.positionals) {
    const book = await read(io, given)
    if (book.ok) books.push(book.value)
    else {
      failed++
      await complain(job, given, book.error)
    }
  }
  const clash = await checkOutputs(
    io.fs,
    books.map((book) => book.input),
    job.formats.exporters,
    job.folder,
  )
  if (!clash.ok) return err(explainClash(clash.error, m))
  for (const book of books) {
    const done = await write(job, book)
    if (done.ok) await io.stdout.write(done.value)
    else {
      failed++
      await complain(job, book.input.given, done.error)
    }
  }
  return ok(failed > 0 ? 1 : 0)
}

async function read(io: Io, given: string): Promise<Result<Book, Failure>> {
  const path = resolve(io.cwd, given)
  const bytes = await readSource(io.fs, path)
  if (!bytes.ok) return bytes
  const opened = openProjectFile(bytes.value)
  if (!opened.ok) return opened
  const { name } = opened.value.project.source
  // A name in a file may be any string; only its last part can be a file here.
  const stem = basename(stemOf(name).replace(/^.*[\\/]/, '')) || basename(stemOf(given))
  return ok({ ...opened.value, input: { given, path, name, stem } })
}

async function write(
  { io, m, formats, folder }: Job,
  { input, project, document }: Book,
): Promise<Result<string, Failure>> {
  const imbalance = verifyDocument(document)
  if (imbalance) return err({ kind: 'imbalance', error: imbalance })
  const files = new Map<string, string>()
  const source = documentSource(project.source, document)
  for (const exporter of formats.exporters) {
    const made = exporter.write({ sources: [source] }, { ...formats.options, stem: input.stem })
    if (!made.ok) return err({ kind: 'export', error: made.error })
    for (const [name, content] of made.value) files.set(name, content)
  }
  const made = await makeFolder(io.fs, folder)
  if (!made.ok) return made
  const written = await io.uninterrupted((stop) => writeFiles(io.fs, made.value, files, stop))
  if (!written.ok) return written
  const outputs = [...files.keys()].map(printable).join(m.comma)
  return ok(m.exported(printable(input.given), outputs, printable(project.book.title), project.events.length))
}

async function complain({ io, m }: Job, given: string, failure: Failure): Promise<void> {
  const { what, todo } = explain(failure, m)
  await io.stderr.write(m.failure(printable(given), what, todo))
}
