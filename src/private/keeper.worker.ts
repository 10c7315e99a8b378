import { JOURNAL_CALLS, type JournalPort } from '../contract/journal.ts'
import { FolderJournal } from '../journal/folder-journal.ts'
import { usualPorts } from '../journal/ports.ts'
import { type FromKeeper, KEEPER, type ToKeeper } from './messages.ts'
import { PrivateFiles } from './private-files.ts'

// Each window of the origin starts one of these; one of them at a time keeps the books of all. The others wait for its end.

/** Until the window goes: the browser gives the lock to the next one then. */
const forever = new Promise<never>(() => undefined)

async function keep(): Promise<void> {
  const home = await navigator.storage.getDirectory()
  const fs = await PrivateFiles.in(await home.getDirectoryHandle('books', { create: true }))
  // Whoever kept them before has ended, or this one would not have the lock.
  const own = Math.floor(Math.random() * Number.MAX_SAFE_INTEGER)
  const processes = { own, mark: (pid: number) => Promise.resolve(pid === own ? '' : null) }
  answer(new FolderJournal('private', '/', { ...usualPorts, fs, processes }))
  await forever
}

function answer(journal: JournalPort): void {
  const channel = new BroadcastChannel(KEEPER)
  const here: FromKeeper = { type: 'here', keeper: crypto.randomUUID() }
  const tell = (message: FromKeeper): void => channel.postMessage(message)
  channel.onmessage = async ({ data }: MessageEvent<ToKeeper>) => {
    if (data.type === 'who') tell(here)
    if (data.type !== 'call') return
    const call = JOURNAL_CALLS.find((name) => name === data.call)
    if (!call) return
    const work = journal[call].bind(journal) as (...given: readonly unknown[]) => Promise<unknown>
    tell({ type: 'answer', id: data.id, result: await work(...data.given) })
  }
  tell(here)
}

async function begin(): Promise<void> {
  if (!('createSyncAccessHandle' in FileSystemFileHandle.prototype))
    throw new Error('no files that can be synced')
  await navigator.locks.request(KEEPER, keep)
}

begin().catch(() => {
  // The window is told: it goes on without a copy.
  postMessage('unable')
})
