import type { ExportError } from '../core/export/exporter.ts'
import type { ProjectFault } from '../core/project/fault.ts'
import type { DecodeError } from '../core/text/decode.ts'
import type { Imbalance } from './verify.ts'

/** Why a file could not be read as a file. */
export type ReadFailure =
  | { readonly kind: 'missing' | 'folder' | 'special' | 'denied' | 'changed' }
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'too-many-bytes'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'unreadable'; readonly code: string }

/** Why nothing could be written; what stood there before is untouched. */
export type WriteFailure =
  | { readonly kind: 'write-denied' | 'disk-full' | 'read-only' | 'name-too-long'; readonly path: string }
  /** A folder or a device has the name of the output. */
  | { readonly kind: 'in-the-way'; readonly path: string }
  | { readonly kind: 'unwritable'; readonly path: string; readonly code: string }
  | { readonly kind: 'stopped' }

/** All that may go wrong with one input. */
export type Failure =
  | ReadFailure
  | WriteFailure
  /** `told`: the encoding was named on the command line. */
  | { readonly kind: 'decode'; readonly error: DecodeError; readonly told: boolean }
  | { readonly kind: 'imbalance'; readonly error: Imbalance }
  | { readonly kind: 'project'; readonly error: ProjectFault }
  | { readonly kind: 'export'; readonly error: ExportError }
  | { readonly kind: 'bug'; readonly error: unknown }

/** The error code of a system call, or what it is called where it has none. */
export function codeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') {
    return error.code
  }
  return error instanceof Error ? error.name : String(error)
}
