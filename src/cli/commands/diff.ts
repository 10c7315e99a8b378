import { resolve } from 'node:path'
import { compareLines, type LineChange } from '../../core/diff/compare-lines.ts'
import { type BookLineChange, compareYearbooks, linesOf } from '../../core/diff/compare-yearbooks.ts'
import { documentSource } from '../../core/export/from-document.ts'
import { yearbook, type Yearbook } from '../../core/export/yearbook.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { Arguments } from '../arguments.ts'
import { isProject, openProjectFile } from '../book-file.ts'
import { decodeSource } from '../clean-source.ts'
import { explain, printable } from '../explain.ts'
import type { Failure } from '../failure.ts'
import type { ExitCode, Io } from '../io.ts'
import type { Messages } from '../messages.ts'
import { readSource, readStdin } from '../read-source.ts'
import { readYearbook } from '../read-yearbook.ts'
import { paint, type Run, wantsColour } from '../terminal.ts'

/** One side: a book with its structure, or a text of lines. */
type Side =
  | { readonly kind: 'book'; readonly book: Yearbook }
  | { readonly kind: 'text'; readonly lines: readonly string[] }

/**
 * `jiaokan diff`: two texts, exports or projects line by line; of two books a paragraph, title or caption is a line, with
 * its place. 0 where they are the same, 1 where they differ, 2 where one of them cannot be read, as diff(1) has it.
 */
export async function diff(args: Arguments, io: Io, m: Messages): Promise<Result<ExitCode, string>> {
  const [one, other, ...more] = args.positionals
  if (one === undefined || other === undefined || more.length > 0) return err(m.twoFiles)
  if (one === '-' && other === '-') return err(m.stdinTwice)
  const sides: Side[] = []
  for (const given of [one, other]) {
    const side = await read(io, given)
    if (side.ok) sides.push(side.value)
    else {
      const { what, todo } = explain(side.error, m)
      await io.stderr.write(m.failure(printable(given), what, todo))
    }
  }
  const [a, b] = sides
  if (!a || !b) return ok(2)
  const changes = compared(a, b)
  const differences = changes.filter((change) => change.kind !== 'same')
  if (differences.length === 0) {
    await io.stdout.write(m.same(printable(one), printable(other)))
    return ok(0)
  }
  const colour = wantsColour(io.stdout, io.env)
  for (const change of differences)
    await io.stdout.write(
      shown(change, m)
        .map((runs) => `${paint(runs, colour)}\n`)
        .join(''),
    )
  await io.stdout.write(summary(differences, m))
  return ok(1)
}

async function read(io: Io, given: string): Promise<Result<Side, Failure>> {
  const bytes = given === '-' ? await readStdin(io) : await readSource(io.fs, resolve(io.cwd, given))
  if (!bytes.ok) return bytes
  if (isProject(given, bytes.value)) {
    const opened = openProjectFile(bytes.value)
    if (!opened.ok) return opened
    const source = documentSource(opened.value.project.source, opened.value.document)
    return ok({ kind: 'book', book: yearbook({ sources: [source] }, { stem: '', messages: () => '' }) })
  }
  const decoded = decodeSource(bytes.value, null)
  if (!decoded.ok) return decoded
  const { text } = decoded.value.raw
  const book = text.startsWith('{') ? readYearbook(text) : null
  return ok(book ? { kind: 'book', book } : { kind: 'text', lines: linesIn(text) })
}

/** The last line has an end, and is not followed by an empty one. */
function linesIn(text: string): string[] {
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n')
}

function compared(a: Side, b: Side): readonly (LineChange | BookLineChange)[] {
  if (a.kind === 'book' && b.kind === 'book') return compareYearbooks(a.book, b.book)
  return compareLines(plain(a), plain(b))
}

/** A book beside a text: what stands in it, line by line. */
function plain(side: Side): readonly string[] {
  return side.kind === 'text' ? side.lines : linesOf(side.book).map((line) => line.text)
}

function shown(change: LineChange | BookLineChange, m: Messages): Run[][] {
  const place = placeOf(change, m)
  switch (change.kind) {
    case 'same':
      return []
    case 'removed':
      return [place, [{ text: `- ${change.text}`, style: 'removed' }]]
    case 'inserted':
      return [place, [{ text: `+ ${change.text}`, style: 'changed' }]]
    case 'changed': {
      const side = (sign: string, skip: 'removed' | 'inserted'): Run[] => [
        { text: sign, style: 'plain' },
        ...change.parts
          .filter((part) => part.kind !== skip)
          .map((part): Run => {
            if (part.kind === 'same') return { text: part.text, style: 'plain' }
            const [open, close] = part.kind === 'removed' ? ['[-', '-]'] : ['{+', '+}']
            return { text: open + part.text + close, style: part.kind === 'removed' ? 'removed' : 'changed' }
          }),
      ]
      return [place, side('- ', 'inserted'), side('+ ', 'removed')]
    }
  }
}

function placeOf(change: LineChange | BookLineChange, m: Messages): Run[] {
  const numbers = [
    ...('a' in change ? [String(change.a + 1)] : ['·']),
    ...('b' in change ? [String(change.b + 1)] : ['·']),
  ].join(' → ')
  const line = 'before' in change ? (change.after ?? change.before) : null
  const path = line ? ` ${line.path.map((title) => title ?? m.untitled).join(' › ')}` : ''
  return [{ text: `@ ${numbers}${path}`, style: 'faint' }]
}

function summary(changes: readonly (LineChange | BookLineChange)[], m: Messages): string {
  const of = (kind: LineChange['kind']): number => changes.filter((change) => change.kind === kind).length
  const figures = changes.filter((change) =>
    change.kind === 'changed' ? change.figures : change.kind !== 'same' && /[0-9０-９]/.test(change.text),
  ).length
  return m.differ(of('changed'), of('inserted'), of('removed'), figures)
}
