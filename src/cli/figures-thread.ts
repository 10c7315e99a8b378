import { parentPort, Worker, workerData } from 'node:worker_threads'
import { figureCalls, FigureThread, type FigureCall, type FiguresBeside } from '../core/figures/beside.ts'
import type { FigureFinding } from '../core/figures/finding.ts'

/** What the thread is given, so that the program knows it is one. */
const FIGURES = 'figures'

/** The program was started as the thread for figures: serves it. False: it is the program itself. */
export function serveFigures(): boolean {
  if (workerData !== FIGURES || !parentPort) return false
  const port = parentPort
  port.on(
    'message',
    figureCalls((findings) => port.postMessage(findings)),
  )
  return true
}

/**
 * Gives the thread for figures, which is started when first asked for. `program`: the file that calls `serveFigures`. The
 * process waits for it only while it owes an answer.
 */
export function figuresThread(program: URL): () => FiguresBeside {
  let thread: FigureThread | null = null
  return () => (thread && !thread.failed ? thread : (thread = start(program)))
}

function start(program: URL): FigureThread {
  const worker = new Worker(program, { workerData: FIGURES })
  worker.unref()
  const thread = new FigureThread((call: FigureCall) => {
    if (call.call === 'findings') worker.ref()
    worker.postMessage(call)
  })
  worker.on('message', (findings: FigureFinding[]) => {
    thread.answered(findings)
    if (!thread.owes) worker.unref()
  })
  worker.on('error', (error) => thread.stopped(error))
  worker.on('exit', (code) => thread.stopped(new Error(`the thread for figures ended with ${code}`)))
  return thread
}
