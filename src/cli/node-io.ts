import { readFileSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { ReaderGone, type Io, type Output } from './io.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** The process as commands see it. `home` is the program's own folder, two levels above the entry. */
export function nodeIo(home: URL, figuresBeside: Io['figuresBeside'] = null): Io {
  const { version } = JSON.parse(readFileSync(new URL('package.json', home), 'utf8')) as { version: string }
  return {
    // Asked for only where it is read: a closed one throws.
    get stdin(): AsyncIterable<Uint8Array> {
      const bytes: AsyncIterable<Buffer> = process.stdin
      return bytes
    },
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    fs,
    cwd: process.cwd(),
    env: process.env,
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
    version,
    resources: fileURLToPath(new URL('resources/', home)),
    figuresBeside,
    now: () => performance.now(),
    today: () => new Date(),
    uninterrupted,
  }
}

function output(stream: NodeJS.WriteStream): Output {
  let failure: (Error & { code?: string }) | null = null
  // Without a listener the error would end the process with a stack trace.
  stream.on('error', (error) => {
    failure ??= error
  })
  return {
    get isTty() {
      return stream.isTTY
    },
    get columns() {
      return stream.columns || 80
    },
    write: (text) =>
      new Promise((done, fail) => {
        stream.write(text, (error) => {
          const problem: (Error & { code?: string }) | null = failure ?? error ?? null
          if (!problem) done()
          else if (problem.code === 'EPIPE') fail(new ReaderGone())
          else fail(problem)
        })
      }),
  }
}

/**
 * While files are written, signals wait; otherwise they end the process as they always do, since then there is
 * nothing to tidy up. The signal is sent again afterwards, so that the shell sees what ended the program.
 */
async function uninterrupted<T>(work: (stop: () => boolean) => Promise<T>): Promise<T> {
  const received: NodeJS.Signals[] = []
  const receive = (signal: NodeJS.Signals): number => received.push(signal)
  for (const signal of SIGNALS) process.on(signal, receive)
  try {
    return await work(() => received.length > 0)
  } finally {
    for (const signal of SIGNALS) process.off(signal, receive)
    if (received[0]) process.kill(process.pid, received[0])
  }
}
