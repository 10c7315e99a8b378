import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JournalPort } from '../../../src/contract/journal.ts'
import { DiskJournal } from '../../../src/disk/disk-journal.ts'
import { type Fetch, serverJournal } from '../../../src/renderer/host/server-journal.ts'
import { serve, type Serving } from '../../../src/server/serve.ts'
import { book, events, ID } from '../../disk/support.ts'

let base: string
let serving: Serving

const begin = async (journal: JournalPort | undefined, port = 0): Promise<void> => {
  serving = await serve(join(base, 'renderer'), port, { journal })
}

/** As a browser on the served page would. */
const asPage: Fetch = (address, init) => {
  const headers = new Headers(init.headers)
  headers.set('Origin', new URL(serving.url).origin)
  return fetch(new URL(address, serving.url), { ...init, headers })
}

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'jiaokan-client-'))
  mkdirSync(join(base, 'renderer'))
  writeFileSync(join(base, 'renderer/index.html'), '<!doctype html>')
})
afterEach(async () => {
  await serving.close()
  rmSync(base, { recursive: true })
})

describe('the journal behind the server', () => {
  test('does what the one on the disk does', async () => {
    const disk = new DiskJournal(join(base, 'books'))
    await begin(disk)
    const journal = await serverJournal(asPage)

    expect(journal?.place).toBe('disk')
    expect(await journal?.create(book())).toMatchObject({ ok: true })
    expect(await journal?.append(ID, events(2))).toMatchObject({ ok: true, value: { seq: 2 } })
    expect(await journal?.read(ID)).toEqual(await disk.read(ID))
    expect(await journal?.append(ID, events(4))).toMatchObject({ ok: false, error: { kind: 'gap' } })
  })

  test('goes on when the server was started again', async () => {
    await begin(new DiskJournal(join(base, 'books')))
    const journal = await serverJournal(asPage)
    await journal?.create(book())
    const port = Number(new URL(serving.url).port)
    await serving.close()
    expect(await journal?.append(ID, events(2))).toMatchObject({ ok: false, error: { kind: 'unreachable' } })

    await begin(new DiskJournal(join(base, 'books')), port)
    expect(await journal?.append(ID, events(2))).toMatchObject({ ok: true, value: { seq: 2 } })
  })

  test('is none where the server keeps none, or where there is no server', async () => {
    await begin(undefined)
    expect(await serverJournal(asPage)).toBeNull()
    expect(await serverJournal(() => Promise.reject(new TypeError('failed')))).toBeNull()
    const page: Fetch = () => Promise.resolve(new Response('<!doctype html>', { status: 200 }))
    expect(await serverJournal(page)).toBeNull()
  })

  test('is not reached by what is no answer of its own', async () => {
    await begin(new DiskJournal(join(base, 'books')))
    let status = 200
    const odd: Fetch = (address, init) =>
      address === '/session' ? asPage(address, init) : Promise.resolve(new Response('<html>', { status }))
    const journal = await serverJournal(odd)
    for (const [answered, kind] of [
      [200, 'unreachable'],
      [413, 'invalid'],
      [500, 'failed'],
      [401, 'unreachable'],
    ] as const) {
      status = answered
      expect(await journal?.list()).toMatchObject({ ok: false, error: { kind } })
    }
  })
})
