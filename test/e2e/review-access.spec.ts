import { faults } from './faults.ts'
import { expect, test } from './fixtures.ts'
import { ReviewPage } from './review-page.ts'
import { LINES } from './review-texts.ts'

// The checker puts its own script into the page; the policy is looked at elsewhere.
test.use({ bypassCSP: true })

for (const colorScheme of ['light', 'dark'] as const)
  for (const size of [
    { width: 1280, height: 800 },
    { width: 1920, height: 1080 },
  ])
    test(`the review has no serious fault, ${colorScheme}, ${size.width} px`, async ({ window }) => {
      await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await window.setViewportSize(size)
      const review = await ReviewPage.import(window, { name: '云山.txt', content: LINES })
      expect(await faults(window), 'reading').toEqual([])
      await window.keyboard.press('j')
      expect(await faults(window), 'deciding').toEqual([])
      for (const key of ['t', 'n', 'g', 'Shift+Enter']) {
        await window.keyboard.press(key)
        await expect(window.getByRole('dialog')).toBeVisible()
        expect(await faults(window), key).toEqual([])
        await window.keyboard.press('Escape')
        await expect(window.getByRole('dialog')).toBeHidden()
      }
      await window.keyboard.press('e')
      await expect(review.field).toBeFocused()
      expect(await faults(window), 'typing').toEqual([])
      await window.keyboard.press('Escape')
      await window.keyboard.press('/')
      expect(await faults(window), 'finding').toEqual([])
    })
