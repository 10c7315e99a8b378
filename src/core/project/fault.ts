/**
 * What may be wrong with a project file.
 * - not-a-project: another kind of file
 * - newer: written by a later version of this program
 * - encoding: bytes that are no UTF-8
 * - cut, checksum, sequence, chain: see `sealed-lines.ts`
 * - record: a line that says nothing known, or not in the form it must have
 * - place: a record where it may not stand, or one that is missing before it
 * - incomplete: the file ends before it says so, or a count in it is not what was counted
 * - text: the raw text cannot be one
 * - analysis: the frozen analysis is not that of the raw text, or not the one that the log names
 * - anchor: what an event quotes is not what stands in the raw text
 * - event: does not fit what the events before it have made
 * - ledger, digits: the book that comes out breaks one of its laws
 */
export type ProjectFaultKind =
  | 'not-a-project'
  | 'newer'
  | 'encoding'
  | 'cut'
  | 'checksum'
  | 'sequence'
  | 'chain'
  | 'record'
  | 'place'
  | 'incomplete'
  | 'text'
  | 'analysis'
  | 'anchor'
  | 'event'
  | 'ledger'
  | 'digits'

export interface ProjectFault {
  readonly kind: ProjectFaultKind
  /** Line of the file, from 1; null where it is about no one line. */
  readonly line: number | null
  /** Line of the raw text, from 1, where it is about a place in it. */
  readonly rawLine: number | null
  /** For a report: names and numbers, not a sentence. */
  readonly detail: string
}

export function projectFault(
  kind: ProjectFaultKind,
  line: number | null,
  detail: string,
  rawLine: number | null = null,
): ProjectFault {
  return { kind, line, rawLine, detail }
}
