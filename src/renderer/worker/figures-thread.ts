import { FigureThread, type FiguresBeside } from '../../core/figures/beside.ts'
import type { FigureFinding } from '../../core/figures/finding.ts'
import figuresAddress from './figures.worker.ts?worker&url'
import { spawner } from './spawn.ts'

const spawn = spawner({ figures: figuresAddress })
let thread: FigureThread | null = null

/** The thread for figures beside the engine's: started when first asked for, it ends with the worker that it belongs to. */
export function figuresBeside(): FiguresBeside {
  return thread && !thread.failed ? thread : (thread = start())
}

function start(): FigureThread {
  const worker = spawn('figures')
  const made = new FigureThread((call) => worker.postMessage(call))
  worker.addEventListener('message', (event: MessageEvent<FigureFinding[]>) => made.answered(event.data))
  worker.addEventListener('error', (event) => made.stopped(event.message))
  worker.addEventListener('messageerror', () => made.stopped('messageerror'))
  return made
}
