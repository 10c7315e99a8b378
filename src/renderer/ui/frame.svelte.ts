import { createContext, type Snippet } from 'svelte'

export interface Crumb {
  readonly label: string
  readonly go?: () => void
}

/** Whether what the editor has done is on the disk. */
export type Saving =
  | { readonly kind: 'none' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
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

/** The bars above and below. A view fills them while it is shown. */
export class Frame {
  content = $state.raw<FrameContent>({})
  saving = $state.raw<Saving>({ kind: 'none' })

  /** Fills the bars until the returned function is called; made to be returned from an effect. */
  fill(content: FrameContent): () => void {
    this.content = content
    return () => {
      if (this.content === content) this.content = {}
    }
  }
}

export const [getFrame, setFrame] = createContext<Frame>()
