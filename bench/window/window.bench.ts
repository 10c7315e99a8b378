import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type JSHandle, type Page, test } from '@playwright/test'
import { serve } from '../../src/server/serve.ts'
import { largeBook } from './large-book.ts'
import { Watch } from './watch.ts'

// What an editor waits for in a large book, and how long the window stands still for it.

interface Row {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | 'count' | 'characters'
}

const characters = Number(process.env['JIAOKAN_BENCH_CHARACTERS'])
const rounds = Number(process.env['JIAOKAN_BENCH_ROUNDS'])
const json = process.env['JIAOKAN_BENCH_JSON']

test('a large book', async ({ page }) => {
  const root = process.env['JIAOKAN_E2E_ROOT']
  if (!root) throw new Error('start this with: npm run bench:window')
  const serving = await serve(root, 0)
  const folder = await mkdtemp(join(tmpdir(), 'jiaokan-bench-'))
  try {
    const text = largeBook(characters)
    const path = join(folder, 'large.txt')
    writeFileSync(path, text)
    const bench = new Bench(page, await Watch.of(page))
    bench.note('book.characters', text.length, 'characters')
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
    bench.print()
    if (json) writeFileSync(json, `${JSON.stringify({ rows: bench.rows }, null, 2)}\n`)
  } finally {
    await rm(folder, { recursive: true })
    await serving.close()
  }
})

/** The editor's ways through the book. Of all rounds the best counts: whatever else the machine does only ever adds. */
class Bench {
  readonly #page: Page
  readonly #watch: Watch
  readonly #rows = new Map<string, Row>()

  constructor(page: Page, watch: Watch) {
    this.#page = page
    this.#watch = watch
  }

  note(name: string, value: number, unit: Row['unit'] = 'ms'): void {
    const old = this.#rows.get(name)
    if (!old || value < old.value) this.#rows.set(name, { name, value: Math.round(value * 10) / 10, unit })
  }

  get rows(): Row[] {
    return [...this.#rows.values()]
  }

  print(): void {
    for (const { name, value, unit } of this.rows)
      process.stdout.write(`${name.padEnd(28)} ${value.toLocaleString('en').padStart(11)} ${unit}\n`)
  }

  async importing(path: string): Promise<void> {
    const chooser = this.#page.waitForEvent('filechooser')
    await this.#page.getByRole('button', { name: '导入文件' }).click()
    const go = this.#page.getByRole('dialog').getByRole('button', { name: /^导入 \d/u })
    await this.#during('import.look', async () => {
      await (await chooser).setFiles(path)
      await go.isEnabled()
    })
    await this.#during('import', async () => {
      await go.click()
      this.note('import.ms', await this.#watch.sinceInput(isBookShown, null))
    })
  }

  /** From a reload to both panes drawn. */
  async opening(): Promise<void> {
    await this.#during('open', async () => {
      await this.#page.reload()
      await this.#page.waitForFunction(isBookShown, null, { polling: 'raf', timeout: 120_000 })
      this.note('open.ms', await this.#page.evaluate(() => performance.now()))
      await this.#page.getByText(/数字锁 ✓/u).waitFor({ timeout: 120_000 })
      this.note('open.counted', await this.#page.evaluate(() => performance.now()))
    })
  }

  /** By wheel, then by jumps through the whole book; each frame is looked at: is there text in both panes? */
  async scrolling(): Promise<void> {
    await this.#page.getByRole('region', { name: '正文' }).hover()
    const blank = await lookForBlankFrames(this.#page)
    await this.#during('scroll', () => this.#wheel())
    await this.#during('jump', async () => {
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
    this.note('scroll.frames', counted.frames, 'count')
    this.note('scroll.blank-frames', counted.blank, 'count')
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
      await this.#during(name, async () => {
        await this.#page.keyboard.press(key)
        this.note(`${name}.ms`, await this.#watch.sinceInput(isOtherCard, before))
      })
    }
  }

  /** A word into a paragraph, and taken back. */
  async typing(): Promise<void> {
    await this.#page.locator('.page .paragraph [data-block]').nth(2).click()
    await this.#page.keyboard.press('e')
    await this.#page.getByRole('textbox', { name: '改写这一段' }).waitFor()
    await this.#page.keyboard.type('再查')
    await this.#during('edit', async () => {
      await this.#page.keyboard.press('Enter')
      this.note('edit.ms', await this.#watch.sinceInput(isTyped, '再查'))
    })
    await this.#during('edit-undo', async () => {
      await this.#page.keyboard.press('u')
      this.note('edit-undo.ms', await this.#watch.sinceInput(isNotTyped, '再查'))
    })
  }

  async finding(): Promise<void> {
    await this.#page.keyboard.press('/')
    await this.#during('find', async () => {
      await this.#page.getByRole('search').getByRole('textbox').fill('年鉴')
      await this.#page
        .getByRole('search')
        .getByText(/\d \/ /u)
        .waitFor()
    })
    await this.#page.keyboard.press('Escape')
  }

  async comparing(): Promise<void> {
    await this.#during('diff', async () => {
      await this.#tab('比对')
      this.note('diff.ms', await this.#watch.sinceInput(isDiffShown, null))
    })
    await this.#page.mouse.move(640, 400)
    await this.#during('diff-scroll', () => this.#wheel())
  }

  async exporting(): Promise<void> {
    await this.#during('export', async () => {
      await this.#tab('导出')
      this.note('export.ms', await this.#watch.sinceInput(isExportShown, null))
    })
    await this.#during('back', async () => {
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

  async #during(what: string, act: () => Promise<void>): Promise<void> {
    const { longestTask, longestWork, longestFrame } = await this.#watch.during(act)
    this.note(`${what}.longest-task`, longestTask)
    this.note(`${what}.longest-work`, longestWork)
    this.note(`${what}.longest-frame`, longestFrame)
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
