// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { keyOf, showKey, type Pressed } from '../../../src/renderer/ui/keys.ts'

function press(key: string, code: string, changes: Partial<Pressed> = {}): Pressed {
  return {
    key,
    code,
    keyCode: 0,
    isComposing: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...changes,
  }
}

describe('a key press', () => {
  test.each([
    ['a letter goes by its meaning', press('j', 'KeyC'), 'j'],
    ['caps lock changes nothing', press('J', 'KeyJ'), 'j'],
    ['shift is said', press('U', 'KeyU', { shiftKey: true }), 'Shift+u'],
    ['without Latin letters the place counts', press('о', 'KeyJ'), 'j'],
    ['Chinese punctuation goes by its place', press('、', 'Slash'), '/'],
    ['and its brackets', press('【', 'BracketLeft'), '['],
    ['the question mark', press('？', 'Slash', { shiftKey: true }), 'Shift+/'],
    ['wherever the layout has it', press('?', 'Minus', { shiftKey: true }), 'Shift+/'],
    ['enter', press('Enter', 'Enter'), 'Enter'],
    ['enter of the number block', press('Enter', 'NumpadEnter'), 'Enter'],
    ['with control', press('k', 'KeyK', { ctrlKey: true }), 'Mod+k'],
    ['plus, to zoom', press('+', 'Equal', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+='],
    ['plus of the number block', press('+', 'NumpadAdd', { ctrlKey: true }), 'Mod+='],
    ['a digit', press('0', 'Digit0', { ctrlKey: true }), 'Mod+0'],
    ['the space bar', press(' ', 'Space'), 'Space'],
    ['a function key', press('F6', 'F6'), 'F6'],
  ])('%s', (_name, event, written) => {
    expect(keyOf(event, false)).toBe(written)
  })

  test.each([
    ['composing', press('j', 'KeyJ', { isComposing: true })],
    ['about to compose', press('Process', 'KeyJ', { keyCode: 229 })],
    ['the first letter on some systems', press('j', 'KeyJ', { keyCode: 229 })],
    ['enter that ends a composition', press('Enter', 'Enter', { keyCode: 229 })],
    ['a modifier alone', press('Shift', 'ShiftLeft', { shiftKey: true })],
  ])('is nothing: %s', (_name, event) => {
    expect(keyOf(event, false)).toBeNull()
  })

  test('has the command key on a Mac', () => {
    expect(keyOf(press('k', 'KeyK', { metaKey: true }), true)).toBe('Mod+k')
    expect(keyOf(press('k', 'KeyK', { ctrlKey: true }), true)).toBe('Ctrl+k')
    expect(keyOf(press('k', 'KeyK', { metaKey: true }), false)).toBe('Meta+k')
  })
})

describe('a key in print', () => {
  test.each([
    ['Mod+k', 'Ctrl+K', '⌘K'],
    ['Shift+/', '?', '?'],
    ['Shift+Enter', 'Shift+Enter', '⇧⏎'],
    ['Mod+Shift+z', 'Ctrl+Shift+Z', '⌘⇧Z'],
    ['ArrowDown', '↓', '↓'],
    ['[', '[', '['],
  ])('%s', (key, other, mac) => {
    expect(showKey(key, false)).toBe(other)
    expect(showKey(key, true)).toBe(mac)
  })
})
