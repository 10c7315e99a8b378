import type { DropHandlers, Host, InputFile } from './host.ts'

/** The window in an ordinary browser: file input, drag and drop, downloads. */
export function browserHost(): Host {
  return {
    kind: 'browser',
    mac: /^Mac|^iP/.test(navigator.platform),
    language: navigator.language,
    pickFiles,
    onDrop,
    saveFile,
    keepStorage: async () => {
      // Missing where the page is not a secure context.
      const storage = navigator.storage as StorageManager | undefined
      return (await storage?.persist().catch(() => false)) ?? false
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

function onDrop({ hover, drop }: DropHandlers): () => void {
  // Enter and leave fire for each element on the way; only their balance says whether the pointer is still inside.
  let depth = 0
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
  const change = (by: number): void => {
    depth = Math.max(0, depth + by)
    hover(depth > 0)
  }
  const stop = new AbortController()
  const on = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void): void =>
    window.addEventListener(
      type,
      (event) => {
        if (!holdsFiles(event)) return
        // Otherwise the browser leaves the page to show the file.
        event.preventDefault()
        act(event)
      },
      { signal: stop.signal },
    )
  on('dragenter', () => change(1))
  on('dragleave', () => change(-1))
  on('dragover', (event) => {
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
  })
  on('drop', (event) => {
    change(-depth)
    const files = Array.from(event.dataTransfer?.files ?? [], inputFile)
    if (files.length > 0) drop(files)
  })
  return () => stop.abort()
}

function saveFile(name: string, content: Blob): Promise<boolean> {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has taken the blob by then; revoking at once would cut it off in some browsers.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return Promise.resolve(true)
}
