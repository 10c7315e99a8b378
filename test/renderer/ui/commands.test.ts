import { describe, expect, test, vi } from 'vitest'
import { Commands, type Command } from '../../../src/renderer/ui/commands.svelte.ts'

function command(
  id: string,
  keys: string[],
  changes: Partial<Command> = {},
): Command & { run: ReturnType<typeof vi.fn> } {
  return { id, title: 'view.library', group: 'group.window', keys, run: vi.fn(), ...changes } as never
}

/** Presses a key on an element of the page. */
function press(
  commands: Commands,
  key: string,
  on = '<main tabindex="0"></main>',
  more: KeyboardEventInit = {},
): boolean {
  document.body.innerHTML = on
  const target = document.body.querySelector('[data-here]') ?? document.body.firstElementChild!
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  let taken = false
  const listen = (): void => {
    taken = commands.press(event)
  }
  document.body.addEventListener('keydown', listen, { once: true })
  target.dispatchEvent(event)
  return taken
}

describe('a command', () => {
  test('runs by its key, and is gone with its view', () => {
    const commands = new Commands(false)
    const next = command('next', ['j'])
    const leave = commands.register([next])

    expect(press(commands, 'j')).toBe(true)
    leave()
    expect(press(commands, 'j')).toBe(false)
    expect(next.run).toHaveBeenCalledOnce()
  })

  test('of the later view goes first', () => {
    const commands = new Commands(false)
    const [early, late] = [command('early', ['d']), command('late', ['d'])]
    commands.register([early])
    const leave = commands.register([late])
    press(commands, 'd')
    leave()
    press(commands, 'd')

    expect(late.run).toHaveBeenCalledOnce()
    expect(early.run).toHaveBeenCalledOnce()
  })

  test('stands under headings: first what a view brings along, in its own order', () => {
    const commands = new Commands(false)
    commands.register([command('keys', ['?'])])
    commands.register([
      command('accept', ['a'], { group: 'group.deciding' }),
      command('split', ['b'], { group: 'group.mending' }),
      command('reject', ['x'], { group: 'group.deciding' }),
    ])

    expect(commands.groups).toEqual(['group.deciding', 'group.mending', 'group.window'])
  })

  test('that would do nothing leaves the key to others', () => {
    const commands = new Commands(false)
    const [early, late] = [command('early', ['d']), command('late', ['d'], { enabled: () => false })]
    commands.register([early, late])
    press(commands, 'd')

    expect(early.run).toHaveBeenCalledOnce()
  })

  test('takes the keys that the editor has chosen', () => {
    const commands = new Commands(false)
    const next = command('next', ['j'])
    commands.register([next])
    commands.rebound = { next: ['n'] }

    expect(press(commands, 'j')).toBe(false)
    expect(press(commands, 'n')).toBe(true)
  })

  test('runs by its name', () => {
    const commands = new Commands(false)
    const [can, cannot] = [command('can', []), command('cannot', [], { enabled: () => false })]
    commands.register([can, cannot])
    commands.run('can')
    commands.run('cannot')
    commands.run('nobody')

    expect(can.run).toHaveBeenCalledOnce()
    expect(cannot.run).not.toHaveBeenCalled()
  })
})

describe('while', () => {
  const typing = [
    '<input>',
    '<textarea></textarea>',
    '<select></select>',
    '<div contenteditable="true"><p data-here></p></div>',
  ]

  test.each(typing)('typing in %s only those run that type nothing', (place) => {
    const commands = new Commands(false)
    commands.register([command('next', ['j']), command('find', ['Mod+k'], { whileTyping: true })])

    expect(press(commands, 'j', place)).toBe(false)
    expect(press(commands, 'k', place, { ctrlKey: true })).toBe(true)
  })

  test.each([
    '<button></button>',
    '<a href="#/"></a>',
    '<input type="checkbox">',
    '<summary></summary>',
    '<button><i data-here></i></button>',
  ])('on %s Enter and the space bar belong to it, letters do not', (place) => {
    const commands = new Commands(false)
    commands.register([command('accept', ['Enter', 'Space']), command('next', ['j'])])

    expect(press(commands, 'Enter', place)).toBe(false)
    expect(press(commands, ' ', place)).toBe(false)
    expect(press(commands, 'j', place)).toBe(true)
  })

  test('an input method composes, all keys are its own', () => {
    const commands = new Commands(false)
    commands.register([command('next', ['j'], { whileTyping: true })])

    expect(press(commands, 'j', '<main></main>', { isComposing: true })).toBe(false)
    expect(press(commands, 'j', '<main></main>', { keyCode: 229 })).toBe(false)
  })

  test('a dialog is open, nothing behind it runs', () => {
    const commands = new Commands(false)
    commands.register([command('next', ['j'])])
    const first = commands.pause()
    const second = commands.pause()
    first()
    first()
    expect(press(commands, 'j')).toBe(false)
    second()
    expect(press(commands, 'j')).toBe(true)
  })
})
