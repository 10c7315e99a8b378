import { execFile, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GOOD } from './desk.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'jiaokan-home-'))
const program = join(home, 'out/cli/jiaokan.js')

/** The bundle as it is shipped: one file, with the package's own files beside it and no node_modules. */
beforeAll(async () => {
  await build({
    root,
    configFile: join(root, 'vite.config.cli.ts'),
    logLevel: 'warn',
    build: { outDir: join(home, 'out/cli'), emptyOutDir: true },
  })
  cpSync(join(root, 'package.json'), join(home, 'package.json'))
  cpSync(join(root, 'resources'), join(home, 'resources'), { recursive: true })
})

afterAll(() => rmSync(home, { recursive: true, force: true }))

/** Makes each flush take its time, so that a signal comes while a file is being written. */
const SLOW_DISK = `
  import { syncBuiltinESMExports } from 'node:module'
  import fs from 'node:fs/promises'
  const { open } = fs
  fs.open = async (...args) => {
    const handle = await open(...args)
    const sync = handle.sync.bind(handle)
    handle.sync = () => new Promise((done) => setTimeout(done, 30)).then(sync)
    return handle
  }
  syncBuiltinESMExports()
`

/** Tells on standard error of every thread that is started. With `JIAOKAN_TEST_MUTE` none of them does anything. */
const TOLD_THREADS = `
  import { syncBuiltinESMExports } from 'node:module'
  import threads from 'node:worker_threads'
  const { Worker } = threads
  threads.Worker = class extends Worker {
    constructor(file, options) {
      const isMute = process.env.JIAOKAN_TEST_MUTE
      super(isMute ? new URL('data:text/javascript,') : file, options)
      process.stderr.write('a thread\\n')
    }
  }
  syncBuiltinESMExports()
`

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

function node(
  args: readonly string[],
  cwd: string,
  input = '',
  set: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new Promise((done) => {
    const env = { ...process.env, LC_ALL: 'C', ...set }
    const child = execFile(process.execPath, [program, ...args], { cwd, env }, (error, stdout, stderr) => {
      done({ code: error ? (typeof error.code === 'number' ? error.code : null) : 0, stdout, stderr })
    })
    child.stdin?.end(input)
  })
}

function folder(): string {
  return mkdtempSync(join(home, 'run-'))
}

describe('the program', () => {
  test('cleans, complains, and says so in its exit code', async () => {
    const cwd = folder()
    writeFileSync(join(cwd, 'a.txt'), GOOD)
    expect(await node(['clean', 'a.txt', '--out', 'o'], cwd)).toMatchObject({ code: 0, stderr: '' })
    expect(readFileSync(join(cwd, 'o/a.txt'), 'utf8')).toContain('新建粮站18座。')
    writeFileSync(join(cwd, 'b.txt'), '')
    const bad = await node(['clean', 'a.txt', 'b.txt', '--out', 'o'], cwd)
    expect(bad).toMatchObject({
      code: 1,
      stderr: 'b.txt: the file is empty\n  What to do: look whether the scan or the export was finished\n',
    })
    expect((await node(['clean', '--nope'], cwd)).code).toBe(2)
    expect((await node(['clean', '-', '--out', 'p'], cwd, GOOD)).code).toBe(0)
    expect(readdirSync(join(cwd, 'p'))).toEqual(['stdin.json', 'stdin.txt'])
  })

  test('has its version and its sample book with it', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    expect(await node(['--version'], home)).toEqual({ code: 0, stdout: `jiaokan ${version}\n`, stderr: '' })
    const demo = await node(['demo', '--lang', 'en'], home)
    expect(demo).toMatchObject({ code: 0, stderr: '' })
    expect(demo.stdout).toContain('Next: ')
  })

  test('compares the figures of long texts in one more thread, and by itself where that stops', async () => {
    const cwd = folder()
    const told = join(home, 'told.mjs')
    writeFileSync(told, TOLD_THREADS)
    const page = '【学校】 2017年，云山县有学校60所，其中小学42所、初中16所、高中5所。\n'
    const long = page.repeat(Math.ceil(200_000 / page.length))
    for (const name of ['a', 'b']) writeFileSync(join(cwd, `${name}.txt`), long)
    const run = (out: string, ...more: string[]): Promise<Ended> =>
      node(['clean', 'a.txt', 'b.txt', '--out', out, '--format', 'json', '--findings'], cwd, '', {
        NODE_OPTIONS: `--import ${pathToFileURL(told).href}`,
        JIAOKAN_TEST_MUTE: more.join(''),
      })
    expect(await run('o')).toMatchObject({ code: 0, stderr: 'a thread\n' })
    expect(await run('p', 'mute')).toMatchObject({ code: 0, stderr: 'a thread\na thread\n' })
    const written = readFileSync(join(cwd, 'o/b.json'), 'utf8')
    expect(written.includes('"figures/total-and-parts"')).toBe(true)
    expect(readFileSync(join(cwd, 'p/b.json'), 'utf8') === written).toBe(true)
  })

  test('filters lines', async () => {
    const input = `${JSON.stringify({ name: 'a', text: GOOD })}\n{}\n`
    const { code, stdout } = await node(['clean', '--jsonl'], home, input)
    expect(code).toBe(1)
    expect(stdout.split('\n').map((l) => (l === '' ? '' : Object.keys(JSON.parse(l) as object)[0]))).toEqual([
      'format',
      'error',
      '',
    ])
  })
})

