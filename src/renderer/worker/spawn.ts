/** The part of Trusted Types that is used here; TypeScript's DOM library does not know it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string }
}

/**
 * Starts workers by name. Under Trusted Types a worker's address must come from a policy; this one gives out these addresses
 * and no other, whatever it is asked for. Browsers without Trusted Types take the address as it is. Once for each window or
 * worker: a policy is made once.
 */
export function spawner<N extends string>(addresses: Readonly<Record<N, string>>): (name: N) => Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  const own = new Map<string, string>(Object.entries(addresses))
  const policy = trustedTypes?.createPolicy('jiaokan-worker', {
    createScriptURL: (name) => {
      const address = own.get(name)
      if (address === undefined) throw new TypeError(`no worker is called ${name}`)
      return address
    },
  })
  return (name) => new Worker(policy?.createScriptURL(name) ?? addresses[name], { type: 'module', name })
}
