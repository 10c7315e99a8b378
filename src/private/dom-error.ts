/** What the browser's errors are called on a disk. */
const CODES: Readonly<Record<string, string>> = {
  NotFoundError: 'ENOENT',
  TypeMismatchError: 'EISDIR',
  InvalidModificationError: 'ENOTEMPTY',
  QuotaExceededError: 'ENOSPC',
  NoModificationAllowedError: 'EACCES',
  NotAllowedError: 'EACCES',
  SecurityError: 'EACCES',
}

/** An error as a disk gives it, with the `code` that all of the journal goes by. */
export function failure(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: ${syscall}`), { code, syscall })
}

/** Does it, and gives the browser's errors a code; a bug is thrown on. */
export async function coded<T>(syscall: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    throw failure(CODES[error.name] ?? 'EIO', syscall)
  }
}
