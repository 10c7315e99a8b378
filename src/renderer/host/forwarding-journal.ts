import { JOURNAL_CALLS, type JournalError, type JournalPort } from '../../contract/journal.ts'
import { err, type Result } from '../../core/result.ts'

/** A journal whose calls are answered elsewhere. `forward` resolves to whatever `JournalPort` promises of the call. */
export function forwardingJournal(
  place: JournalPort['place'],
  forward: (call: string, given: readonly unknown[]) => Promise<unknown>,
): JournalPort {
  const calls = JOURNAL_CALLS.map((call) => [call, (...given: unknown[]) => forward(call, given)])
  return { place, ...(Object.fromEntries(calls) as Omit<JournalPort, 'place'>) }
}

/** In milliseconds. A call that was sent again after it does no harm: the journal knows events that it has. */
export const PATIENCE = 60_000

/** Nobody knows what became of the call. */
export function unreachable(error: unknown): Result<never, JournalError> {
  return err({ kind: 'unreachable', detail: error instanceof Error ? error.name : 'no answer' })
}
