// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LIBRARY, parseRoute, routeHash, type Route } from '../../../src/renderer/ui/route.ts'

describe('an address', () => {
  test.each(['', '#', '#/', '#/library', '#/book', '#/book/', '#nonsense', '#/book/%E0%A4%A/review'])(
    '%s is the library',
    (hash) => {
      expect(parseRoute(hash)).toEqual(LIBRARY)
    },
  )

  test('names a book, its view and a place', () => {
    expect(parseRoute('#/book/b1/review?at=%E6%A6%82%E5%86%B5')).toEqual({
      view: 'book',
      book: 'b1',
      tab: 'review',
      at: '概况',
    })
    expect(parseRoute('#/book/b1')).toEqual({ view: 'book', book: 'b1', tab: '' })
  })

  test('says what it was made of', () => {
    const word = fc.string({ minLength: 1, unit: 'grapheme' })
    fc.assert(
      fc.property(word, word, fc.option(word), (book, tab, at) => {
        const route: Route = { view: 'book', book, tab, ...(at === null ? {} : { at }) }
        expect(parseRoute(routeHash(route))).toEqual(route)
      }),
    )
    expect(parseRoute(routeHash(LIBRARY))).toEqual(LIBRARY)
  })
})
