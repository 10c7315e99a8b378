import type { JournalError } from '../contract/journal.ts'

/** Thrown inside, where a call cannot go on; leaves the disk as a `JournalError`. */
export class Refused extends Error {
  readonly reason: JournalError

  constructor(kind: JournalError['kind'], detail: string) {
    super(`${kind}: ${detail}`)
    this.reason = { kind, detail }
  }
}

/** The system's code of an error; '' where it has none. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined
  return typeof code === 'string' ? code : ''
}

/** What an error means for whoever called. Its message is left out: it names paths. A bug is thrown on. */
export function journalError(error: unknown): JournalError {
  if (error instanceof Refused) return error.reason
  const code = codeOf(error)
  if (code === '') throw error
  const { syscall } = error as { syscall?: unknown }
  return { kind: kindOf(code), detail: typeof syscall === 'string' ? `${code} ${syscall}` : code }
}

function kindOf(code: string): JournalError['kind'] {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'full'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'denied'
    default:
      return 'failed'
  }
}
