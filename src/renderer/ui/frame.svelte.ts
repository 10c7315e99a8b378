import { createContext, getAllContexts, type Snippet } from 'svelte'
import type { RulePreview } from '../../core/user-rules/preview.ts'
import type { UserRule } from '../../core/user-rules/user-rule.ts'

export interface Crumb {
  readonly label: string
  readonly go?: () => void
}

/** Whether what the editor has done is on the disk. */
export type Saving =
  | { readonly kind: 'none' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  /** All is in the browser's database, and since then not in the copy outside of it. */
  | { readonly kind: 'alone'; readonly since: Date; readonly reason: string }
  /** `pending` events are only in memory since then. */
  | { readonly kind: 'failed'; readonly since: Date; readonly pending: number; readonly reason: string }

/** What a view puts into the bars around it. */
export interface FrameContent {
  /** After the book's title: section, entry. */
  readonly crumbs?: readonly Crumb[]
  /** Buttons of the top bar: undo, redo, find. */
  readonly tools?: Snippet
  /** The status bar. */
  readonly status?: Snippet
}

/** What fills the bars now, and the contexts of the view that it comes from. */
export interface FrameFilling extends FrameContent {
  readonly contexts: Contexts
}

export type Contexts = ReadonlyMap<unknown, unknown>

/** What rules would propose in the book that is open. */
export type TryRules = (rules: readonly UserRule[]) => Promise<readonly RulePreview[]>

/** The bars above and below. */
export class Frame {
  filling = $state.raw<FrameFilling | null>(null)
  saving = $state.raw<Saving>({ kind: 'none' })
  /** Null while no book is open. */
  tryRules = $state.raw<TryRules | null>(null)
}

/** The frame as one view sees it: it fills the bars while it is shown. */
export class FrameSeat {
  readonly #frame: Frame
  readonly #contexts: Contexts

  constructor(frame: Frame, contexts: Contexts) {
    this.#frame = frame
    this.#contexts = contexts
  }

  get filling(): FrameFilling | null {
    return this.#frame.filling
  }

  get saving(): Saving {
    return this.#frame.saving
  }

  set saving(saving: Saving) {
    this.#frame.saving = saving
  }

  get tryRules(): TryRules | null {
    return this.#frame.tryRules
  }

  set tryRules(tryRules: TryRules | null) {
    this.#frame.tryRules = tryRules
  }

  /** Fills the bars until the returned function is called; made to be returned from an effect. */
  fill(content: FrameContent): () => void {
    const filling = { ...content, contexts: this.#contexts }
    this.#frame.filling = filling
    return () => {
      if (this.#frame.filling === filling) this.#frame.filling = null
    }
  }
}

const [getBars, setBars] = createContext<Frame>()

export const setFrame = setBars

/**
 * The frame, for the component that asks. Its snippets are drawn in the bars, outside of its own tree, so its contexts go
 * along; what it sets after this call is among them.
 */
export function getFrame(): FrameSeat {
  return new FrameSeat(getBars(), getAllContexts())
}
