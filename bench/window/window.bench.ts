import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type JSHandle, type Page, test } from '@playwright/test'
import { serve } from '../../src/server/serve.ts'
import { Figures } from './figures.ts'
import { largeBook } from './large-book.ts'
import { Watch } from './watch.ts'

// What an editor waits for in a large book, and how long the window stands still for it.

const characters = Number(process.env['JIAOKAN_BENCH_CHARACTERS'])
const rounds = Number(process.env['JIAOKAN_BENCH_ROUNDS'])

test('a large book', async ({ page }) => {
  const root = process.env['JIAOKAN_E2E_ROOT']
  if (!root) throw new Error('start this with: npm run bench:window')
  const serving = await serve(root, 0)
  const folder = await mkdtemp(join(tmpdir(), 'jiaokan-bench-'))
  try {
    const text = largeBook(characters)
    const path = join(folder, 'large.txt')
    writeFileSync(path, text)
    const watch = await Watch.of(page)
    const figures = new Figures(watch)
    const bench = new Bench(page, watch, figures)
    figures.note('book.characters', text.length, 'characters')
    await page.goto(serving.url)
    await bench.importing(path)
    for (let i = 0; i < rounds; i++) {
      await bench.opening()
      await bench.scrolling()
      await bench.deciding()
      await bench.typing()
      await bench.finding()
      await bench.comparing()
      await bench.exporting()
    }
    figures.print()
  } finally {
    await rm(folder, { recursive: true })
    await serving.close()
  }
})

/** The editor's ways through the book. */
class Bench {
  readonly #page: Page
  readonly #watch: Watch
  readonly #figures: Figures

  constructor(page: Page, watch: Watch, figures: Figures) {
    this.#page = page
    this.#watch = watch
    this.#figures = figures
  }

  async importing(path: string): Promise<void> {
    const chooser = this.#page.waitForEvent('filechooser')
    await this.#page.getByRole('button', { name: '导入文件' }).click()
    const go = this.#page.getByRole('dialog').getByRole('button', { name: /^导入 \d/u })
    await this.#figures.during('import.look', async () => {
      await (await chooser).setFiles(path)
      await go.isEnabled()
    })
    await this.#figures.during('import', async () => {
      await go.click()
      this.#figures.note('import.ms', await this.#watch.sinceInput(isBookShown, null))
    })
  }

  /** From a reload to both panes drawn. */
  async opening(): Promise<void> {
    await this.#figures.during('open', async () => {
      await this.#page.reload()
      await this.#page.waitForFunction(isBookShown, null, { polling: 'raf', timeout: 120_000 })
      this.#figures.note('open.ms', await this.#page.evaluate(() => performance.now()))
      await this.#page.getByText(/数字锁 ✓/u).waitFor({ timeout: 120_000 })
      this.#figures.note('open.counted', await this.#page.evaluate(() => performance.now()))
    })
  }

  /** By wheel, then by jumps through the whole book; each frame is looked at: is there text in both panes? */
  async scrolling(): Promise<void> {
    await this.#page.getByRole('region', { name: '正文' }).hover()
    const blank = await lookForBlankFrames(this.#page)
    await this.#figures.during('scroll', () => this.#wheel())
    await this.#figures.during('jump', async () => {
      for (const share of [0.5, 0.95, 0.1, 0.7]) {
        await this.#page.evaluate((to) => {
          const scroller = document.querySelector('.page')
          if (scroller) scroller.scrollTop = scroller.scrollHeight * to
        }, share)
        await this.#page.waitForTimeout(250)
      }
    })
    const counted = await blank.evaluate((count) => {
      count.isOver = true
      return count
    })
    this.#figures.note('scroll.frames', counted.frames, 'count')
    this.#figures.note('scroll.blank-frames', counted.blank, 'count')
  }

  /** To the next finding, rejected, and taken back. */
  async deciding(): Promise<void> {
    for (const [name, key] of [
      ['next', 'j'],
      ['next', 'j'],
      ['next', 'j'],
      ['reject', 'x'],
      ['undo', 'u'],
    ] as const) {
      const before = await this.#page.evaluate(cardText)
      await this.#figures.during(name, async () => {
        await this.#page.keyboard.press(key)
        this.#figures.note(`${name}.ms`, await this.#watch.sinceInput(isOtherCard, before))
      })
    }
  }

  /** A word into a paragraph, and taken back. */
  async typing(): Promise<void> {
    await this.#page.locator('.page .paragraph [data-block]').nth(2).click()
    await this.#page.keyboard.press('e')
    await this.#page.getByRole('textbox', { name: '改写这一段' }).waitFor()
    await this.#page.keyboard.type('再查')
    await this.#figures.during('edit', async () => {
      await this.#page.keyboard.press('Enter')
      this.#figures.note('edit.ms', await this.#watch.sinceInput(isTyped, '再查'))
    })
    await this.#figures.during('edit-undo', async () => {
      await this.#page.keyboard.press('u')
      this.#figures.note('edit-undo.ms', await this.#watch.sinceInput(isNotTyped, '再查'))
    })
  }

  async finding(): Promise<void> {
    await this.#page.keyboard.press('/')
    await this.#figures.during('find', async () => {
      await this.#page.getByRole('search').getByRole('textbox').fill('年鉴')
      await this.#page
        .getByRole('search')
        .getByText(/\d \/ /u)
        .waitFor()
    })
    await this.#page.keyboard.press('Escape')
  }

  async comparing(): Promise<void> {
    await this.#figures.during('diff', async () => {
      await this.#tab('比对')
      this.#figures.note('diff.ms', await this.#watch.sinceInput(isDiffShown, null))
    })
    await this.#page.mouse.move(640, 400)
    await this.#figures.during('diff-scroll', () => this.#wheel())
  }

  async exporting(): Promise<void> {
    await this.#figures.during('export', async () => {
      await this.#tab('导出')
      this.#figures.note('export.ms', await this.#watch.sinceInput(isExportShown, null))
    })
    await this.#figures.during('back', async () => {
      await this.#tab('校对')
      await this.#page.waitForFunction(isBookShown, null, { polling: 'raf' })
    })
  }

  async #tab(name: string): Promise<void> {
    await this.#page.getByRole('link', { name, exact: true }).click()
  }

  async #wheel(): Promise<void> {
    for (let i = 0; i < 40; i++) {
      await this.#page.mouse.wheel(0, 240)
      await this.#page.waitForTimeout(16)
    }
  }
}

