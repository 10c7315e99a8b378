import type { Command } from '../../ui/commands.svelte.ts'
import { type DiffBook, LAYERS } from './diff-book.svelte.ts'

interface Verbs {
  readonly book: DiffBook
  readonly go: (step: 1 | -1) => void
  readonly revert: () => void
  readonly confirm: () => void
  readonly otherEnd: () => void
  readonly mode: () => void
  readonly nextFigure: () => void
  readonly back: () => void
  readonly isMove: () => boolean
  readonly canRevert: () => boolean
  readonly canConfirm: () => boolean
}

/** What can be done in the comparison. */
export function diffCommands(verbs: Verbs): readonly Command[] {
  const { book } = verbs
  const commands: readonly Omit<Command, 'group'>[] = [
    { id: 'diff.next', title: 'diff.next', keys: ['j', 'ArrowDown'], run: () => verbs.go(1) },
    { id: 'diff.previous', title: 'diff.previous', keys: ['k', 'ArrowUp'], run: () => verbs.go(-1) },
    {
      id: 'diff.nextFigure',
      title: 'diff.nextFigure',
      keys: ['f'],
      enabled: () => (book.counts?.figures ?? 0) > 0,
      run: verbs.nextFigure,
    },
    { id: 'diff.revert', title: 'diff.revert', keys: ['v'], enabled: verbs.canRevert, run: verbs.revert },
    { id: 'diff.confirm', title: 'diff.confirm', keys: ['c'], enabled: verbs.canConfirm, run: verbs.confirm },
    { id: 'diff.otherEnd', title: 'diff.otherEnd', keys: ['o'], enabled: verbs.isMove, run: verbs.otherEnd },
    { id: 'diff.mode', title: 'diff.switchMode', keys: ['i'], run: verbs.mode },
    {
      id: 'diff.only',
      title: 'diff.only',
      keys: ['h'],
      run: () => (book.onlyChanges = !book.onlyChanges),
    },
    { id: 'diff.back', title: 'diff.back', keys: ['d', 'Escape'], run: verbs.back },
    ...LAYERS.map((layer, n) => ({
      id: `diff.${layer}`,
      title: `diff.show.${layer}` as const,
      keys: [String(n + 1)],
      run: () => book.toggle(layer),
    })),
  ]
  return commands.map((command) => ({ ...command, group: 'group.diff' }))
}
