import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { serve, type Serving } from '../../src/server/serve.ts'

let base: string
let serving: Serving

async function start(file: string | null): Promise<void> {
  serving = await serve(base, 0, { file })
}

/** As our own page asks. */
function ask(headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const origin = serving.url.slice(0, -1)
  return fetch(`${serving.url}handed-over`, { method: 'POST', headers: { Origin: origin, ...headers } })
}

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'jiaokan-handed-over-'))
  writeFileSync(join(base, 'index.html'), '')
})
afterEach(async () => {
  await serving.close()
  rmSync(base, { recursive: true })
})

test('the file of the command line is handed over once, byte by byte', async () => {
  const file = join(base, '云山年鉴 2019.txt')
  writeFileSync(file, Buffer.from([0xd4, 0xc6, 0xc9, 0xbd]))
  await start(file)

  const answer = await ask()
  expect(answer.status).toBe(200)
  expect(decodeURIComponent(answer.headers.get('X-File-Name')!)).toBe('云山年鉴 2019.txt')
  expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0xd4, 0xc6, 0xc9, 0xbd])
  expect((await ask()).status).toBe(204)
})

test('other sites get nothing of it, and it stays there for our page', async () => {
  const file = join(base, 'a.txt')
  writeFileSync(file, '【概况】')
  await start(file)

  expect((await ask({ Origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await fetch(`${serving.url}handed-over`)).status).toBe(405)
  expect((await ask()).status).toBe(200)
})

test('a file that has gone is an error of the server, and is asked for again', async () => {
  const file = join(base, 'a.txt')
  await start(file)

  expect((await ask()).status).toBe(500)
  writeFileSync(file, '【概况】')
  expect((await ask()).status).toBe(200)
})

test('most days there is none', async () => {
  await start(null)
  expect((await ask()).status).toBe(204)
})
