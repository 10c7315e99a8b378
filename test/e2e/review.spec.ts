import { expect, test } from './fixtures.ts'
import { LINES, RUNS } from './review-texts.ts'
import { ReviewPage } from './review-page.ts'
import { long } from './texts.ts'

const file = { name: '云山.txt', content: LINES }

test.describe('the page', () => {
  test('shows the raw text beside what was made of it, line by line', async ({ window }) => {
    const review = await ReviewPage.import(window, file)
    expect(await review.rows()).toEqual([
      expect.stringContaining('粮食'),
      'heading 综述',
      expect.stringMatching(/^title 概况2019年.*新建粮站18座，维修仓房7处.*增长3 1%。$/u),
      'contributor 县粮食局',
      expect.stringMatching(/^title 仓储管理.*开展春秋两季粮油普查.*整改。$/u),
      expect.stringMatching(/^caption\s+云山县粮食局举办仓储技能竞赛\s*县粮食局 供稿\s*$/u),
      expect.stringMatching(/^title 粮油供应.*合格率100%。$/u),
      'contributor 周明远',
    ])
    await expect(review.raw).toContainText('云山县粮食局举办仓储技能竞赛')
    await review.counted()
  })

  test('reads the layout with each run on a line of its own', async ({ window }) => {
    const review = await ReviewPage.import(window, { name: '水利.txt', content: RUNS })
    await expect(review.block('2017年，云山县水利部门')).toContainText('新建水闸6座，加固堤防12.5千米。')
    await expect(review.block('云山县举行防汛演练')).toHaveText('2017年5月11日，云山县举行防汛演练')
    // Running heads are kept off the page until they are asked for.
    await expect(review.text).not.toContainText('云山年鉴')
    await window.keyboard.press('Shift+F')
    await expect(review.text).toContainText('云山年鉴')
  })

  test('goes to the same place in the other pane, also for a caption that was lifted', async ({ window }) => {
    const review = await ReviewPage.import(window, file)
    await review.raw.getByText('云山县粮食局举办仓储技能竞赛').click()
    await expect(window.locator('.caption .caret')).toBeVisible()
    await expect(window.getByRole('navigation', { name: '当前位置' })).toContainText('【仓储管理】')
    await review.block('放心粮油店').click()
    await expect(window.getByRole('navigation', { name: '当前位置' })).toContainText('【粮油供应】')
    await expect(review.raw.locator('.here').first()).toContainText('设立放心粮油店')
    await review.block('总仓容').hover()
    await expect(review.raw.locator('.over').first()).toContainText('全县有国有粮库')
  })

  test('opens at the place that the address names', async ({ window }) => {
    const review = await ReviewPage.import(window, { name: '长.txt', content: long(12_000) })
    const [book = ''] = /#\/book\/[^/]+\/review/u.exec(window.url()) ?? []
    await window.evaluate(
      (hash) => location.replace(hash),
      `${book}?at=r${long(12_000).indexOf('【条目100】')}`,
    )
    await window.reload()
    await review.ready()
    await expect(window.locator('.row .caret')).toBeInViewport()
    await expect(review.block('云山县第100粮站').first()).toBeInViewport()
    await expect(review.raw.locator('.here').first()).toBeInViewport()
  })

  test('cuts a line that never ends', async ({ window }) => {
    const review = await ReviewPage.import(window, {
      name: '长.txt',
      content: `【概况】 ${'全县有国有粮库12个，总仓容6万吨。'.repeat(400)}\n`,
    })
    expect(await review.raw.locator('.cm-line').count()).toBeGreaterThan(10)
    await review.raw.locator('.cm-line').nth(5).click()
    await expect(window.locator('.row .caret')).toBeVisible()
  })
})

