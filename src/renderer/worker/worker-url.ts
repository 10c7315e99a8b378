import keeperAddress from '../../private/keeper.worker.ts?worker&url'
import bookAddress from './book.worker.ts?worker&url'
import engineAddress from './engine.worker.ts?worker&url'

/** The part of Trusted Types that is used here; TypeScript's DOM library does not know it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string }
}

const ADDRESSES = { engine: engineAddress, book: bookAddress, keeper: keeperAddress }

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

/**
 * Under Trusted Types a worker's address must come from a policy; this one gives out those of our workers and no
 * other, whatever it is asked for. Browsers without Trusted Types take the address as it is.
 */
function spawn(name: keyof typeof ADDRESSES): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  policy ??= trustedTypes?.createPolicy('jiaokan-worker', {
    createScriptURL: (asked) =>
      asked === 'book' || asked === 'keeper' ? ADDRESSES[asked] : ADDRESSES.engine,
  })
  return new Worker(policy ? policy.createScriptURL(name) : ADDRESSES[name], { type: 'module', name })
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined
