import { expect } from '@playwright/test'
import { content, openBook } from '../../e2e/desk.ts'
import { DiskJournal } from '../../../src/disk/disk-journal.ts'
import { booksFolder, type Desk } from '../desk.ts'
import type { Scenario } from '../scenario.ts'
import { gone, open, text } from './work.ts'

/** Events of the only book, as they lie in the folder. */
async function kept(desk: Desk): Promise<number> {
  const journal = new DiskJournal(booksFolder(desk.folder))
  const heads = await journal.list()
  expect(heads).toMatchObject({ ok: true, value: [{ title: '云山' }] })
  const read = await journal.read(heads.ok ? (heads.value[0]?.id ?? '') : '')
  await journal.close()
  expect(read).toMatchObject({ ok: true, value: { recovered: null } })
  return read.ok ? read.value.events.length : 0
}

/** Decides the first two findings and ends the program without waiting. Gives what the editor had before them. */
async function work(desk: Desk): Promise<unknown> {
  const review = await open(desk, text(desk.folder))
  await desk.page.keyboard.press('j')
  await expect(review.card).toContainText('2O19▸2019')
  await desk.page.keyboard.press('Enter')
  await expect(review.card).toContainText('3␣1%')
  await desk.page.keyboard.press('Enter')
  await expect(review.block('粮站')).toContainText('增长31%')
  const before = await content(review)
  await desk.quit()
  await gone(desk)
  return before
}

/** The books on the disk, beside the library of the window. */
export const JOURNAL: readonly Scenario[] = [
  {
    name: 'what is corrected is in the folder of the books when the program has ended',
    run: async (desk) => {
      await work(desk)
      // The first event is the engine's.
      expect(await kept(desk)).toBe(3)
    },
  },
  {
    name: 'a window that has lost everything gets its books back from the disk, and goes on',
    run: async (desk) => {
      const before = await work(desk)
      const anew = await desk.beginAnew()
      try {
        await expect(anew.page.getByText('（更正 2 处）')).toBeVisible()
        const review = await openBook(anew.page)
        expect(await content(review)).toEqual(before)
        await anew.page.keyboard.press('u')
        await review.saved()
        await anew.quit()
        await gone(anew)
        expect(await kept(anew)).toBe(4)
      } finally {
        await anew.close()
      }
    },
  },
]
