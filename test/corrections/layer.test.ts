import { expect, test } from 'vitest'
import { layerOf } from '../../src/core/corrections/layer.ts'

test('blanks make layout, forms of a character make character, all else is substance', () => {
  expect(layerOf('18\n\n座', '18座')).toBe('layout')
  expect(layerOf('\u200b', '')).toBe('layout')
  expect(layerOf('（', '(')).toBe('character')
  expect(layerOf('２０ 年', '20年')).toBe('character')
  expect(layerOf('18', '19')).toBe('substance')
  expect(layerOf('“', '"')).toBe('substance')
  expect(layerOf('', '座')).toBe('substance')
})
