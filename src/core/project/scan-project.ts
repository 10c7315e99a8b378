import { isObject, isString, isWhole, type Json } from '../document/codec/shapes.ts'
import { readLogged } from '../document/event-shape.ts'
import type { Logged } from '../document/event.ts'
import { isSha256, isSourceMeta, type Source, type SourceMeta, sourceMeta } from '../document/source.ts'
import { rawText } from '../text/raw-text.ts'
import { projectFault, type ProjectFault } from './fault.ts'
import { migrated, VERSION } from './migrate.ts'
import { PROJECT_FORMAT, type ProjectBook } from './project.ts'
import { type OpenedLine, openLines } from './sealed-lines.ts'

/** What could be read of a file, with everything that is wrong with it as a file. */
export interface Scan {
  readonly faults: readonly ProjectFault[]
  /** Where it was read in whole. */
  readonly source: Source | null
  /** Those that were read, with the line on which each stands. */
  readonly events: readonly { readonly line: number; readonly logged: Logged }[]
  readonly book: ProjectBook | null
}

/** Reads what can be read and names the rest. Never throws. */
export function scanProject(text: string): Scan {
  const lines = openLines(text)
  const scanner = new Scanner()
  const version = scanner.head(lines)
  if (version === null) return scanner.result()
  for (const line of lines.slice(1)) scanner.line(line, version)
  scanner.finish(lines.length)
  return scanner.result()
}

/** A source whose lines are being read. */
interface OpenSource {
  readonly at: number
  readonly head: SourceHead
  readonly lines: string[]
}

/** What is said of a source before its lines. */
interface SourceHead extends SourceMeta {
  readonly characters: number
  readonly lines: number
}

const ANALYSIS = '{"analysis":'

class Scanner {
  private readonly faults: ProjectFault[] = []
  private read: Source | null = null
  private readonly events: { line: number; logged: Logged }[] = []
  private book: ProjectBook | null = null
  private open: OpenSource | null = null
  private ended = false
  private hasStrays = false

  /** The first line: the version, or null where nothing after it can be read. */
  head(lines: readonly OpenedLine[]): number | null {
    const [line] = lines
    const record = line?.json ? parse(line.json) : null
    const { format, version } = isObject(record) ? (record as Record<string, unknown>) : {}
    if (format === PROJECT_FORMAT && isWhole(version) && version > 0) {
      if (version > VERSION) {
        this.note(projectFault('newer', 1, String(version)))
        return null
      }
      if (line?.fault) this.note(projectFault(line.fault, 1, ''))
      return version
    }
    // Where a later line is whole, this one was, too.
    const isOurs =
      line?.fault && (line.looksSealed || (line.fault !== 'cut' && lines.some((l) => l.json !== null)))
    this.note(isOurs ? projectFault(line.fault, 1, '') : projectFault('not-a-project', null, ''))
    return isOurs ? VERSION : null
  }

  line({ number, json, fault }: OpenedLine, version: number): void {
    if (fault) this.note(projectFault(fault, number, ''))
    if (json !== null) this.note(this.record(number, json, version))
  }

  finish(lines: number): void {
    if (this.open) this.note(projectFault('incomplete', this.open.at, 'a source without its analysis'))
    if (!this.ended) this.note(projectFault('incomplete', lines, 'no end'))
  }

  result(): Scan {
    return { faults: this.faults, source: this.read, events: this.events, book: this.book }
  }

  private record(number: number, json: string, version: number): ProjectFault | null {
    const record = parse(json)
    if (this.ended) return projectFault('place', number, 'after the end')
    if (isString(record)) return this.rawLine(number, record)
    if (!isObject(record)) return projectFault('record', number, 'no record')
    const { source, book, end } = record as Record<string, unknown>
    if (isObject(source)) return this.source(number, migrated('source', source, version))
    if ('analysis' in record) return this.analysis(number, json)
    if ('event' in record) return this.event(number, migrated('event', record, version))
    if (isObject(book)) return this.bookRecord(number, migrated('book', book, version))
    if (isObject(end)) return this.end(number, end)
    return projectFault('record', number, Object.keys(record).join(' ').slice(0, 80))
  }

  private source(number: number, head: Json): ProjectFault | null {
    // One book, one raw text: a later proof is a book of its own.
    const late = this.open !== null || this.read !== null || this.events.length > 0 || this.book !== null
    if (late) return projectFault('place', number, 'source')
    if (!isSourceHead(head)) return projectFault('record', number, 'source')
    this.open = { at: number, head, lines: [] }
    return null
  }

  private rawLine(number: number, text: string): ProjectFault | null {
    if (this.open) {
      this.open.lines.push(text)
      return null
    }
    // Said once: behind a broken head there may be a hundred thousand of them.
    const isFirst = !this.hasStrays
    this.hasStrays = true
    return isFirst ? projectFault('place', number, 'raw text') : null
  }

  private analysis(number: number, json: string): ProjectFault | null {
    if (!this.open) return projectFault('place', number, 'analysis')
    const { head, lines, at } = this.open
    this.open = null
    const text = lines.join('\n')
    if (lines.length !== head.lines || text.length !== head.characters)
      return projectFault(
        'incomplete',
        at,
        `${lines.length} of ${head.lines} lines, ${text.length} characters`,
      )
    const raw = rawText(text, head.sha256)
    if (!raw.ok) return projectFault('text', at, `${raw.error.kind} ${raw.error.at}`)
    if (!json.startsWith(ANALYSIS)) return projectFault('record', number, 'analysis')
    this.read = { ...sourceMeta(head), text, payload: json.slice(ANALYSIS.length, -1) }
    return null
  }

  private event(number: number, record: Json): ProjectFault | null {
    if (this.open || this.book) return projectFault('place', number, 'event')
    const logged = readLogged(record)
    if (!logged.ok) return projectFault('record', number, `${logged.error.kind} ${logged.error.detail}`)
    const expected = (this.events.at(-1)?.logged.seq ?? 0) + 1
    this.events.push({ line: number, logged: logged.value })
    const { seq } = logged.value
    return seq === expected ? null : projectFault('place', number, `event ${seq} for ${expected}`)
  }

  private bookRecord(number: number, record: Json): ProjectFault | null {
    if (this.open || this.book) return projectFault('place', number, 'book')
    const { title, settings } = record as Record<string, unknown>
    if (!isString(title) || !isObject(settings)) return projectFault('record', number, 'book')
    this.book = { title, settings }
    return null
  }

  private end(number: number, record: Json): ProjectFault | null {
    this.ended = true
    if (this.open || !this.book) return projectFault('place', number, 'end')
    const { lines, events } = record as Record<string, unknown>
    if (lines === number && events === this.events.length) return null
    return projectFault('incomplete', number, `${this.events.length} of ${String(events)} events`)
  }

  private note(fault: ProjectFault | null): void {
    if (fault) this.faults.push(fault)
  }
}

/** JSON, or undefined where it is none. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function isSourceHead(head: Json): head is Json & SourceHead {
  return (
    isSourceMeta(head) && isSha256(head['sha256']) && isWhole(head['characters']) && isWhole(head['lines'])
  )
}
