import type { Locator, Page } from '@playwright/test'
import { type GivenFile, LibraryPage } from './library-page.ts'

/** The dialog in which a later proof comes in. */
export class ProofSheet {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get sheet(): Locator {
    return this.page.getByRole('dialog', { name: /的新校样$/ })
  }

  get compare(): Locator {
    return this.sheet.getByRole('button', { name: '与上一校对照' })
  }

  get conflicts(): Locator {
    return this.sheet.getByRole('option')
  }

  /** From the line of the book on the shelf. */
  async loadFor(title: string, file: GivenFile): Promise<void> {
    await new LibraryPage(this.page).book(title).first().hover()
    await this.choose(file, () => this.page.getByRole('button', { name: `给《${title}》载入新校样` }).click())
  }

  /** From the open book, by the list of commands. */
  async load(file: GivenFile): Promise<void> {
    await this.page.keyboard.press('Control+k')
    await this.page.getByRole('combobox').fill('载入新校样')
    await this.choose(file, () => this.page.keyboard.press('Enter'))
  }

  async choose({ name, content }: GivenFile, act: () => Promise<void>): Promise<void> {
    const waiting = this.page.waitForEvent('filechooser')
    // The browser must have heard that choosers are caught: a key is quicker.
    await this.page.evaluate(() => undefined)
    await act()
    const chooser = await waiting
    await chooser.setFiles([{ name, mimeType: 'text/plain', buffer: Buffer.from(content) }])
  }

  /** How many of a kind were carried over, are there already, are to be decided again. */
  async counts(kind: string): Promise<string[]> {
    return this.sheet
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: kind, exact: true }) })
      .getByRole('cell')
      .allInnerTexts()
  }
}
