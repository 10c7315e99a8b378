import type { DropHandlers, Host } from './host.ts'

/** What both hosts have of the page they are in. */
export const onPage: Pick<Host, 'mac' | 'language' | 'keepStorage'> = {
  mac: /^Mac|^iP/.test(navigator.platform),
  language: navigator.language,
  keepStorage: async () => {
    // Missing where the page is not a secure context.
    const storage = navigator.storage as StorageManager | undefined
    return (await storage?.persist().catch(() => false)) ?? false
  },
}

/** Follows files that are held over the page. What a dropped one becomes is the host's affair. */
export function followDrops(
  hover: DropHandlers['hover'],
  drop: (files: readonly File[]) => void,
): () => void {
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
    const files = Array.from(event.dataTransfer?.files ?? [])
    if (files.length > 0) drop(files)
  })
  return () => stop.abort()
}
