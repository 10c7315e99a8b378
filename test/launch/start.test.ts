import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const program = join(root, 'out/launch/start.js')

interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the built program until it ends or has printed a line on standard output. */
function start(...words: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, '--browser', '--no-open', ...words])
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out += String(chunk)
      if (out.includes('\n')) child.kill()
    })
    child.stderr.on('data', (chunk: Buffer) => (err += String(chunk)))
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

function take(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

let taken: Server | undefined
afterEach(() => taken?.close())

// `npm ci` builds it; a checkout that was not built yet has nothing to start.
describe.skipIf(!existsSync(program))('npm start', () => {
  test('prints one line, or says that the port is taken', async () => {
    const { out, err } = await start()
    // Somebody may be using it on this machine just now.
    if (err === '') expect(out).toMatch(/^校勘 Jiaokan {2}http:\/\/127\.0\.0\.1:4717\/ .*as asked.*\n$/)
    else expect(err).toContain('4717')
  })

  test('stops where the port is taken, and says in both languages what to do', async () => {
    try {
      taken = await take(4717)
    } catch {
      // Taken already, which is just as good.
    }
    const { code, out, err } = await start()

    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toContain('端口 4717 已被占用')
    expect(err).toContain('Port 4717 is taken')
    expect(err).toContain('http://127.0.0.1:4717/')
  })

  test('says what it does not know, and how it is used', async () => {
    const { code, out, err } = await start('--no-such')

    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('--no-such')
    expect(err).toContain('usage: npm start')
  })

  test('says that a file is not there, and starts nothing', async () => {
    const { code, err } = await start('no-such-book.txt')

    expect(code).toBe(2)
    expect(err).toContain('找不到文件')
    expect(err).toContain('no-such-book.txt')
  })
})
