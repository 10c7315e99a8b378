/** The locks of a browser profile, as far as they are used: exclusive, with `ifAvailable`, `steal` and `signal`. */
export class FakeLocks {
  readonly #held = new Map<string, { steal: (reason: unknown) => void }>()
  readonly #waiting = new Map<string, (() => void)[]>()

  manager(): LockManager {
    const request = (
      name: string,
      options: LockOptions,
      hold: (lock: Lock | null) => Promise<unknown>,
    ): Promise<unknown> => this.#request(name, options, hold)
    return { request, query: () => Promise.resolve({}) } as LockManager
  }

  async #request(
    name: string,
    { ifAvailable, steal, signal }: LockOptions,
    hold: (lock: Lock | null) => Promise<unknown>,
  ): Promise<unknown> {
    if (steal) {
      this.#held.get(name)?.steal(new DOMException('stolen', 'AbortError'))
      this.#held.delete(name)
    } else if (this.#held.has(name)) {
      if (ifAvailable) return hold(null)
      await this.#turn(name, signal)
    }
    return new Promise((resolve, reject) => {
      const mine = { steal: reject }
      this.#held.set(name, mine)
      void hold({ name, mode: 'exclusive' }).then((value) => {
        if (this.#held.get(name) === mine) {
          this.#held.delete(name)
          this.#waiting.get(name)?.shift()?.()
        }
        resolve(value)
      })
    })
  }

  #turn(name: string, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), resolve])
      signal?.addEventListener('abort', () => {
        this.#waiting.set(
          name,
          (this.#waiting.get(name) ?? []).filter((one) => one !== resolve),
        )
        reject(new DOMException('timed out', 'TimeoutError'))
      })
    })
  }
}
