import address from './engine.worker.ts?worker&url'

/** The part of Trusted Types that is used here; TypeScript's DOM library does not know it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string }
}

/**
 * Starts the engine's worker. Under Trusted Types a worker's address must come from a policy; this one gives out the
 * engine's and no other, whatever it is asked for. Browsers without Trusted Types take the address as it is.
 */
export function spawnEngine(): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  policy ??= trustedTypes?.createPolicy('jiaokan-worker', { createScriptURL: () => address })
  return new Worker(policy ? policy.createScriptURL(address) : address, { type: 'module', name: 'engine' })
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined
