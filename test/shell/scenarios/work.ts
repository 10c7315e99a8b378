import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { LibraryPage } from '../../e2e/library-page.ts'
import { ReviewPage } from '../../e2e/review-page.ts'
import { LINES } from '../../e2e/review-texts.ts'
import type { Desk } from '../desk.ts'
import type { Scenario } from '../scenario.ts'

/** A text on the disk, with damage to mend. */
function source(desk: Pick<Desk, 'folder'>, name = '云山.txt', text = LINES): string {
  const path = join(desk.folder, name)
  writeFileSync(path, text)
  return path
}

/** Opens a text by the native dialog and goes to its review. */
async function open(desk: Desk, path: string): Promise<ReviewPage> {
  await desk.willOpen(path)
  await desk.choose('open')
  await new LibraryPage(desk.page).importButton.click()
  const review = new ReviewPage(desk.page)
  await review.ready()
  return review
}

export const WORK: readonly Scenario[] = [
  {
    name: 'a text is opened by the dialog, mended, and saved by the dialog',
    run: async (desk) => {
      const path = source(desk)
      const review = await open(desk, path)
      await desk.page.keyboard.press('j')
      await expect(review.card).toContainText('2O19▸2019')
      await desk.page.keyboard.press('Enter')
      await expect(review.card).toContainText('3␣1%')
      await desk.page.keyboard.press('Enter')
      await expect(review.block('粮站')).toContainText('增长31%')
      await review.saved()

      const target = join(desk.folder, '成果.json')
      await desk.willSave(target)
      await desk.page.getByRole('link', { name: '导出' }).click()
      await desk.page.getByRole('button', { name: /^保存 / }).click()
      await expect(desk.page.getByText(/^已保存 云山\.json/u)).toBeVisible()
      expect(readFileSync(target, 'utf8')).toContain('新建粮站18座，维修仓房7处，改造面积1,200平方米')
      expect(readFileSync(target, 'utf8')).toContain('比上年增长31%')
      expect(readFileSync(path, 'utf8')).toBe(LINES)

      const [opening, saving] = await desk.shown()
      expect(opening?.options['properties']).toEqual(['openFile', 'multiSelections'])
      expect(saving?.options['defaultPath']).toMatch(/云山\.json$/u)
    },
  },
]
