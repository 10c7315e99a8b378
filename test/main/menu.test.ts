import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { MENU_COMMANDS, type MenuState } from '../../src/contract/menu.ts'
import { accelerator } from '../../src/main/menu/accelerator.ts'
import { menuTemplate, type MenuActs } from '../../src/main/menu/template.ts'
import { languageOf, WORDS } from '../../src/main/words.ts'

type Item = ReturnType<typeof menuTemplate>[number]

const done: string[] = []
const acts: MenuActs = {
  command: (id) => void done.push(id),
  open: () => void done.push('open'),
  openRecent: (path) => void done.push(path),
  clearRecent: () => void done.push('clear'),
  openPage: (id) => void done.push(id),
}
const bare: MenuState = { language: 'zh', commands: {} }
const all = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])])

function template(
  state: MenuState = bare,
  platform: NodeJS.Platform = 'linux',
  recent: readonly string[] = [],
) {
  return menuTemplate({ state, recent, platform, isPackaged: true }, acts)
}

test('each command of the menu is one of the window’s', () => {
  const root = fileURLToPath(new URL('../../src/renderer', import.meta.url))
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|svelte)$/u.test(name))
    .map((name) => readFileSync(join(root, name), 'utf8'))
    .join('\n')
  expect(MENU_COMMANDS.filter((id) => !sources.includes(`id: '${id}'`))).toEqual([])
})

describe('the menu', () => {
  test.each(['linux', 'win32', 'darwin'] as const)(
    'has a place for each command of the contract on %s',
    (platform) => {
      const ids = all(template(bare, platform)).map(({ id }) => id)
      for (const id of MENU_COMMANDS) expect(ids.filter((one) => one === id)).toEqual([id])
    },
  )

  test.each(['zh', 'en'] as const)('has words for all of it in %s', (language) => {
    for (const platform of ['linux', 'darwin'] as const) {
      const items = all(template({ language, commands: {} }, platform)).filter(
        ({ type }) => type !== 'separator',
      )
      for (const item of items)
        expect(item.label, JSON.stringify(item)).toMatch(
          language === 'zh' ? /\p{Script=Han}/u : /^[A-Z][^\p{Script=Han}]*$/u,
        )
    }
  })

  test('names no two entries of one menu alike', () => {
    for (const language of ['zh', 'en'] as const)
      for (const { submenu } of template({ language, commands: {} })) {
        const labels = (submenu as Item[]).flatMap(({ label }) => label ?? [])
        expect(new Set(labels).size).toBe(labels.length)
      }
  })

  test('offers what is possible, with the key that it has now, and leaves the key to the window', () => {
    const items = all(
      template({ language: 'zh', commands: { 'review.find': { key: 'Mod+f', enabled: true } } }),
    )
    const find = items.find(({ id }) => id === 'review.find')
    expect(find).toMatchObject({ enabled: true, accelerator: 'CmdOrCtrl+F', registerAccelerator: false })
    expect(items.find(({ id }) => id === 'review.go')).toMatchObject({ enabled: false })
    ;(find?.click as () => void)()
    expect(done.at(-1)).toBe('review.find')
  })

  test('takes back the last stroke where there is one, and what was typed everywhere else', () => {
    const undo = (commands: MenuState['commands']): Item | undefined =>
      all(template({ language: 'zh', commands })).find(({ id }) => id === 'review.undo')
    expect(undo({})).toMatchObject({ role: 'undo' })
    expect(undo({ 'review.undo': { key: 'u', enabled: false } })).toMatchObject({ role: 'undo' })
    const own = undo({ 'review.undo': { key: 'u', enabled: true } })
    expect(own?.role).toBeUndefined()
    expect(own).toMatchObject({ enabled: true, accelerator: 'U' })
  })

  test('lists recent files by name, without marking keys in them', () => {
    const items = all(template(bare, 'linux', ['/data/甲&乙.txt']))
    const file = items.find(({ label }) => label === '甲&&乙.txt')
    ;(file?.click as () => void)()
    expect(done.at(-1)).toBe('/data/甲&乙.txt')
  })

  test('has the developer’s tools only while it is developed', () => {
    const roles = (isPackaged: boolean): unknown[] =>
      all(menuTemplate({ state: bare, recent: [], platform: 'linux', isPackaged }, acts)).map(
        ({ role }) => role,
      )
    expect(roles(false)).toContain('toggleDevTools')
    expect(roles(true)).not.toContain('toggleDevTools')
    expect(roles(true)).not.toContain('reload')
  })
})

describe('an accelerator', () => {
  test.each([
    ['Mod+k', 'CmdOrCtrl+K'],
    ['Mod+Shift+z', 'CmdOrCtrl+Shift+Z'],
    ['Mod+=', 'CmdOrCtrl+='],
    ['Shift+Enter', 'Shift+Enter'],
    ['ArrowDown', 'Down'],
    ['F6', 'F6'],
    ['Mod++', 'CmdOrCtrl+Plus'],
  ])('%s is written %s', (key, written) => expect(accelerator(key, 'linux')).toBe(written))

  test('is left out where it would take a letter from a text field, or cannot be written', () => {
    expect(accelerator('j', 'darwin')).toBeNull()
    expect(accelerator('Mod+j', 'darwin')).toBe('CmdOrCtrl+J')
    expect(accelerator('Mod+ü', 'linux')).toBeNull()
  })
})

test('both languages say the same number of things, and both say them', () => {
  expect(Object.keys(WORDS.en)).toEqual(Object.keys(WORDS.zh))
  for (const t of Object.values(WORDS))
    for (const word of Object.values(t)) {
      const said = typeof word === 'function' ? word(3) : word
      expect(said).not.toBe('')
      expect(said).not.toMatch(/[!！]/u)
    }
  expect([languageOf('zh-CN'), languageOf('zh'), languageOf('en-US'), languageOf('zha')]).toEqual([
    'zh',
    'zh',
    'en',
    'en',
  ])
})