// What follows runs in the page.

function isBookShown(): boolean {
  const raw = [...document.querySelectorAll('*')].find((e) => e.shadowRoot?.querySelector('.cm-line'))
  return raw !== undefined && document.querySelector('.page [data-block]') !== null
}

function cardText(): string {
  return document.querySelector('section.card')?.textContent ?? ''
}

function isOtherCard(old: string): boolean {
  return (document.querySelector('section.card')?.textContent ?? '') !== old
}

function isTyped(words: string): boolean {
  return (
    document.querySelector('.page textarea') === null &&
    [...document.querySelectorAll('.page .substance')].some((e) => e.textContent.includes(words))
  )
}

function isNotTyped(words: string): boolean {
  return ![...document.querySelectorAll('.page .substance')].some((e) => e.textContent.includes(words))
}

function isDiffShown(): boolean {
  return document.querySelector('.diff .row') !== null
}

function isExportShown(): boolean {
  return document.body.textContent.includes('jiaokan.yearbook')
}

interface Blank {
  frames: number
  blank: number
  isOver: boolean
}

/** Looks at each frame until told that it is over. */
function lookForBlankFrames(page: Page): Promise<JSHandle<Blank>> {
  return page.evaluateHandle(() => {
    const count: Blank = { frames: 0, blank: 0, isOver: false }
    const raw = [...document.querySelectorAll('*')].find((e) => e.shadowRoot?.querySelector('.cm-line'))
    const structure = document.querySelector('.page')
    // Not by what is under a point: while it scrolls, a virtual list takes no pointer.
    const hasText = (root: ParentNode, pane: Element, rows: string): boolean => {
      const { top, height } = pane.getBoundingClientRect()
      const [from, to] = [top + height * 0.3, top + height * 0.7]
      return [...root.querySelectorAll(rows)].some((row) => {
        const box = row.getBoundingClientRect()
        return box.top < to && box.bottom > from
      })
    }
    const look = (): void => {
      if (count.isOver || !raw?.shadowRoot || !structure) return
      count.frames++
      if (!hasText(raw.shadowRoot, raw, '.cm-line') || !hasText(document, structure, '.row')) count.blank++
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    return count
  })
}
