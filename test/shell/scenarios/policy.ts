import { expect } from '@playwright/test'
import { find } from './menu-items.ts'
import type { Desk } from '../desk.ts'
import type { Scenario } from '../scenario.ts'

async function ready(desk: Desk): Promise<void> {
  await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** What a page that has been taken over may try. */
export const POLICY: readonly Scenario[] = [
  {
    name: 'the window is sandboxed, isolated, and has nothing switched on that weakens it',
    run: async (desk) => {
      await ready(desk)
      const preferences = await desk.preferences()
      expect(preferences).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
      })
      for (const name of [
        'allowRunningInsecureContent',
        'experimentalFeatures',
        'nodeIntegrationInWorker',
        'nodeIntegrationInSubFrames',
      ])
        expect(preferences[name] ?? false, name).toBe(false)
      expect(preferences['enableBlinkFeatures'] ?? '').toBe('')
    },
  },
  {
    name: 'the page finds the bridge as the contract has it, and nothing of Node or Electron',
    run: async (desk) => {
      await ready(desk)
      const found = await desk.page.evaluate(() => {
        const { jiaokan } = window as unknown as { jiaokan: Record<string, unknown> & { on: object } }
        return {
          asks: Object.keys(jiaokan).sort(),
          on: Object.keys(jiaokan.on).sort(),
          kinds: [...new Set(Object.values(jiaokan).map((one) => typeof one))].sort(),
          others: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
            (name) => name in window,
          ),
        }
      })
      expect(found.asks).toEqual([
        'answerLeaving',
        'begin',
        'dropped',
        'journalAppend',
        'journalCreate',
        'journalDescribe',
        'journalErase',
        'journalList',
        'journalPutSnapshot',
        'journalRead',
        'on',
        'pickFiles',
        'readFile',
        'saveFile',
        'showMenu',
      ])
      expect(found.on).toEqual(['command', 'files', 'leaving'])
      expect(found.kinds).toEqual(['function', 'object'])
      expect(found.others).toEqual([])
    },
  },
  {
    name: 'the page goes nowhere, not even to another file of its own; only itself it may load anew',
    run: async (desk) => {
      await ready(desk)
      const home = desk.page.url()
      for (const address of ['./licences.txt', 'https://example.com/', 'file:///etc/hosts']) {
        await desk.page.evaluate((to) => {
          location.href = to
        }, address)
        await desk.page.waitForTimeout(150)
        expect(desk.page.url(), address).toBe(home)
        await ready(desk)
      }
      await desk.page.evaluate(() => {
        document.title = 'before'
        location.reload()
      })
      await expect(desk.page).not.toHaveTitle('before')
      await ready(desk)
    },
  },
  {
    name: 'the page opens no windows',
    run: async (desk) => {
      await ready(desk)
      await desk.page.evaluate(() => {
        for (const address of ['https://example.com/', 'about:blank', './index.html']) {
          window.open(address)
          const link = Object.assign(document.createElement('a'), { href: address, target: '_blank' })
          document.body.append(link)
          link.click()
        }
      })
      await desk.page.waitForTimeout(150)
      expect(await desk.windows()).toBe(1)
    },
  },
  {
    name: 'the page holds no other page',
    run: async (desk) => {
      await ready(desk)
      expect(await desk.attachWebview()).toBe(false)
    },
  },
  {
    name: 'of the system the page may ask for three things and no more',
    run: async (desk) => {
      await ready(desk)
      // The good ones first: a handler that refuses everything would pass the rest.
      expect(await desk.permission('clipboard-sanitized-write')).toBe('granted')
      for (const name of ['notifications', 'geolocation', 'media', 'clipboard-read', 'midi'])
        expect(await desk.permission(name), name).toBe('denied')
    },
  },
  {
    name: 'the session asks nobody but the program itself',
    run: async (desk) => {
      await ready(desk)
      expect(await desk.fetch('app://bundle/index.html')).toBe('answered')
      for (const url of [
        'https://example.com/',
        'http://127.0.0.1:9/',
        'ws://example.com/',
        'file:///etc/hosts',
        'app://elsewhere/',
        'app://bundle.example.com/',
      ])
        expect(await desk.fetch(url), url).toBe('refused')
    },
  },
  {
    name: 'app:// hands out the built window and nothing beside it',
    run: async (desk) => {
      await ready(desk)
      const status = (address: string, method = 'GET'): Promise<number> =>
        desk.page.evaluate(
          async ([to, how]) => {
            const response = await fetch(to, { method: how })
            return response.status
          },
          [address, method] as const,
        )
      expect(await status('/licences.txt')).toBe(200)
      for (const address of [
        '/../main/index.cjs',
        '/..%2fmain%2findex.cjs',
        '/%2e%2e/main/index.cjs',
        '/%2e%2e%2fmain%2findex.cjs',
        '/..%5cmain%5cindex.cjs',
        '/assets/..%2f..%2fmain%2findex.cjs',
        '/index.html%00.js',
        '/.//etc/hosts',
        '/assets',
        '/assets/',
        '/%zz',
      ])
        expect(await status(address), address).toBe(404)
      expect(await status('/licences.txt', 'POST')).toBe(405)
      const headers = await desk.page.evaluate(async () => {
        const response = await fetch('/index.html')
        return Object.fromEntries(response.headers)
      })
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['x-content-type-options']).toBe('nosniff')
    },
  },
  {
    name: 'only pages that the program knows are handed to the browser, and only by the menu',
    run: async (desk) => {
      await ready(desk)
      const help = (await desk.menu()).find(({ label }) => label === '帮助')
      const pages = (help?.submenu ?? [])
        .map(({ label = '' }) => label)
        .filter((label) => label.includes('网页'))
      expect(pages).toHaveLength(2)
      for (const label of pages) {
        expect(find(await desk.menu(), label)).toBeDefined()
        await desk.choose(label)
      }
      const opened = await desk.opened()
      expect(opened).toHaveLength(2)
      for (const address of opened) expect(address).toMatch(/^https:\/\/openstd\.samr\.gov\.cn\//u)
    },
  },
]
