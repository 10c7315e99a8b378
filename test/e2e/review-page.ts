import { expect, type Locator, type Page } from '@playwright/test'
import { allSaved } from './fixtures.ts'
import { LibraryPage, type GivenFile } from './library-page.ts'

/** The words and places of the review view, once. */
export class ReviewPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  static async import(page: Page, file: GivenFile): Promise<ReviewPage> {
    const library = new LibraryPage(page)
    await library.choose(file)
    await library.importButton.click()
    const review = new ReviewPage(page)
    await review.ready()
    return review
  }

  get text(): Locator {
    return this.page.getByRole('region', { name: '正文' })
  }

  get raw(): Locator {
    return this.page.getByLabel('原文', { exact: true })
  }

  get card(): Locator {
    return this.page.getByRole('region', { name: '当前提示' })
  }

  get status(): Locator {
    return this.page.getByRole('contentinfo', { name: '状态栏' })
  }

  get field(): Locator {
    return this.page.getByRole('textbox', { name: '改写这一段' })
  }

  block(words: string): Locator {
    return this.page.locator('[data-block]').filter({ hasText: words })
  }

  async ready(): Promise<void> {
    await expect(this.page.locator('[data-block]').first()).toBeVisible()
    await expect(this.raw).toBeVisible()
    await this.counted()
  }

  /** The books have been checked, and balance. */
  async counted(): Promise<void> {
    await expect(this.status).toContainText(/✓ 增 [\d,]+\s+数字锁 ✓/u)
    await expect(this.status).not.toContainText('…')
  }

  /** All that is drawn of the text, with what each line is. */
  async rows(): Promise<string[]> {
    return this.page
      .locator('.row')
      .evaluateAll((rows: HTMLElement[]) =>
        rows.map((row) => `${row.dataset['role'] ?? ''} ${row.querySelector('p')?.textContent ?? ''}`),
      )
  }

  /** Resolves when nothing is waiting to be written. */
  async saved(): Promise<void> {
    await allSaved(this.page)
  }

  /** Loads the window anew: it must show what it showed. */
  async reload(): Promise<void> {
    await this.saved()
    await this.counted()
    const [rows, status] = [await this.rows(), await this.status.innerText()]
    await this.page.reload()
    await this.ready()
    expect(await this.rows()).toEqual(rows)
    expect(await this.status.innerText()).toBe(status)
  }

  /** Puts the caret before these words, where they stand once fonts and panes have come to rest. */
  async caretBefore(words: string): Promise<void> {
    const block = this.block(words).first()
    await this.page.evaluate(() => document.fonts.ready)
    let point = await placeOf(block, words)
    let before: Point | null = null
    for (let look = 0; look < 40 && !samePlace(before, point); look++) {
      before = point
      await this.page.waitForTimeout(50)
      point = await placeOf(block, words)
    }
    if (!point) throw new Error(`no place before ${words}`)
    await this.page.mouse.click(point.x, point.y)
  }

  /** Selects so many characters from the caret on. */
  async select(characters: number): Promise<void> {
    for (let i = 0; i < characters; i++) await this.page.keyboard.press('Shift+ArrowRight')
  }
}

interface Point {
  readonly x: number
  readonly y: number
}

function samePlace(a: Point | null, b: Point | null): boolean {
  return a !== null && b !== null && a.x === b.x && a.y === b.y
}

/** A point in the left half of the first of these words, in the window. */
function placeOf(block: Locator, words: string): Promise<Point | null> {
  return block.evaluate((element, wanted) => {
    const all = element.textContent.indexOf(wanted)
    for (const run of element.querySelectorAll<HTMLElement>('[data-at]')) {
      const node = run.firstChild
      const from = Number(run.dataset['at'])
      if (!(node instanceof Text) || all < from || all >= from + node.data.length) continue
      const range = document.createRange()
      range.setStart(node, all - from)
      range.setEnd(node, all - from + 1)
      const { left, top, height } = range.getBoundingClientRect()
      return { x: left + 1, y: top + height / 2 }
    }
    return null
  }, words)
}
