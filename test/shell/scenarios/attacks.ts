import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { LibraryPage } from '../../e2e/library-page.ts'
import type { DoubleDesk } from '../double/desk.ts'
import { announce } from '../double/emitter.ts'
import type { Sender } from '../double/window.ts'
import type { Scenario } from '../scenario.ts'

const BOOK = '3f2c9a54-0d5e-4b9f-8a51-6c1f7f0e2b11'
const EVENT = { seq: 1, at: '2026-01-01T00:00:00Z', by: 'editor', event: { type: 'undone', seq: 0 } }
const SOURCE = {
  name: '云山.txt',
  sha256: 'a'.repeat(64),
  encoding: 'utf-8',
  evidence: 'valid',
  bom: false,
  newline: 'lf',
  text: '【概况】',
  payload: '{}',
}
const NEW = {
  id: BOOK,
  title: '云山',
  sample: false,
  imported: 0,
  sources: [SOURCE],
  events: [EVENT],
  settings: {},
}
/** What would become a folder if it were let through. */
const NO_IDS = [[1], ['..'], ['/etc'], [`../${BOOK}`], [BOOK.toUpperCase()], [`${BOOK}\n`]]

const OURS: Sender = { senderFrame: { origin: 'app://bundle', parent: null } }

/** Arguments that each request takes. */
const GOOD: Readonly<Record<string, readonly unknown[]>> = {
  begin: [],
  pickFiles: [],
  readFile: ['no-such-token'],
  saveFile: ['云山.json', new Uint8Array([123, 125])],
  showMenu: [{ language: 'zh', commands: { 'review.undo': { key: 'u', enabled: true } } }],
  answerLeaving: [{ changes: 0 }],
  takeDropped: ['/not/there.txt'],
  journalList: [],
  journalCreate: [NEW],
  journalRead: [BOOK],
  journalAppend: [BOOK, [EVENT]],
  journalPutSnapshot: [BOOK, { seq: 1, state: '{}', why: 'close' }],
  journalDescribe: [BOOK, { title: '云山' }],
  journalErase: [BOOK],
}

/** Arguments that none of them takes: too few, too many, of another kind, too long, with something riding along. */
const BAD: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  begin: [[1]],
  pickFiles: [['/etc/hosts']],
  readFile: [[], [1], [{}], ['x'.repeat(65)], ['a', 'b']],
  saveFile: [
    ['a.txt'],
    ['a.txt', 'text'],
    [1, new Uint8Array()],
    ['x'.repeat(1025), new Uint8Array()],
    ['a', new Uint8Array(), '/etc'],
  ],
  showMenu: [
    [],
    [null],
    [{ language: 'zh' }],
    [{ language: 'fr', commands: {} }],
    [{ language: 'zh', commands: {}, extra: 1 }],
    [{ language: 'zh', commands: { 'no.such': { key: null, enabled: true } } }],
    [{ language: 'zh', commands: { 'review.undo': { key: 1, enabled: true } } }],
    [{ language: 'zh', commands: [] }],
  ],
  answerLeaving: [[], [{ changes: -1 }], [{ changes: 0.5 }], [{ changes: '0' }], [{ changes: 0, more: 1 }]],
  takeDropped: [[], [1], [['/etc/hosts']], ['x'.repeat(32_769)]],
  journalList: [[1]],
  journalCreate: [
    [],
    [null],
    [{ ...NEW, id: '../../etc' }],
    [{ ...NEW, more: 1 }],
    [{ ...NEW, title: 1 }],
    [{ ...NEW, imported: -1 }],
    [{ ...NEW, sources: [{ ...SOURCE, text: 1 }] }],
    [{ ...NEW, sources: [{ ...SOURCE, encoding: 'ebcdic' }] }],
    [{ ...NEW, events: [{ seq: 1 }] }],
    [{ ...NEW, settings: null }],
  ],
  journalRead: [[], ...NO_IDS, [BOOK, 1]],
  journalAppend: [
    [BOOK],
    [BOOK, EVENT],
    [BOOK, [{ ...EVENT, seq: '1' }]],
    [BOOK, [{ ...EVENT, event: { type: 'no-such-event' } }]],
    [BOOK, [{ ...EVENT, event: { type: 'undone' } }]],
    ['..', [EVENT]],
  ],
  journalPutSnapshot: [
    [BOOK],
    [BOOK, { seq: 1, state: '{}', why: 'for fun' }],
    [BOOK, { seq: -1, state: '{}', why: 'close' }],
    [BOOK, { seq: 1, state: {}, why: 'close' }],
    ['..', { seq: 1, state: '{}', why: 'close' }],
  ],
  journalDescribe: [
    [BOOK],
    [BOOK, { title: 1 }],
    [BOOK, { deleted: 'now' }],
    [BOOK, { path: '/etc' }],
    ['..', {}],
  ],
  journalErase: [[], ...NO_IDS, [BOOK, 1]],
}

