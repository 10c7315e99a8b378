import type { BookSession } from '../../session/book-session.svelte.ts'
import type { Cursor } from '../../session/cursor.svelte.ts'
import type { Command } from '../../ui/commands.svelte.ts'
import type { Desk } from './desk.svelte.ts'

export interface ReviewPorts {
  readonly session: BookSession
  readonly cursor: Cursor
  readonly desk: Desk
  /** Gives the focus to the next pane. */
  readonly changePane: (by: 1 | -1) => void
  /** Goes to the comparison of the entry. */
  readonly compare: () => void
  /** Moves the caret on the page: `to` as the browser's own selection understands it. */
  readonly moveCaret: (
    by: 'forward' | 'backward',
    to: 'character' | 'line' | 'lineboundary',
    extend: boolean,
  ) => void
  /** Has the page the focus? Elsewhere the arrow keys do what they always do. */
  readonly isOnPage: () => boolean
}

/** All that can be done in the review view, with its keys. */
export function reviewCommands({
  session,
  cursor,
  desk,
  changePane,
  compare,
  moveCaret,
  isOnPage,
}: ReviewPorts): readonly Command[] {
  const canEdit = (): boolean => session.canEdit && cursor.editing === null
  const onFinding = (): boolean => canEdit() && cursor.finding !== null
  const onPlace = (): boolean => canEdit() && cursor.place !== null
  const reading = { group: 'group.reading' } as const
  const deciding = { group: 'group.deciding' } as const
  const mending = { group: 'group.mending' } as const
  const caret = (id: string, title: Command['title'], key: string, move: () => void): Command => ({
    id: `review.${id}`,
    title,
    ...reading,
    keys: [key],
    run: move,
    unlisted: true,
    enabled: isOnPage,
  })

  return [
    { id: 'review.next', title: 'review.next', ...deciding, keys: ['j', 's'], run: () => desk.next() },
    { id: 'review.previous', title: 'review.previous', ...deciding, keys: ['k'], run: () => desk.previous() },
    {
      id: 'review.accept',
      title: 'review.accept',
      ...deciding,
      keys: ['Enter'],
      run: () => desk.accept(),
      enabled: canEdit,
    },
    {
      id: 'review.reject',
      title: 'review.reject',
      ...deciding,
      keys: ['x'],
      run: () => desk.reject(),
      enabled: onFinding,
    },
    {
      id: 'review.asPrinted',
      title: 'review.asPrinted',
      ...deciding,
      keys: ['p'],
      run: () => desk.asPrinted(),
      enabled: onFinding,
    },
    {
      id: 'review.facet',
      title: 'review.facet',
      ...deciding,
      keys: ['Shift+Enter'],
      run: () => desk.showFacet(),
      enabled: () => onFinding() && cursor.finding?.kind !== 'remark',
    },
    ...[2, 3, 4].map((n): Command => ({
      id: `review.accept${n}`,
      title: 'review.acceptOther',
      ...deciding,
      keys: [String(n)],
      run: () => desk.accept(n - 1),
      enabled: onFinding,
      unlisted: true,
    })),

    {
      id: 'review.edit',
      title: 'review.edit',
      ...mending,
      keys: ['e'],
      run: () => desk.edit(),
      enabled: onPlace,
    },
    {
      id: 'review.split',
      title: 'review.split',
      ...mending,
      keys: ['b'],
      run: () => desk.split(),
      enabled: onPlace,
    },
    {
      id: 'review.join',
      title: 'review.join',
      ...mending,
      keys: ['m'],
      run: () => desk.join(),
      enabled: onPlace,
    },
    {
      id: 'review.lift',
      title: 'review.lift',
      ...mending,
      keys: ['l'],
      run: () => desk.lift(),
      enabled: canEdit,
    },
    {
      id: 'review.role',
      title: 'review.role',
      ...mending,
      keys: ['t'],
      run: () => (desk.sheet = 'role'),
      enabled: onPlace,
    },
    {
      id: 'review.revert',
      title: 'review.revert',
      ...mending,
      keys: ['v'],
      run: () => desk.revert(),
      enabled: () => canEdit() && (desk.correction !== null || desk.printed !== null),
    },
    {
      id: 'review.undo',
      title: 'review.undo',
      ...mending,
      keys: ['u', 'Mod+z'],
      run: () => desk.undo(),
      enabled: () => session.canUndo,
    },
    {
      id: 'review.redo',
      title: 'review.redo',
      ...mending,
      keys: ['Shift+u', 'Mod+Shift+z', 'Mod+y'],
      run: () => desk.redo(),
      enabled: () => session.canRedo,
    },

    {
      id: 'review.note',
      title: 'review.note',
      ...reading,
      keys: ['n'],
      run: () => (desk.sheet = 'note'),
      enabled: onPlace,
    },
    {
      id: 'review.read',
      title: 'review.read',
      ...reading,
      keys: ['r'],
      run: () => desk.toggleRead(),
      enabled: onPlace,
    },
    {
      id: 'review.bookmark',
      title: 'review.bookmarkHere',
      ...reading,
      keys: ['Shift+b'],
      run: () => desk.toggleBookmark(),
      enabled: onPlace,
    },
    {
      id: 'review.diff',
      title: 'diff.ofEntry',
      ...reading,
      keys: ['d'],
      run: compare,
      enabled: () => cursor.editing === null,
    },
    { id: 'review.go', title: 'review.go', ...reading, keys: ['g', 'Mod+g'], run: () => (desk.sheet = 'go') },
    {
      id: 'review.find',
      title: 'review.find',
      ...reading,
      keys: ['/', 'Mod+f'],
      run: () => (desk.isFinding = true),
    },
    {
      id: 'review.previousEntry',
      title: 'review.previousEntry',
      ...reading,
      keys: ['['],
      run: () => void cursor.stepEntry(-1),
    },
    {
      id: 'review.nextEntry',
      title: 'review.nextEntry',
      ...reading,
      keys: [']'],
      run: () => void cursor.stepEntry(1),
    },
    {
      id: 'review.furniture',
      title: 'review.furniture',
      ...reading,
      keys: ['Shift+f'],
      run: () => (desk.withFurniture = !desk.withFurniture),
    },
    {
      id: 'review.openOutline',
      title: 'review.openOutline',
      ...reading,
      keys: ['o'],
      run: () => (desk.isOutlineOpen = !desk.isOutlineOpen),
    },
    {
      id: 'review.nextPane',
      title: 'review.nextPane',
      ...reading,
      keys: ['F6'],
      run: () => changePane(1),
      whileTyping: true,
    },
    {
      id: 'review.previousPane',
      title: 'review.previousPane',
      ...reading,
      keys: ['Shift+F6'],
      run: () => changePane(-1),
      whileTyping: true,
    },

    caret('right', 'review.caret', 'ArrowRight', () => moveCaret('forward', 'character', false)),
    caret('left', 'review.caret', 'ArrowLeft', () => moveCaret('backward', 'character', false)),
    caret('down', 'review.caret', 'ArrowDown', () => moveCaret('forward', 'line', false)),
    caret('up', 'review.caret', 'ArrowUp', () => moveCaret('backward', 'line', false)),
    caret('home', 'review.caret', 'Home', () => moveCaret('backward', 'lineboundary', false)),
    caret('end', 'review.caret', 'End', () => moveCaret('forward', 'lineboundary', false)),
    caret('selectRight', 'review.caret', 'Shift+ArrowRight', () => moveCaret('forward', 'character', true)),
    caret('selectLeft', 'review.caret', 'Shift+ArrowLeft', () => moveCaret('backward', 'character', true)),
    caret('selectDown', 'review.caret', 'Shift+ArrowDown', () => moveCaret('forward', 'line', true)),
    caret('selectUp', 'review.caret', 'Shift+ArrowUp', () => moveCaret('backward', 'line', true)),
  ]
}
