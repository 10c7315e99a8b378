import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Route } from '../../../src/renderer/ui/route.ts'
import { Router } from '../../../src/renderer/ui/router.svelte.ts'

const review: Route = { view: 'book', book: 'b1', tab: 'review' }
const told = (): Promise<unknown> =>
  new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }))

let router = new Router()
let stop = (): void => undefined

beforeEach(async () => {
  router = new Router()
  stop = router.follow(window)
  const there = told()
  router.go(review)
  await there
})
afterEach(() => stop())

test('a view notes its place in the address', async () => {
  router.go({ ...review, at: 'r1' }, 'replace')
  router.go({ ...review, at: 'r2' }, 'replace')
  expect(router.route).toEqual({ ...review, at: 'r2' })
  expect(window.location.hash).toBe('#/book/b1/review?at=r2')

  const there = told()
  router.go({ view: 'library' })
  await there
  expect(router.route).toEqual({ view: 'library' })
})

test('a link that has been followed is not taken back by a place noted before the browser tells of it', async () => {
  const there = told()
  window.location.hash = '#/book/b1/diff'
  router.go({ ...review, at: 'r1' }, 'replace')
  expect(window.location.hash).toBe('#/book/b1/diff')
  await there
  expect(router.route).toEqual({ view: 'book', book: 'b1', tab: 'diff' })
})
