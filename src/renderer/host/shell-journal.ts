import type { JournalPort, JournalResult } from '../../contract/journal.ts'
import type { ShellApi } from '../../contract/shell.ts'
import { unreachable } from './forwarding-journal.ts'

/** The journal that the desktop shell keeps on the disk. */
export function shellJournal(shell: ShellApi): JournalPort {
  return {
    place: 'disk',
    list: () => answered(shell.journalList()),
    // A book and no more: the shell refuses what rides along.
    create: ({ id, title, sample, imported, sources, events, settings }) =>
      answered(shell.journalCreate({ id, title, sample, imported, sources, events, settings })),
    read: (id) => answered(shell.journalRead(id)),
    append: (id, events) => answered(shell.journalAppend(id, events)),
    putSnapshot: (id, { seq, state, why }) => answered(shell.journalPutSnapshot(id, { seq, state, why })),
    describe: (id, changes) => answered(shell.journalDescribe(id, changes)),
    erase: (id) => answered(shell.journalErase(id)),
  }
}

/** A request that was refused, or that broke in the shell, leaves open what was written. Its message may name paths. */
async function answered<T>(call: Promise<JournalResult<T>>): Promise<JournalResult<T>> {
  try {
    return await call
  } catch (error) {
    return unreachable(error)
  }
}
