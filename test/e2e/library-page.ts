import { expect, type Locator, type Page } from '@playwright/test'

/** A file as it is handed to the window. */
export interface GivenFile {
  readonly name: string
  readonly content: string | Uint8Array
}

/** The words of the library, once, so that a new wording breaks one line. */
export class LibraryPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get sheet(): Locator {
    return this.page.getByRole('dialog', { name: '导入' })
  }

  get importButton(): Locator {
    return this.sheet.getByRole('button', { name: /^导入 \d+ 本$/ })
  }

  get books(): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader') })
  }

  book(title: string): Locator {
    return this.books.filter({ hasText: title })
  }

  staged(name: string): Locator {
    return this.sheet.getByRole('listitem').filter({ hasText: name })
  }

  async choose(...files: GivenFile[]): Promise<void> {
    const waiting = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: '导入文件' }).click()
    const chooser = await waiting
    await chooser.setFiles(files.map(payload))
  }

  /** Drops files on the middle of the window, step by step as a hand does. */
  async drop(...files: GivenFile[]): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      (given) => {
        const made = new DataTransfer()
        for (const { name, bytes } of given) made.items.add(new File([new Uint8Array(bytes)], name))
        return made
      },
      files.map(({ name, content }) => ({ name, bytes: [...Buffer.from(content)] })),
    )
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await this.page.locator('main').dispatchEvent(type, { dataTransfer: transfer })
    }
  }

  /** Imports one file and comes back to the shelf. */
  async import(file: GivenFile): Promise<void> {
    await this.choose(file)
    await this.importButton.click()
    await this.back()
  }

  /** Waits for the book that opens by itself when it was imported alone, and comes back to the shelf. */
  async back(): Promise<void> {
    await this.page.waitForURL(/#\/book\//)
    await this.page.getByRole('link', { name: '校勘' }).click()
    await expect(this.books.first()).toBeVisible()
  }
}

function payload({ name, content }: GivenFile): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(content) }
}
