import { createContext, untrack } from 'svelte'
import type { Label } from '../i18n/zh.ts'
import { keyOf } from './keys.ts'

/** Something that the editor can have done: by its key, from the list of commands, or by a button. */
export interface Command {
  /** Lasting: the editor's own keys are stored under it. */
  readonly id: string
  readonly title: Label
  /** Heading in the sheet of keys. */
  readonly group: Label
  /** As written in keys.ts; the first is the one that is shown. */
  readonly keys?: readonly string[]
  readonly run: () => void
  /** False: it would do nothing now. */
  readonly enabled?: () => boolean
  /** Works while typing, too. Only for keys that type nothing. */
  readonly whileTyping?: boolean
  /** Not in the list of commands: what makes no sense without its place, such as Escape. */
  readonly unlisted?: boolean
}

/** What the window can do at the moment. Views register their commands when they appear and take them with them. */
export class Commands {
  readonly #mac: boolean
  /** As they were registered: those of the window first. */
  #batches = $state.raw<readonly (readonly Command[])[]>([])
  readonly all: readonly Command[] = $derived(this.#batches.flat())
  /** Their headings: what a view brings along is looked for more often than what is always there. */
  readonly groups: readonly Label[] = $derived(
    this.#batches
      .toReversed()
      .flatMap((batch) => batch.map(({ group }) => group))
      .filter((group, i, all) => all.indexOf(group) === i),
  )
  /** Keys that the editor has chosen, by command. */
  rebound = $state.raw<Readonly<Record<string, readonly string[]>>>({})
  /** Open dialogs: they have the keyboard to themselves. */
  #dialogs = 0

  constructor(mac: boolean) {
    this.#mac = mac
  }

  get mac(): boolean {
    return this.#mac
  }

  /** Adds commands until the returned function is called. Of two that share a key the later one has it. */
  register(commands: readonly Command[]): () => void {
    // Called from effects, which must not run again because of what they have added.
    untrack(() => (this.#batches = [...this.#batches, commands]))
    return () => {
      this.#batches = this.#batches.filter((batch) => batch !== commands)
    }
  }

  /** The keys that a command has now. */
  keysOf(command: Command): readonly string[] {
    return this.rebound[command.id] ?? command.keys ?? []
  }

  /** Whether a dialog has the keyboard to itself. */
  get isPaused(): boolean {
    return this.#dialogs > 0
  }

  /** Runs a command by its name, if it is there and would do something. */
  run(id: string): void {
    const command = this.all.findLast((one) => one.id === id)
    if (command && command.enabled?.() !== false) command.run()
  }

  /** To be called while a dialog is open; returns what ends it. */
  pause(): () => void {
    this.#dialogs++
    let open = true
    return () => {
      if (open) this.#dialogs--
      open = false
    }
  }

  /** Handles a key press on the window; true where a command took it. */
  press(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || this.#dialogs > 0) return false
    const key = keyOf(event, this.#mac)
    if (key === null) return false
    const place = placeOf(event.target)
    // On a button, Enter and the space bar press the button.
    if (place === 'control' && /^(?:Shift\+)?(?:Enter|Space)$/.test(key)) return false
    const command = this.all.findLast(
      (one) =>
        this.keysOf(one).includes(key) &&
        (place !== 'text' || one.whileTyping === true) &&
        one.enabled?.() !== false,
    )
    if (!command) return false
    event.preventDefault()
    command.run()
    return true
  }
}

type Place = 'text' | 'control' | 'page'

function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof Element)) return 'page'
  if (
    target.closest(
      'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true], [role=textbox]',
    )
  )
    return 'text'
  if (
    target.closest(
      'button, a[href], summary, label, input, [role=button], [role=option], [role^=menuitem], [role=tab], [role=switch]',
    )
  )
    return 'control'
  return 'page'
}

export const [getCommands, setCommands] = createContext<Commands>()
