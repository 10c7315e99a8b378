import { expect, type Locator, type Page } from '@playwright/test'
import { type GivenFile, LibraryPage } from './library-page.ts'

/** The words of the comparison, once. */
export class DiffPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Imports a file and opens its comparison. */
  static async of(page: Page, file: GivenFile): Promise<DiffPage> {
    const library = new LibraryPage(page)
    await library.choose(file)
    await library.importButton.click()
    await page.waitForURL(/#\/book\//)
    const diff = new DiffPage(page)
    await diff.open()
    return diff
  }

  /** Opens the comparison of the book that is open; `at` is a raw offset. */
  async open(at?: number): Promise<void> {
    const place = at === undefined ? '' : `?at=r${at}`
    await this.page.evaluate((to) => {
      window.location.hash = window.location.hash.replace(/^(#\/book\/[^/]+).*$/, `$1/diff${to}`)
    }, place)
    await this.ready()
  }

  async ready(): Promise<void> {
    await expect(this.rows.first()).toBeVisible()
  }

  get list(): Locator {
    return this.page.getByRole('region', { name: '原文与校后对照' })
  }

  get rows(): Locator {
    return this.list.locator('.row')
  }

  get raw(): Locator {
    return this.list.locator('.raw')
  }

  get corrected(): Locator {
    return this.list.locator('.corrected')
  }

  get card(): Locator {
    return this.page.getByRole('region', { name: '选中的改动' })
  }

  get selected(): Locator {
    return this.list.locator('.selected')
  }

  get ribbons(): Locator {
    return this.page.locator('svg.ribbons path')
  }

  layer(name: '版式' | '字符' | '实质'): Locator {
    return this.page.getByRole('switch', { name: new RegExp(`^${name}`) })
  }

  async count(name: '版式' | '字符' | '实质'): Promise<number> {
    const text = await this.layer(name).locator('.count').innerText()
    return Number(text.replaceAll(',', ''))
  }

  /** `12 / 324`, or null where no change is selected. */
  async place(): Promise<{ number: number; total: number } | null> {
    const text = await this.page.locator('.bar .place').innerText()
    const found = /^([\d,]+) \/ ([\d,]+)$/.exec(text)
    const value = (digits: string | undefined): number => Number(digits?.replaceAll(',', ''))
    return found ? { number: value(found[1]), total: value(found[2]) } : null
  }
}