describe.skipIf(process.platform === 'win32')('signals and pipes', () => {
  test('a reader that goes away is no error', async () => {
    const line = JSON.stringify({ name: 'a', text: GOOD.repeat(200) })
    const script = `yes '${line}' | head -n 200 | "$1" "$2" clean --jsonl | head -n 1 | head -c 20; echo " \${PIPESTATUS[2]}"`
    const { stdout, stderr } = await new Promise<{ stdout: string; stderr: string }>((done) => {
      execFile('bash', ['-c', script, 'bash', process.execPath, program], (_, stdout, stderr) => {
        done({ stdout, stderr })
      })
    })
    expect(stderr).toBe('')
    expect(stdout).toBe('{"format":"jiaokan.y 0\n')
  })

  test('Ctrl-C at any moment leaves whole files or none', async () => {
    const cwd = folder()
    const slow = join(home, 'slow.mjs')
    writeFileSync(slow, SLOW_DISK)
    const names = Array.from({ length: 12 }, (_, i) => `f${i}`)
    for (const name of names) writeFileSync(join(cwd, `${name}.txt`), GOOD.repeat(50))
    const argv = ['clean', ...names.map((n) => `${n}.txt`), '--out', 'o']
    expect((await node(argv, cwd)).code).toBe(0)
    const whole = readFileSync(join(cwd, 'o/f0.txt'), 'utf8')
    for (const after of [1, 2, 3, 4, 5, 6, 7, 8]) {
      rmSync(join(cwd, 'o'), { recursive: true, force: true })
      const child = spawn(process.execPath, ['--import', slow, program, ...argv], {
        cwd,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      let lines = 0
      child.stdout.on('data', (chunk: Buffer) => {
        lines += chunk.toString().split('\n').length - 1
        // At a different point of the next file each time.
        if (lines === after) setTimeout(() => child.kill('SIGINT'), after * 10)
      })
      const signal = await new Promise((done) => child.on('exit', (_, by) => done(by)))
      const left = readdirSync(join(cwd, 'o'))
      expect(signal).toBe('SIGINT')
      expect(left.length).toBeLessThan(names.length * 2)
      expect(left.filter((f) => f.startsWith('.'))).toEqual([])
      const json = left.filter((f) => f.endsWith('.json')).map((f) => f.slice(0, -5))
      const text = left.filter((f) => f.endsWith('.txt')).map((f) => f.slice(0, -4))
      expect(json).toEqual(text)
      for (const f of json)
        expect(() => void JSON.parse(readFileSync(join(cwd, 'o', `${f}.json`), 'utf8'))).not.toThrow()
      for (const f of text) expect(readFileSync(join(cwd, 'o', `${f}.txt`), 'utf8')).toBe(whole)
    }
  }, 60_000)
})
