import { ok } from '../../core/result.ts'
import type { Host, InputFile } from './host.ts'
import { followDrops, onPage } from './page.ts'

/** The window in an ordinary browser: file input, drag and drop, downloads. Nothing comes from outside of the page. */
export function browserHost(): Host {
  const never = (): (() => void) => () => undefined
  return {
    ...onPage,
    menu: null,
    begin: () => Promise.resolve({ files: [], recovered: false }),
    pickFiles,
    onDrop: ({ hover, drop }) => followDrops(hover, (files) => drop(files.map(inputFile))),
    onFiles: never,
    onLeaving: never,
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

function pickFiles(): Promise<readonly InputFile[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    // A hint only: raw texts come with all kinds of endings, and what is no text is refused with a reason later.
    input.accept = '.txt,.text,.md,text/plain'
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