const channels = (desk: DoubleDesk): string[] => [...desk.electron.handlers.keys()]
const nameOf = (channel: string): string => channel.replace('jiaokan:ask:', '')

async function outcome(
  desk: DoubleDesk,
  channel: string,
  from: Sender,
  given: readonly unknown[],
): Promise<string> {
  try {
    await desk.electron.invoke(channel, from, given)
    return 'answered'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** What only the stand-in can do to the shell: to speak with a foreign voice, and to raise each event by itself. */
export const ATTACKS: readonly Scenario<DoubleDesk>[] = [
  {
    name: 'every request has its handler, and every handler has its request',
    run: async (desk) => {
      await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(channels(desk).map(nameOf).sort()).toEqual(Object.keys(GOOD).sort())
      expect(Object.keys(BAD).sort()).toEqual(Object.keys(GOOD).sort())
    },
  },
  {
    name: 'requests are answered to our page alone: not to other origins, frames inside it, or frames that have gone',
    run: async (desk) => {
      const foreign: readonly Sender[] = [
        { senderFrame: null },
        { senderFrame: { origin: 'https://example.com', parent: null } },
        { senderFrame: { origin: 'app://elsewhere', parent: null } },
        { senderFrame: { origin: 'app://bundle.example.com', parent: null } },
        { senderFrame: { origin: 'null', parent: null } },
        { senderFrame: { origin: 'file://', parent: null } },
        { senderFrame: { origin: 'app://bundle', parent: {} } },
      ]
      for (const channel of channels(desk)) {
        const given = GOOD[nameOf(channel)] ?? []
        desk.electron.answers.open.push([])
        desk.electron.answers.save.push(null)
        expect(await outcome(desk, channel, OURS, given), channel).toBe('answered')
        for (const from of foreign)
          expect(await outcome(desk, channel, from, given), JSON.stringify(from)).toBe('refused')
      }
    },
  },
  {
    name: 'requests are answered only when their arguments are what they should be',
    run: async (desk) => {
      for (const channel of channels(desk)) {
        for (const given of BAD[nameOf(channel)] ?? [])
          expect(await outcome(desk, channel, OURS, given), `${channel} ${JSON.stringify(given)}`).toContain(
            'not such arguments',
          )
      }
      expect(desk.electron.shown).toEqual([])
    },
  },
  {
    name: 'a token opens the file that it was given for, and nothing else does',
    run: async (desk) => {
      const path = join(desk.folder, '云山.txt')
      writeFileSync(path, '【概况】')
      const take = 'jiaokan:ask:takeDropped'
      const read = 'jiaokan:ask:readFile'
      const given = await desk.electron.invoke(take, OURS, [path])
      expect(given).toEqual({
        token: expect.stringMatching(/^[0-9a-f-]{36}$/u) as unknown,
        name: '云山.txt',
        size: 12,
      })
      const { token } = given as { token: string }
      expect(await desk.electron.invoke(read, OURS, [token])).toMatchObject({ ok: true })
      for (const other of [path, '云山.txt', '../云山.txt', ''])
        expect(await desk.electron.invoke(read, OURS, [other])).toMatchObject({ error: { kind: 'unknown' } })
      for (const place of ['', desk.folder, '/dev/zero', join(desk.folder, 'not-there')])
        expect(await desk.electron.invoke(take, OURS, [place]), place).toBeNull()
      rmSync(path)
      const late = await desk.electron.invoke(read, OURS, [token])
      expect(late).toMatchObject({ error: { kind: 'gone' } })
      expect(JSON.stringify(late)).not.toContain(desk.folder)
    },
  },
  {
    name: 'each way of leaving the page is stopped by itself',
    run: async (desk) => {
      await Promise.resolve()
      for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
        const stopped = (url: string): boolean => announce(desk.window.contentsEvents, name, { url })
        expect(stopped('app://bundle/index.html#/book/1'), name).toBe(false)
        for (const url of [
          'https://example.com/',
          'app://bundle/licences.txt',
          'app://bundle/index.html?x',
          'app://bundle.example.com/index.html',
          'about:blank',
          'file:///etc/hosts',
          'data:text/html,x',
          'javascript:1',
        ])
          expect(stopped(url), `${name} ${url}`).toBe(true)
      }
    },
  },
  {
    name: 'of all that Electron can permit three things are, to our own page, and no device is',
    run: async (desk) => {
      const granted: string[] = []
      for (const name of PERMISSIONS) if ((await desk.permission(name)) === 'granted') granted.push(name)
      expect(granted).toEqual(['clipboard-sanitized-write', 'fullscreen', 'persistent-storage'])
      for (const name of granted) {
        expect(await desk.permission(name, true, 'https://example.com/')).toBe('denied')
        expect(desk.electron.permissionRequest).not.toBeNull()
        let inFrame = true
        const details = { requestingUrl: 'app://bundle/index.html', isMainFrame: false }
        desk.electron.permissionRequest?.({}, name, (is) => (inFrame = is), details)
        expect(inFrame, name).toBe(false)
      }
      expect(desk.electron.devicePermission?.({})).toBe(false)
    },
  },
  {
    name: 'a webview is refused by itself',
    run: async (desk) => {
      await Promise.resolve()
      expect(announce(desk.window.contentsEvents, 'will-attach-webview', {}, {}, {})).toBe(true)
    },
  },
  {
    name: 'nothing is downloaded behind the editor’s back',
    run: async (desk) => {
      await Promise.resolve()
      expect(announce(desk.electron.sessionEvents, 'will-download', {})).toBe(true)
    },
  },
  {
    name: 'all windows are sandboxed before there are any, and app:// has the rights that it needs and no more',
    run: async (desk) => {
      await Promise.resolve()
      expect(desk.electron.isSandboxed).toBe(true)
      expect(desk.electron.privileges).toEqual([
        {
          scheme: 'app',
          privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
        },
      ])
    },
  },
  {
    name: 'a file that the system asks to open is opened',
    run: async (desk) => {
      const path = join(desk.folder, '云山.txt')
      writeFileSync(path, '【概况】 2017年，云山县新建粮站18座。\n')
      await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(announce(desk.electron.events, 'open-file', {}, path)).toBe(true)
      await expect(new LibraryPage(desk.page).staged('云山.txt')).toBeVisible()
    },
  },
  {
    name: 'a stranger of the same name that starts a second time can hand over nothing but names of files',
    run: async (desk) => {
      await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible()
      for (const data of [
        null,
        1,
        'x',
        {},
        { files: 'x' },
        { files: [1, null, {}] },
        { files: ['/dev/zero'] },
      ])
        desk.electron.events.emit('second-instance', {}, ['--x'], '/', data)
      await expect(desk.page.getByRole('dialog')).toHaveCount(0)
    },
  },
  {
    name: 'a page that fails again and again is loaded again only when the editor wants it',
    run: async (desk) => {
      const title = desk.page.getByRole('heading', { level: 1 })
      for (let times = 0; times < 3; times++) {
        await expect(title).toBeVisible()
        await desk.crash()
      }
      await expect(title).toBeVisible()
      desk.electron.answers.message.push(0)
      await desk.crash()
      await expect(title).toBeVisible()
      expect(desk.electron.shown.at(-1)?.options['message']).toBe('窗口反复出错，已停止自动重新载入。')
      desk.electron.answers.message.push(1)
      await desk.crash()
      await expect.poll(() => desk.hasExited()).toBe(true)
    },
  },
]

/** From electron.d.ts 45. */
const PERMISSIONS = (
  'ar automatic-fullscreen background-fetch background-sync captured-surface-control clipboard-read ' +
  'clipboard-sanitized-write deprecated-sync-clipboard-read display-capture fileSystem fullscreen geolocation ' +
  'geolocation-approximate hand-tracking hid idle-detection keyboardLock local-fonts local-network ' +
  'local-network-access loopback-network media mediaKeySystem midi midiSysex nfc notifications openExternal ' +
  'payment-handler periodic-background-sync persistent-storage pointerLock screen-wake-lock sensors serial ' +
  'smart-card speaker-selection storage-access system-wake-lock top-level-storage-access unknown usb vr ' +
  'web-app-installation web-printing window-management'
).split(' ')
