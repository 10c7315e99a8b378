import type { ExportError } from '../../../core/export/exporter.ts'
import type { Result } from '../../../core/result.ts'
import type { ExportedBlob, ExportPreview, ExportRequest } from '../../worker/export-book.ts'

/** What may be added to a format that has room for it. */
export type Extra = 'figures' | 'findings' | 'corrections' | 'spans'

/** The worker's side of an export. */
export interface ExportPort {
  preview(request: ExportRequest): Promise<Result<ExportPreview, ExportError>>
  write(request: ExportRequest): Promise<Result<ExportedBlob, ExportError>>
}

/** What was chosen, and the beginning of what it gives. */
export class ExportJob {
  format = $state('json')
  extras: readonly Extra[] = $state.raw([])
  preview: Result<ExportPreview, ExportError> | null = $state.raw(null)
  /** The preview is of another choice, or of an earlier state of the book. */
  isStale = $state(true)
  hasFailed = $state(false)
  readonly #source: ExportRequest['source']
  readonly #port: ExportPort
  #isBusy = false
  #again = false

  constructor(source: ExportRequest['source'], port: ExportPort) {
    this.#source = source
    this.#port = port
  }

  readonly request: ExportRequest = $derived.by(() => {
    const has = (extra: Extra): boolean => this.format === 'json' && this.extras.includes(extra)
    return {
      source: this.#source,
      format: this.format,
      figures: has('figures'),
      findings: has('findings'),
      corrections: has('corrections'),
      spans: has('spans'),
    }
  })

  toggle(extra: Extra): void {
    this.extras = this.extras.includes(extra)
      ? this.extras.filter((one) => one !== extra)
      : [...this.extras, extra]
  }

  /** Makes the preview anew; once for as many calls as came while one was being made. */
  async refresh(): Promise<void> {
    this.isStale = true
    this.#again = true
    if (this.#isBusy) return
    this.#isBusy = true
    try {
      let made: Result<ExportPreview, ExportError> | null = null
      while (this.#takeTurn()) made = await this.#port.preview(this.request)
      this.preview = made
      this.isStale = false
    } catch {
      this.hasFailed = true
    } finally {
      this.#isBusy = false
    }
  }

  write(): Promise<Result<ExportedBlob, ExportError>> {
    return this.#port.write(this.request)
  }

  #takeTurn(): boolean {
    const turn = this.#again
    this.#again = false
    return turn
  }
}
