import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SECURITY_HEADERS } from '../../src/contract/security-headers.ts'
import { serve, type Serving } from '../../src/server/serve.ts'

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

let base: string
let serving: Serving
let port: number

/** A request as it stands: no client cleans up the path or the headers. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers: { Host: `127.0.0.1:${port}`, ...headers } },
      (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (body += chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        )
      },
    )
    sent.on('error', reject)
    sent.end()
  })
}

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'jiaokan-serve-'))
  const root = join(base, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>校勘</title>')
  writeFileSync(join(root, 'assets/app-1.js'), 'export {}')
  writeFileSync(join(root, 'assets/app-1.css'), 'a{}')
  writeFileSync(join(root, 'assets/song.woff2'), 'wOF2')
  writeFileSync(join(root, 'assets/sample.txt'), '【概况】')
  writeFileSync(join(root, 'assets/icon.svg'), '<svg/>')
  writeFileSync(join(root, 'assets/app-1.js.map'), '{}')
  writeFileSync(join(base, 'secret.txt'), 'secret')
  symlinkSync(join(base, 'secret.txt'), join(root, 'link.txt'))
  serving = await serve(root, 0)
  port = Number(new URL(serving.url).port)
})

afterAll(async () => {
  await serving.close()
  rmSync(base, { recursive: true })
})

describe('what is served', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['/assets/app-1.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/assets/app-1.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/assets/song.woff2', 'font/woff2', 'public, max-age=31536000, immutable'],
    ['/assets/sample.txt', 'text/plain', 'public, max-age=31536000, immutable'],
    ['/assets/icon.svg', 'image/svg+xml', 'public, max-age=31536000, immutable'],
    ['/?a=b', 'text/html; charset=utf-8', 'no-cache'],
  ])('%s as %s', async (path, type, cache) => {
    const answer = await ask(path)

    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe(type)
    expect(answer.headers['cache-control']).toBe(cache)
  })

  test('carries every security header, whatever the answer', async () => {
    for (const answer of [
      await ask('/'),
      await ask('/nothing'),
      await ask('/', {}, 'POST'),
      await ask('/', { Host: 'evil.example' }),
    ]) {
      expect(answer.headers).toMatchObject(
        Object.fromEntries(
          Object.entries(SECURITY_HEADERS).map(([name, value]) => [name.toLowerCase(), value]),
        ),
      )
    }
  })

  test('is a page that a new build has put there meanwhile', async () => {
    const path = join(base, 'renderer/assets/app-2.js')
    writeFileSync(path, 'export {}')
    expect((await ask('/assets/app-2.js')).status).toBe(404)
    expect((await ask('/')).status).toBe(200)
    expect((await ask('/assets/app-2.js')).status).toBe(200)
    rmSync(path)
    expect((await ask('/assets/app-2.js')).status).toBe(404)
  })
})

describe('what is not', () => {
  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/%252e%252e/%252e%252e/secret.txt',
    '//secret.txt',
    '/./index.html',
    '/index.html/',
    '/index.html%00.txt',
    '/%E0%A4%A',
    '/assets',
    '/assets/',
    '/link.txt',
    '/assets/app-1.js.map',
    '/nothing.html',
  ])('%s', async (path) => {
    const answer = await ask(path)

    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain('secret')
  })

  test('a whole address in the request line', async () => {
    const answer = await ask(`http://127.0.0.1:${port}/index.html`)
    expect(answer.status).toBe(404)
  })
})

describe('who may ask', () => {
  test.each([
    ['localhost', () => `localhost:${port}`],
    ['another port', () => '127.0.0.1:1'],
    ['no port', () => '127.0.0.1'],
    ['a foreign name', () => `evil.example:${port}`],
    ['another spelling', () => `127.1:${port}`],
  ])('not by the name of %s', async (_name, host) => {
    const answer = await ask('/', { Host: host() })

    expect(answer.status).toBe(403)
    expect(answer.body).toContain(`http://127.0.0.1:${port}/`)
  })

  test('not without a name', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.end('GET / HTTP/1.0\r\n\r\n'))
      let text = ''
      socket.setEncoding('utf8')
      socket.on('data', (chunk: string) => (text += chunk))
      socket.on('end', () => resolve(text))
      socket.on('error', reject)
    })
    expect(answer).toMatch(/^HTTP\/1\.1 40[03] /)
    expect(answer).not.toContain('<!doctype')
  })

  test.each(['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('not by %s', async (method) => {
    const answer = await ask('/', {}, method)
    expect(answer.status).toBe(405)
    expect(answer.headers['allow']).toBe('GET')
  })

  test.each(['http://evil.example', 'null', 'https://127.0.0.1', 'http://localhost:4717'])(
    'not from %s',
    async (Origin) => {
      expect((await ask('/', { Origin })).status).toBe(403)
    },
  )

  test.each(['cross-site', 'same-site'])('not %s', async (site) => {
    expect((await ask('/', { 'Sec-Fetch-Site': site })).status).toBe(403)
  })

  test('our own page, and a person who types the address', async () => {
    expect((await ask('/assets/app-1.js', { Origin: `http://127.0.0.1:${port}` })).status).toBe(200)
    expect((await ask('/assets/app-1.js', { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200)
    expect((await ask('/', { 'Sec-Fetch-Site': 'none' })).status).toBe(200)
  })

  test('nobody gets leave to read from elsewhere', async () => {
    const answer = await ask('/', { Origin: `http://127.0.0.1:${port}` })
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('the place', () => {
  test('is this machine only', () => {
    expect(serving.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  })

  test('is not given up for another one when it is taken', async () => {
    await expect(serve(join(base, 'renderer'), port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  test('must have been built', async () => {
    await expect(serve(join(base, 'nowhere'), 0)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
