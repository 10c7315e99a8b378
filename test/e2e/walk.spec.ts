import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { commandLine } from './command-line.ts'
import { DiffPage } from './diff-page.ts'
import { expect, test } from './fixtures.ts'
import { composing } from './input-method.ts'
import { ReviewPage } from './review-page.ts'
import { LINES, RUNS_DAMAGED } from './review-texts.ts'
import { storedProject } from './stored-project.ts'

// A whole book's work, from the file to the file: each decision of an editor, a reload, the comparison, the export; and
// the command line makes the same bytes of the same decisions.

interface Book {
  readonly layout: string
  readonly content: string
  /** What the cards say, in order; each is accepted but for the last, which is rejected. */
  readonly findings: readonly string[]
  /** Where words are put in, and what then reads how. */
  readonly typeBefore: string
  readonly typed: string
  /** What is lifted, and what closes behind it. */
  readonly lift: string
  readonly closed: string
  /** The caption that the engine has lifted, and its sentence once it is put back. */
  readonly caption: string
  readonly putBack: string
  /** Lines of the text that is exported in the end. */
  readonly lines: readonly string[]
}

const BOOKS: readonly Book[] = [
  {
    layout: 'printed lines',
    content: LINES,
    findings: ['2O19▸2019', '3␣1%', 'l00%▸100%'],
    typeBefore: '总仓容',
    typed: '12个，共计总仓容6万吨',
    lift: '维修仓房',
    closed: '18座，7处，改造',
    caption: '云山县粮食局举办仓储技能竞赛',
    putBack: '开展春秋云山县粮食局举办仓储技能竞赛（县粮食局 供稿）两季粮油普查',
    lines: [
      '【概况】2019年，云山县粮食系统围绕保供给、稳市场目标，落实收购政策，新建粮站18座，7处，改造面积1,200平方米。全年收购粮食4.5万吨，比上年增长31%。',
      '〔图〕维修仓房',
      '【仓储管理】全县有国有粮库12个，共计总仓容6万吨。开展春秋云山县粮食局举办仓储技能竞赛（县粮食局 供稿）两季粮油普查，查出隐患23处，全部整改。',
      '【粮油供应】设立放心粮油店45家。年内抽检样品20批次，合格率l00%。',
      '（周明远）',
    ],
  },
  {
    layout: 'each run on a line of its own',
    content: RUNS_DAMAGED,
    findings: ['32O0▸3200', 'l00%▸100%'],
    typeBefore: '全年完成',
    typed: '千米。共计全年完成投资1.8亿元',
    lift: '加固堤防',
    closed: '6座，12.5千米',
    caption: '云山县举行防汛演练',
    putBack: '推进堤防建设，新云山县举行防汛演练（县水利局 供稿）建水闸6座',
    lines: [
      '【概况】2017年，云山县水利部门深入实施治水行动，统筹水资源配置，修订完善管理办法，推进堤防建设，新云山县举行防汛演练（县水利局 供稿）建水闸6座，12.5千米。共计全年完成投资1.8亿元，受益农户3200户，合格率l00%。',
      '〔图〕加固堤防',
      '（陆珊）',
    ],
  },
]

let folder = ''
let jiaokan: Awaited<ReturnType<typeof commandLine>>

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiaokan-walk-'))
  jiaokan = await commandLine(folder)
})

test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

for (const book of BOOKS) {
  test(`a book of ${book.layout}, from the file to the file`, async ({ window }) => {
    const review = await ReviewPage.import(window, { name: '云山.txt', content: book.content })
    await decide(window, review, book)
    await type(window, review, book)
    await lift(window, review, book)
    await putBack(window, book)
    await compareExports(window, book)
  })
}

/** Accepts and rejects by key; the counts go down one by one. */
async function decide(window: Page, review: ReviewPage, { findings }: Book): Promise<void> {
  await window.keyboard.press('j')
  for (const [i, said] of findings.entries()) {
    await expect(review.card).toContainText(`第 1 条，共 ${findings.length - i} 条`)
    await expect(review.card).toContainText(said)
    await window.keyboard.press(i < findings.length - 1 ? 'Enter' : 'x')
  }
  await expect(review.card).not.toContainText(/共 \d+ 条/u)
}

async function type(window: Page, review: ReviewPage, { typeBefore, typed }: Book): Promise<void> {
  await review.caretBefore(typeBefore)
  await window.keyboard.press('e')
  await expect(review.field).toBeFocused()
  const ime = await composing(window)
  await ime.compose('gongji')
  // What the input method takes for itself ends no typing.
  await ime.press('Enter')
  await expect(review.field).toBeFocused()
  await ime.commit('共计')
  await window.keyboard.press('Enter')
  await expect(review.block(typeBefore)).toContainText(typed)
}

/** Lifts, takes that back and does it again; a reload shows the same. */
async function lift(window: Page, review: ReviewPage, { lift: words, closed }: Book): Promise<void> {
  const before = await review.rows()
  await review.caretBefore(words)
  await review.select(words.length)
  await window.keyboard.press('l')
  await expect(window.locator('.caption', { hasText: words })).toBeVisible()
  await expect(review.block(closed)).toBeVisible()
  await window.keyboard.press('u')
  await expect.poll(() => review.rows()).toEqual(before)
  await window.keyboard.press('Shift+U')
  await expect(window.locator('.caption', { hasText: words })).toBeVisible()
  await review.reload()
}

/** In the comparison, a caption that the engine lifted goes back into its sentence: one step, there and back. */
async function putBack(window: Page, { caption, putBack: sentence }: Book): Promise<void> {
  const diff = new DiffPage(window)
  await diff.open()
  const change = diff.corrected.locator('.here', { hasText: caption })
  await change.click()
  await expect(diff.card).toContainText('图片说明')
  await window.keyboard.press('v')
  const whole = diff.corrected.filter({ hasText: sentence })
  await expect(whole).toHaveCount(1)
  await window.keyboard.press('u')
  await expect(change).toBeVisible()
  await window.keyboard.press('Shift+U')
  await expect(whole).toHaveCount(1)
}

async function compareExports(window: Page, { lines }: Book): Promise<void> {
  await window.getByRole('link', { name: '导出' }).click()
  const saved = async (format: string): Promise<Buffer> => {
    await window.getByRole('radio', { name: format }).check()
    const button = window.getByRole('button', { name: /^保存 / })
    await expect(button).toBeEnabled()
    const [download] = await Promise.all([window.waitForEvent('download'), button.click()])
    return readFileSync(await download.path())
  }
  const [json, text] = [await saved('结构化数据'), await saved('纯文本')]
  const written = text.toString('utf8').split('\n')
  for (const line of lines) expect(written).toContain(line)

  const out = mkdtempSync(join(folder, 'out-'))
  writeFileSync(join(out, 'book.jiaokan'), await storedProject(window))
  jiaokan('export', join(out, 'book.jiaokan'), '--out', out, '--format', 'json,text')
  expect(json).toEqual(readFileSync(join(out, '云山.json')))
  expect(text).toEqual(readFileSync(join(out, '云山.txt')))
}
