import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JournalResult } from '../../src/contract/journal.ts'
import { DiskJournal } from '../../src/disk/disk-journal.ts'
import { serve, type Serving } from '../../src/server/serve.ts'
import { book, events, ID } from '../disk/support.ts'

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

let base: string
let books: string
let serving: Serving
let host: string
let token: string

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'jiaokan-endpoint-'))
  const root = join(base, 'renderer')
  books = join(base, 'books')
  mkdirSync(root)
  writeFileSync(join(root, 'index.html'), '<!doctype html>')
  serving = await serve(root, 0, { journal: new DiskJournal(books) })
  host = new URL(serving.url).host
  token = (JSON.parse((await post('/session', '')).body) as { token: string }).token
})

afterAll(async () => {
  await serving.close()
  rmSync(base, { recursive: true })
})

/** A request as our page makes it, but for what is said otherwise; undefined leaves a header out. */
function post(
  path: string,
  body: string,
  headers: Readonly<Record<string, string | undefined>> = {},
  method = 'POST',
): Promise<Answer> {
  const all = {
    Host: host,
    Origin: `http://${host}`,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/json',
    Authorization: `Bearer ${token}`,
    ...headers,
  }
  const given = Object.fromEntries(
    Object.entries<string | undefined>(all).filter(([, value]) => value !== undefined),
  )
  return new Promise((resolve, reject) => {
    const port = new URL(serving.url).port
    const sent = request({ host: '127.0.0.1', port, path, method, headers: given }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

async function call(name: string, ...given: unknown[]): Promise<JournalResult<unknown>> {
  const { status, body } = await post(`/journal/${name}`, JSON.stringify(given))
  expect(status).toBe(200)
  return JSON.parse(body) as JournalResult<unknown>
}

describe('our page', () => {
  test('keeps a book', async () => {
    expect(await call('create', book())).toMatchObject({ ok: true, value: { id: ID, seq: 1 } })
    expect(await call('append', ID, events(2, 3))).toMatchObject({ ok: true, value: { seq: 3 } })
    expect(await call('read', ID)).toMatchObject({ ok: true, value: { events: events(1, 3) } })
    expect(await call('append', ID, events(9))).toMatchObject({ ok: false, error: { kind: 'gap' } })
    expect(await call('describe', ID, { deleted: 5 })).toMatchObject({ ok: true, value: { deleted: 5 } })
    expect(await call('list')).toMatchObject({ ok: true, value: [{ id: ID }] })
    expect(await call('erase', ID)).toEqual({ ok: true })
    expect(readdirSync(books)).toEqual([])
  })

  test('gets answers that nothing keeps and nobody else may read', async () => {
    for (const answer of [await post('/session', ''), await post('/journal/list', '[]')]) {
      expect(answer.status).toBe(200)
      expect(answer.headers).toMatchObject({
        'content-type': 'application/json',
        'cache-control': 'no-store',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(Object.keys(answer.headers).filter((name) => /^(access-control|set-cookie)/.test(name))).toEqual(
        [],
      )
    }
  })

  test('is told in the answer what was wrong with its arguments', async () => {
    for (const id of ['../../x', '', null, 7, { a: 1 }])
      expect(await call('read', id)).toMatchObject({ ok: false, error: { kind: 'invalid' } })
    expect(await call('create')).toMatchObject({ ok: false, error: { kind: 'invalid' } })
    expect(readdirSync(base).sort()).toEqual(['books', 'renderer'])
  })
})

describe('who is turned away', () => {
  const cases: [string, number, Readonly<Record<string, string | undefined>>][] = [
    ['another site', 403, { Origin: 'http://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['another port of this machine', 403, { Origin: 'http://127.0.0.1:3000', 'Sec-Fetch-Site': 'same-site' }],
    [
      'another port, with an old browser',
      403,
      { Origin: 'http://127.0.0.1:3000', 'Sec-Fetch-Site': undefined },
    ],
    ['a page without an origin', 403, { Origin: 'null' }],
    ['who does not say', 403, { Origin: undefined }],
    ['a person', 403, { 'Sec-Fetch-Site': 'none' }],
    ['another name of this machine', 403, { Host: 'localhost' }],
    ['a name that was pointed here', 403, { Host: 'evil.example' }],
    ['a form', 415, { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['a form with text', 415, { 'Content-Type': 'text/plain' }],
  ]

  test.each(cases)('%s', async (_who, status, headers) => {
    for (const path of ['/session', '/journal/list']) {
      const answer = await post(path, '[]', headers)
      expect(answer.status).toBe(status)
      expect(answer.body).not.toContain(token)
    }
  })

  test.each([
    ['no token', undefined],
    ['another one', `Bearer ${'0'.repeat(64)}`],
    ['a part of one', 'Bearer '],
    ['a longer one', `Bearer ${'0'.repeat(999)}`],
  ])('who has %s', async (_what, Authorization) => {
    expect((await post('/journal/list', '[]', { Authorization })).status).toBe(401)
  })

  test.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('by %s', async (method) => {
    const answer = await post('/journal/list', '', {}, method)
    expect(answer.status).toBe(405)
    expect(answer.headers['allow']).toBe('POST')
  })
})

describe('what is no call', () => {
  test.each(['', 'x', 'close', 'constructor', 'place', '__proto__', 'list/', '../session', 'read%00'])(
    '%j',
    async (name) => {
      expect((await post(`/journal/${name}`, '[]')).status).toBe(404)
    },
  )

  test.each(['', '{}', '{', '7', 'null', '"list"'])('with the arguments %j', async (body) => {
    expect((await post('/journal/list', body)).status).toBe(400)
  })

  test('is one that is too large, whether it says so or not', async () => {
    const large = 'x'.repeat(33 * 1024 * 1024)
    expect((await post('/journal/append', '[]', { 'Content-Length': '9999999999' })).status).toBe(413)
    const chunked = post('/journal/append', large, { 'Transfer-Encoding': 'chunked' })
    // The rest is not read: the connection may break before the answer is seen.
    expect(
      await chunked.then(
        ({ status }) => status,
        () => 413,
      ),
    ).toBe(413)
    expect(await call('list')).toMatchObject({ ok: true })
  })

  test('is none at all where the server keeps no journal', async () => {
    const bare = await serve(join(base, 'renderer'), 0)
    const own = new URL(bare.url)
    const headers = { 'Content-Type': 'application/json', Origin: own.origin }
    const answer = await fetch(new URL('/session', own), { method: 'POST', headers })
    expect(answer.status).toBe(405)
    await bare.close()
  })
})
