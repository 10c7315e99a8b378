import type { ProjectFault } from '../../../core/project/fault.ts'
import type { DecodeError } from '../../../core/text/decode.ts'
import type { Encoding } from '../../../core/text/encoding.ts'
import type { InputFile } from '../../host/host.ts'
import type { BookRow } from '../../store/rows.ts'
import type { DecodedSource, ReadProject } from '../../worker/engine-api.ts'

/** What is known of a file by now. */
export type Reading =
  | { readonly kind: 'reading' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'refused'; readonly error: DecodeError }
  | { readonly kind: 'read'; readonly source: DecodedSource }
  /** A book with all that was done to it. */
  | { readonly kind: 'project'; readonly book: ReadProject }
  | { readonly kind: 'damaged'; readonly fault: ProjectFault }

/** The same bytes elsewhere: in a book of the library, or in another file of this import. */
export type Twin = BookRow | 'here'

/** A file on its way in: read, shown with its encoding, not stored yet. */
export class Staged {
  readonly file: InputFile
  reading = $state.raw<Reading>({ kind: 'reading' })
  /** What the editor says the encoding is; null where it is detected. */
  override = $state<Encoding | null>(null)
  title = $state('')
  twin = $state.raw<Twin | null>(null)
  /** To be imported, as far as it can be. */
  wanted = $state(true)
  readonly ready: boolean = $derived(
    this.wanted && (this.reading.kind === 'read' || this.reading.kind === 'project'),
  )
  bytes: Uint8Array | null = null

  /** Its raw text, where it was read. */
  get source(): DecodedSource | null {
    if (this.reading.kind === 'read') return this.reading.source
    return this.reading.kind === 'project' ? this.reading.book.project.source : null
  }

  constructor(file: InputFile, title: string) {
    this.file = file
    this.title = title
  }
}

/** `云山年鉴2017.txt` → `云山年鉴2017`. */
export function titleOf(fileName: string): string {
  const name = fileName.replace(/^.*[\\/]/, '')
  return name.replace(/(?<=.)\.[^.]*$/, '').trim() || name
}