test.describe('findings', () => {
  test('are decided by single keys, one after the other', async ({ window }) => {
    const review = await ReviewPage.import(window, file)
    await window.keyboard.press('j')
    await expect(review.card).toContainText('第 1 条，共 3 条')
    await expect(review.card).toContainText('2O19▸2019')
    await window.keyboard.press('Enter')
    await expect(review.card).toContainText('第 1 条，共 2 条')
    await expect(review.card).toContainText('3␣1%')
    await window.keyboard.press('Enter')
    await expect(review.block('粮站')).toContainText('增长31%')
    await expect(review.card).toContainText('l00%▸100%')
    await window.keyboard.press('x')
    await expect(review.block('放心粮油店')).toContainText('合格率l00%')
    await expect(review.card).toContainText('待裁定 0 条')
    await review.reload()
    await expect(review.card).toContainText('待裁定 0 条')

    for (const left of [1, 2, 3]) {
      await window.keyboard.press('u')
      await expect(review.card).toContainText(new RegExp(`共 ${left} 条|待裁定 ${left} 条`, 'u'))
    }
    await expect(review.block('粮站')).toContainText('增长3 1%')
    await review.reload()
    await window.keyboard.press('Shift+U')
    await window.keyboard.press('Control+Shift+Z')
    await expect(review.block('粮站')).toContainText('增长31%')
    await review.reload()
  })

  test('are in hand again after an undo, also those that touched no text', async ({ window }) => {
    const review = await ReviewPage.import(window, file)
    await window.keyboard.press('j')
    await window.keyboard.press('Enter')
    await window.keyboard.press('j')
    await expect(review.card).toContainText('l00%▸100%')
    await window.keyboard.press('u')
    await expect(review.card).toContainText('2O19▸2019')
    await window.keyboard.press('Shift+U')
    await expect(review.card).toContainText('经编辑接受')

    await window.keyboard.press('r')
    await expect(review.card).toContainText('已读 1 /')
    await window.keyboard.press('Control+z')
    await expect(window.getByRole('navigation', { name: '当前位置' })).toContainText('【概况】')
  })

  test('say that there is nothing ready where there is not', async ({ window }) => {
    const review = await ReviewPage.import(window, {
      name: '数.txt',
      content: '综 述\n\n【概况】 全县有各级河湖长429名，其中县级18名、乡级137名、村级284名。\n',
    })
    await window.keyboard.press('j')
    await expect(review.card).toContainText('总数与分项之和不符')
    for (const key of ['Enter', 'Shift+Enter']) {
      await window.keyboard.press(key)
      await window.getByText('这一条没有现成改法').waitFor()
      await window.getByRole('button', { name: '关闭' }).click()
      await expect(window.locator('.notice')).toHaveCount(0)
      await review.text.focus()
    }
  })

  test('end without a word over the text', async ({ window }) => {
    const review = await ReviewPage.import(window, file)
    for (let i = 0; i < 4; i++) await window.keyboard.press('j')
    await expect(review.card).toContainText('第 3 条，共 3 条')
    await expect(review.card).toContainText('后面没有待裁定的了')
    await expect(window.locator('.notice')).toHaveCount(0)
    await window.keyboard.press('k')
    await expect(review.card).toContainText('第 2 条，共 3 条')
    await expect(review.card).not.toContainText('没有待裁定的了')
  })

  test('stay as printed, get notes, and are skipped', async ({ window }) => {
    const review = await ReviewPage.import(window, file)
    await window.keyboard.press('j')
    await window.keyboard.press('s')
    await expect(review.card).toContainText('第 2 条，共 3 条')
    await window.keyboard.press('n')
    await window.getByPlaceholder('写给自己或同事，不进正文').fill('查原书第 3 页')
    await window.keyboard.press('Enter')
    await expect(window.locator('.noted')).toHaveCount(1)
    await expect(review.card).toContainText('批注：查原书第 3 页')
    await window.keyboard.press('p')
    await expect(window.locator('.printed').first()).toBeVisible()
    await expect(review.card).toContainText('共 2 条')
    await review.reload()
    await expect(window.locator('.noted')).toHaveCount(1)
    await window.locator('.printed').first().click()
    await expect(review.card).toContainText('原书如此，照录')
    await window.keyboard.press('v')
    await expect(window.locator('.printed')).toHaveCount(0)
    await expect(review.card).toContainText('共 3 条')
    await window.keyboard.press('n')
    await window.getByPlaceholder('写给自己或同事，不进正文').fill('')
    await window.keyboard.press('Enter')
    await expect(window.locator('.noted')).toHaveCount(0)
  })

  test('show what was mended on import, and take it back', async ({ window }) => {
    const review = await ReviewPage.import(window, file)
    await window.locator('.character', { hasText: '20' }).hover()
    await expect(review.card).toContainText('２０▸20')
    await window.locator('.character', { hasText: '20' }).click()
    await window.keyboard.press('v')
    await expect(review.block('放心粮油店')).toContainText('抽检样品２０批次')
    // It was just said that this is not wanted: it is not asked again.
    await expect(review.card).not.toContainText('２０')
    await review.reload()
  })

  test('of one kind are accepted together, after a look', async ({ window }) => {
    const review = await ReviewPage.import(window, file)
    await window.keyboard.press('j')
    await window.keyboard.press('Shift+Enter')
    const sheet = window.getByRole('dialog', { name: /^同类/u })
    await expect(sheet.getByRole('listitem')).toHaveCount(2)
    await sheet.getByRole('button', { name: '接受 2 条' }).click()
    await expect(review.card).toContainText('共 1 条')
    await window.keyboard.press('u')
    await expect(review.card).toContainText('共 3 条')
  })

  test('are not accepted by Enter on a button', async ({ window }) => {
    const review = await ReviewPage.import(window, file)
    await window.keyboard.press('j')
    await window.getByRole('button', { name: '查找' }).focus()
    await window.keyboard.press('Enter')
    await expect(review.card).toContainText('第 1 条，共 3 条')
    await expect(window.getByRole('textbox', { name: '查找' })).toBeFocused()
  })
})

