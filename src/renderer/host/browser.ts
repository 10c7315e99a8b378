import { ok } from '../../core/result.ts'
import { spawnKeeper } from '../worker/worker-url.ts'
import type { Host, InputFile } from './host.ts'
import { followDrops, onPage } from './page.ts'
import { privateJournal } from './private-journal.ts'
import { serverJournal } from './server-journal.ts'

/** The window in an ordinary browser: file input, drag and drop, downloads. From outside of the page comes the file that `npm start` was given. */
export function browserHost(): Host {
  const never = (): (() => void) => () => undefined
  return {
    ...onPage,
    menu: null,
    begin: async () => ({ files: await handedOver(), recovered: false }),
    pickFiles,
    onDrop: ({ hover, drop }) => followDrops(hover, (files) => drop(files.map(inputFile))),
    onFiles: never,
    onLeaving: never,
    // Behind a server that keeps books, or in the browser itself: the same journal.
    journal: async () =>
      (await serverJournal((address, init) => fetch(address, init))) ?? privateJournal(spawnKeeper),
    saveFile: (name, content) => {
      download(name, content)
      return Promise.resolve(ok(true))
    },
  }
}

function inputFile(file: File): InputFile {
  return {
    name: file.name,
    size: file.size,
    bytes: async () => new Uint8Array(await file.arrayBuffer()),
  }
}

/** The file that the local server was started with. Where the page was served by something else there is none. */
async function handedOver(): Promise<readonly InputFile[]> {
  const answer = await fetch('/handed-over', { method: 'POST' }).catch(() => null)
  const name = answer?.headers.get('X-File-Name') ?? null
  if (answer?.status !== 200 || name === null) return []
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return [{ name: decodeURIComponent(name), size: bytes.length, bytes: () => Promise.resolve(bytes) }]
}

function pickFiles(): Promise<readonly InputFile[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    // A hint only: raw texts come with all kinds of endings, and what is no text is refused with a reason later.
    input.accept = '.txt,.text,.md,.jiaokan,text/plain'
    input.addEventListener('change', () => resolve(Array.from(input.files ?? [], inputFile)))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}

function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has taken the blob by then; revoking at once would cut it off in some browsers.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
