import type { Page } from '@playwright/test'

/** An input method, as the browser's own protocol has it. */
export interface InputMethod {
  /** Shows what is being composed. */
  readonly compose: (text: string) => Promise<void>
  /** A key that the input method sees first. */
  readonly press: (key: string) => Promise<void>
  /** Puts the text in, and ends the composition. */
  readonly commit: (text: string) => Promise<void>
}

export async function composing(window: Page): Promise<InputMethod> {
  const devtools = await window.context().newCDPSession(window)
  return {
    compose: async (text) => {
      await devtools.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    },
    press: async (key) => {
      // While it composes, the browser reports 229 in place of the key's own code.
      await devtools.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key,
        code: key,
        windowsVirtualKeyCode: 229,
      })
    },
    commit: async (text) => {
      await devtools.send('Input.insertText', { text })
    },
  }
}