test.describe('structure', () => {
  test('is split, joined, lifted and named anew', async ({ window }) => {
    const review = await ReviewPage.import(window, file)
    const before = await review.rows()

    await review.caretBefore('全年收购')
    await window.keyboard.press('b')
    await expect(review.block('全年收购')).toHaveText(/^全年收购粮食4\.5万吨/u)
    await review.reload()
    await review.block('新建粮站').click()
    await window.keyboard.press('m')
    await expect(review.block('新建粮站')).toContainText('平方米。全年收购')
    expect(await review.rows()).toEqual(before)
    await review.reload()

    await review.caretBefore('维修仓房')
    await review.select(6)
    await window.keyboard.press('l')
    await expect(window.locator('.caption', { hasText: '维修仓房7处' })).toBeVisible()
    await expect(review.block('新建粮站')).toContainText('18座，，改造')
    await review.reload()
    await window.keyboard.press('u')
    await expect(review.block('新建粮站')).toContainText('18座，维修仓房7处，改造')

    await review.block('总仓容').click()
    await window.keyboard.press('t')
    await window.keyboard.press('7')
    await expect(window.locator('.row.list', { hasText: '总仓容' })).toBeVisible()
    await review.reload()
    await window.keyboard.press('Control+z')
    await expect(window.locator('.row.list')).toHaveCount(0)
    expect(await review.rows()).toEqual(before)
  })

  test('lifts what is selected in the raw text', async ({ window }) => {
    const review = await ReviewPage.import(window, file)
    const line = review.raw.locator('.cm-line', { hasText: '两季粮油普查' })
    await line.click({ clickCount: 3 })
    await window.keyboard.press('l')
    await expect(window.locator('.caption', { hasText: '两季粮油普查' })).toBeVisible()
    await expect(review.block('总仓容')).toHaveText(/开展春秋$/u)
  })

  test('lifts what is selected with the mouse', async ({ window }) => {
    const review = await ReviewPage.import(window, file)
    await review.caretBefore('维修仓房')
    const from = (await window.locator('.row .caret').boundingBox())!
    await review.caretBefore('，改造面积')
    const to = (await window.locator('.row .caret').boundingBox())!
    await window.mouse.move(from.x + 1, from.y + 8)
    await window.mouse.down()
    await window.mouse.move(to.x + 1, to.y + 8, { steps: 4 })
    await window.mouse.up()
    await window.keyboard.press('l')
    await expect(window.locator('.caption', { hasText: '维修仓房7处' })).toBeVisible()
  })

  test('says why nothing was changed', async ({ window }) => {
    const review = await ReviewPage.import(window, file)
    await review.block('周明远').click()
    await window.keyboard.press('m')
    await expect(window.getByText('未作改动：前后没有可以相接的段落。')).toBeVisible()
  })
})

