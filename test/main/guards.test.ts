import { describe, expect, test } from 'vitest'
import {
  args,
  isBytes,
  isCount,
  isFlag,
  isList,
  isOneOf,
  isPart,
  isRecord,
  isTable,
  isText,
  orNull,
} from '../../src/contract/guards.ts'
import { isMenuState } from '../../src/contract/menu.ts'

describe('guards take what they should and nothing beside it', () => {
  test.each([
    ['text', isText(3), ['', 'abc'], ['abcd', 1, null, undefined, new String('a')]],
    ['count', isCount(9), [0, 9], [10, -1, 0.5, NaN, Infinity, '1', null]],
    ['flag', isFlag, [true, false], [0, 'true', null]],
    ['bytes', isBytes, [new Uint8Array()], [[], 'x', new ArrayBuffer(1), null]],
    ['one of', isOneOf(['a', 'b']), ['a'], ['c', ['a'], null]],
    ['or null', orNull(isFlag), [null, true], [undefined, 0]],
    [
      'record',
      isRecord<{ a: boolean }>({ a: isFlag }),
      [{ a: true }],
      [{}, { a: 1 }, { a: true, b: 1 }, [], null, Object.create({ a: true })],
    ],
    ['list', isList(isFlag), [[], [true, false]], [[1], 'x', null, { length: 0 }]],
    [
      'part of a record',
      isPart<{ a: boolean; b: boolean }>({ a: isFlag, b: isFlag }),
      [{}, { a: true }, { a: true, b: false }],
      [{ c: true }, { a: 1 }, [], null, JSON.parse('{"__proto__":true}')],
    ],
    [
      'table',
      isTable(['a', 'b'], isFlag),
      [{}, { a: true }],
      [{ c: true }, { a: 1 }, [], null, JSON.parse('{"__proto__":1}')],
    ],
    [
      'arguments',
      args<[string, boolean]>(isText(3), isFlag),
      [['a', true]],
      [['a'], ['a', true, 1], [true, 'a'], 'a', null, { 0: 'a', 1: true, length: 2 }],
    ],
    ['no arguments', args<[]>(), [[]], [[1], null]],
  ] as const)('%s', (_name, guard, good, bad) => {
    for (const value of good) expect(guard(value), JSON.stringify(value)).toBe(true)
    for (const value of bad) expect(guard(value), JSON.stringify(value)).toBe(false)
  })

  test('the state of the menu', () => {
    expect(isMenuState({ language: 'en', commands: { 'review.undo': { key: null, enabled: false } } })).toBe(
      true,
    )
    expect(isMenuState({ language: 'en', commands: { 'review.undo': { key: null } } })).toBe(false)
  })
})
