import type { FileError } from '../../contract/shell.ts'

const KINDS: Readonly<Record<string, FileError['kind']>> = {
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  EISDIR: 'not-a-file',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  EBUSY: 'denied',
  ENOSPC: 'full',
  EDQUOT: 'full',
}

/** What the system says, without the path that its messages hold. */
export function fileError(error: unknown): FileError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
  return { kind: KINDS[code] ?? 'failed', detail: code }
}
