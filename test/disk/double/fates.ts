import type { Fate } from './memory-disk.ts'

const fixed = (name: string, keepsNames: boolean, write: ReturnType<Fate['write']>): Fate => ({
  name,
  names: (pending) => (keepsNames ? pending : 0),
  write: () => write,
})

/** The corners of what may become of unsynced writes. */
export const CORNERS: readonly Fate[] = [
  fixed('nothing is kept', false, 'lost'),
  fixed('names are kept, content is lost', true, 'lost'),
  fixed('names are kept, content is zeros', true, 'zeros'),
  fixed('content is kept, names are lost', false, 'kept'),
  fixed('all is kept', true, 'kept'),
  fixed('names are kept, content is torn', true, 'torn'),
]

/** Anything between the corners, the same for the same seed. */
export function mixed(seed: number): Fate {
  let state = (seed * 2654435761 + 1) >>> 0
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const ways = ['kept', 'lost', 'torn', 'zeros'] as const
  return {
    name: `mixed ${seed}`,
    names: (pending) => next(pending + 1),
    write: () => ways[next(4)] ?? 'lost',
  }
}