test.describe('getting about', () => {
  test('finds across torn lines, and goes to lines and entries', async ({ window }) => {
    const review = await ReviewPage.import(window, file)
    await window.keyboard.press('/')
    await window.keyboard.type('春秋两季')
    await expect(window.getByRole('search')).toContainText('1 / 1')
    await window.keyboard.press('Escape')
    await expect(window.getByRole('navigation', { name: '当前位置' })).toContainText('【仓储管理】')

    await window.keyboard.press('g')
    await window.keyboard.type('粮油')
    await expect(window.getByRole('option', { name: /^粮油供应/ })).toHaveAttribute('aria-selected', 'true')
    await window.keyboard.press('Enter')
    await expect(window.getByRole('navigation', { name: '当前位置' })).toContainText('【粮油供应】')
    await window.keyboard.press('[')
    await expect(window.getByRole('navigation', { name: '当前位置' })).toContainText('【仓储管理】')
    await window.keyboard.press('g')
    await window.keyboard.type('5')
    await window.keyboard.press('Enter')
    await expect(window.getByRole('navigation', { name: '当前位置' })).toContainText('【概况】')
    await expect(review.text).toBeFocused()
  })

  test('marks entries read, and changes panes', async ({ window }) => {
    const review = await ReviewPage.import(window, file)
    await review.block('新建粮站').click()
    await window.keyboard.press('r')
    await expect(window.locator('.title .read')).toHaveCount(1)
    await expect(window.getByRole('navigation', { name: '当前位置' })).toContainText('【仓储管理】')
    await review.reload()
    await expect(window.locator('.title .read')).toHaveCount(1)
    await expect(review.text).toBeFocused()
    await window.keyboard.press('Shift+F6')
    await expect(review.raw).toBeFocused()
    await window.keyboard.press('F6')
    await expect(review.text).toBeFocused()
  })
})

test('a book that another window edits can be read, and not changed', async ({ window, context }) => {
  const review = await ReviewPage.import(window, file)
  const other = await context.newPage()
  await other.goto(window.url())
  const reading = new ReviewPage(other)
  await reading.ready()
  await expect(other.getByText('这本书正在另一个窗口编辑，这里只读。')).toBeVisible()
  await other.keyboard.press('j')
  await other.keyboard.press('Enter')
  await other.keyboard.press('e')
  await expect(reading.card).toContainText('第 1 条，共 3 条')
  await expect(reading.field).toHaveCount(0)

  await window.keyboard.press('j')
  await window.keyboard.press('Enter')
  await review.saved()
  await other.getByRole('button', { name: '在此编辑' }).click()
  await expect(other.getByText('这里只读')).toHaveCount(0)
  await reading.ready()
  await other.keyboard.press('j')
  await expect(reading.card).toContainText('共 2 条')
  await expect(window.getByText('这本书已由另一个窗口接管')).toBeVisible()
})
