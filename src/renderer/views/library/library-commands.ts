import type { Command } from '../../ui/commands.svelte.ts'

interface Acts {
  readonly pick: () => Promise<void>
  readonly paste: () => void
  readonly sample: () => void
}

/** What can be done in the library. */
export function libraryCommands({ pick, paste, sample }: Acts): readonly Command[] {
  return [
    {
      id: 'library.open',
      title: 'library.open',
      group: 'group.library',
      keys: ['Mod+o'],
      run: () => void pick(),
    },
    { id: 'library.paste', title: 'library.paste', group: 'group.library', run: paste },
    { id: 'library.sample', title: 'library.sample', group: 'group.library', run: sample },
  ]
}
