import { homedir } from 'node:os'
import { dataFolder } from '../disk/data-folder.ts'
import { DiskJournal } from '../disk/disk-journal.ts'
import { openWith, opener } from './open-browser.ts'
import { serve } from './serve.ts'

/** Fixed for good: a browser keeps books by host and port, so another port would show an empty library. */
const PORT = 4717

export interface StartOptions {
  /** The folder of the built window. */
  readonly root: string
  /** Whether the default browser is opened at the address. */
  readonly open: boolean
  /** Why the browser is used, told beside the address. */
  readonly reason: string
  /** Path of a file to open in the page; null for none. */
  readonly file: string | null
}

/** Serves the window until the process is stopped, or says what stands in the way and sets the exit code. */
export async function startServer({ root, open, reason, file }: StartOptions): Promise<void> {
  const journal = new DiskJournal(
    dataFolder({ platform: process.platform, env: process.env, home: homedir() }),
  )
  try {
    const serving = await serve(root, PORT, { journal, file })
    stopWith(async () => {
      await serving.close()
      await journal.close()
    })
    console.log(`校勘 Jiaokan  ${serving.url}  （${reason}；Ctrl+C 停止 · to stop）`)
    const found = open ? opener(process.platform, process.env, serving.url) : null
    if (found) openWith(found)
  } catch (error) {
    console.error(complaint(error))
    process.exitCode = 1
  }
}

/** What was begun is written, and the books are given back; a second signal does not wait. */
function stopWith(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void close().finally(() => process.exit(0))
    })
}

function complaint(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') {
    return [
      `端口 ${PORT} 已被占用。校勘可能已在运行：请在浏览器打开 http://127.0.0.1:${PORT}/ 。若不是校勘，请关闭占用该端口的程序，再运行 npm start。书稿按网址保存，因此不会换用别的端口。`,
      `Port ${PORT} is taken. Jiaokan may be running already: open http://127.0.0.1:${PORT}/ in a browser. If it is another program, close that and run npm start again. Books are kept by address, so no other port is tried.`,
    ].join('\n')
  }
  if (code === 'ENOENT') {
    return [
      '界面尚未构建。请先运行 npm run build，再运行 npm start。',
      'The window has not been built. Run npm run build, then npm start.',
    ].join('\n')
  }
  return `无法启动 · could not start: ${message}`
}
