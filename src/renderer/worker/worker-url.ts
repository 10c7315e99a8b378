import keeperAddress from '../../private/keeper.worker.ts?worker&url'
import bookAddress from './book.worker.ts?worker&url'
import engineAddress from './engine.worker.ts?worker&url'
import { spawner } from './spawn.ts'

const spawn = spawner({ engine: engineAddress, book: bookAddress, keeper: keeperAddress })

/** Decodes and analyses what is imported. */
export function spawnEngine(): Worker {
  return spawn('engine')
}

/** Keeps a copy of the book that is open. */
export function spawnBook(): Worker {
  return spawn('book')
}

/** Keeps the journal of the books in the browser's private files. */
export function spawnKeeper(): Worker {
  return spawn('keeper')
}
