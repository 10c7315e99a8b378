import { describe, expect, test } from 'vitest'
import type { FileSystem } from '../../src/cli/io.ts'
import { assertValid } from '../export/schema.ts'
import { SAMPLES } from '../text/encoded.ts'
import { Desk, fault, GOOD } from './desk.ts'

const CLEAN = '综述\n【概况】2020年，新建粮站18座。\n'

describe('clean', () => {
  test('writes JSON and text, named after the input', async () => {
    const desk = await Desk.open()
    await desk.put('in/a.b.txt', GOOD)
    const { code, stdout, stderr } = await desk.run(['clean', 'in/a.b.txt', '--out', 'new/deep'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('in/a.b.txt -> a.b.json, a.b.txt (utf-8, ')
    expect(await desk.files()).toEqual(['in/a.b.txt', 'new/deep/a.b.json', 'new/deep/a.b.txt'])
    expect(await desk.text('new/deep/a.b.txt')).toBe(CLEAN)
    expect(await desk.text('in/a.b.txt')).toBe(GOOD)
    const json: unknown = JSON.parse(await desk.text('new/deep/a.b.json'))
    assertValid(json)
    expect(json).toMatchObject({ sources: [{ name: 'a.b.txt', encoding: 'utf-8' }] })
    expect(json).not.toHaveProperty('findings')
  })

  test('writes the formats and additions that are asked for', async () => {
    const desk = await Desk.open()
    await desk.put('a.txt', GOOD)
    const argv = [
      'clean',
      'a.txt',
      '--out=o',
      '--format',
      'json',
      '--figures',
      '--findings',
      '--corrections',
      '--spans',
    ]
    expect((await desk.run(argv)).code).toBe(0)
    expect(await desk.files()).toEqual(['a.txt', 'o/a.json'])
    const json = JSON.parse(await desk.text('o/a.json')) as { corrections: unknown[] }
    assertValid(json)
    expect(json).toHaveProperty('figures')
    expect(json).toHaveProperty('findings')
    expect(json.corrections.length).toBeGreaterThan(0)
    expect(json).toMatchObject({ categories: [{ source: { title: [] } }] })
  })

  test('leaves substance alone where it is told to', async () => {
    const desk = await Desk.open()
    await desk.put('a.txt', '【概况】 2O20年，新建粮站18座。\n')
    const read = async (...more: string[]): Promise<string> => {
      expect((await desk.run(['clean', 'a.txt', '--out', 'o', ...more])).code).toBe(0)
      return desk.text('o/a.txt')
    }
    expect(await read()).toContain('2020年')
    expect(await read('--strict')).toContain('2O20年')
  })

  test('says the same bytes in every language, and writes over what it wrote before', async () => {
    const desk = await Desk.open()
    await desk.put('a.txt', '【概况】 2O20年，新建粮站18座。\n')
    const argv = ['clean', 'a.txt', '--out', 'o', '--findings', '--corrections']
    await desk.run(argv, { env: { LANG: 'en_US.UTF-8' } })
    const first = await desk.text('o/a.json')
    const second = await desk.run(argv, { env: { LC_ALL: 'zh_CN.UTF-8', LANG: 'C' } })
    expect(second.stdout).toContain('条目')
    expect(await desk.text('o/a.json')).toBe(first)
  })

  test('guesses the encoding and says so, or takes it as told', async () => {
    const desk = await Desk.open()
    const sample = SAMPLES[3]!
    await desk.put('a.txt', Buffer.from(sample.base64, 'base64'))
    expect((await desk.run(['clean', 'a.txt', '--out', 'o'])).stdout).toContain('gb18030 by its characters')
    expect(await desk.text('o/a.txt')).toBe(sample.text + '\n')
    const told = await desk.run(['clean', 'a.txt', '--out', 'o', '--encoding', 'GBK'])
    expect(told.stdout).toContain('(gb18030, ')
    expect(await desk.text('o/a.txt')).toBe(sample.text + '\n')
  })

  test('reads standard input where a file is -', async () => {
    const desk = await Desk.open()
    await desk.put('a.txt', GOOD)
    const { code, stdout } = await desk.run(['clean', '-', 'a.txt', '--out', 'o'], { stdin: GOOD })
    expect(code).toBe(0)
    expect(stdout).toContain('- -> stdin.json')
    expect(await desk.text('o/stdin.txt')).toBe(CLEAN)
    expect(await desk.text('o/stdin.json')).toContain('"name": "stdin"')
  })

  test('a text without any mark of structure goes out whole', async () => {
    const desk = await Desk.open()
    await desk.put('a.txt', '新建粮站18座。\n')
    expect((await desk.run(['clean', 'a.txt', '--out', 'o'])).code).toBe(0)
    expect(await desk.text('o/a.txt')).toBe('新建粮站18座。\n')
  })

  test('twenty megabytes on one line', async () => {
    const desk = await Desk.open()
    await desk.put('a.txt', '粮'.repeat(7_000_000))
    expect((await desk.run(['clean', 'a.txt', '--out', 'o', '--format', 'text'])).code).toBe(0)
    expect((await desk.text('o/a.txt')).length).toBe(7_000_001)
  })

  test('goes on where nobody reads its messages', async () => {
    const desk = await Desk.open()
    await desk.put('a.txt', GOOD)
    await desk.put('b.txt', GOOD)
    expect((await desk.run(['clean', 'a.txt', 'b.txt', '--out', 'o'], { reader: 0 })).code).toBe(0)
    expect(await desk.files()).toEqual(['a.txt', 'b.txt', 'o/a.json', 'o/a.txt', 'o/b.json', 'o/b.txt'])
  })
})

describe('what would cost someone a file is refused before anything is written', () => {
  test.each([
    [['a/x.txt', 'b/x.txt']],
    [['a/x.txt', 'b/x.text']],
    [['a/X.txt', 'b/x.txt']],
    [['a/caf\u00e9.txt', 'b/cafe\u0301.txt']],
    [['a/x.txt', './a/../a/x.txt']],
    [['a/stdin.txt', '-']],
  ])('two inputs of one name: %j', async (inputs) => {
    const desk = await Desk.open()
    await desk.put('good.txt', GOOD)
    expect((await desk.run(['clean', 'good.txt', '--out', 'ok'])).code).toBe(0)
    for (const input of inputs) if (input !== '-') await desk.put(input, GOOD)
    const before = await desk.files()
    const { code, stderr } = await desk.run(['clean', 'good.txt', ...inputs, '--out', 'o'], { stdin: GOOD })
    expect(code).toBe(2)
    expect(stderr).toContain(`${inputs[0]!} and ${inputs[1]!} would both become`)
    expect(await desk.files()).toEqual(before)
  })

  test('an output over an input, also by another path', async () => {
    const desk = await Desk.open()
    const { link, symlink } = await import('node:fs/promises')
    await desk.put('x.txt', GOOD)
    expect((await desk.run(['clean', 'x.txt', '--out', 'o', '--format', 'text'])).code).toBe(0)
    await desk.put('sub/y.txt', GOOD)
    await symlink(desk.path('sub'), desk.path('alias'))
    await desk.put('hard/z.text', GOOD)
    await link(desk.path('hard/z.text'), desk.path('hard/z.txt'))
    const before = await desk.files()
    for (const argv of [
      ['x.txt', '--out', '.'],
      ['x.txt', '--out', 'o/..'],
      ['sub/y.txt', '--out', 'alias'],
      ['alias/y.txt', '--out', 'sub'],
      ['hard/z.text', '--out', 'hard'],
    ]) {
      const { code, stderr } = await desk.run(['clean', ...argv])
      expect(code, argv.join(' ')).toBe(2)
      expect(stderr).toContain('would overwrite the input')
    }
    expect(await desk.files()).toEqual(before)
    expect(await desk.text('x.txt')).toBe(GOOD)
    // Also on a disk that gives its files no numbers.
    const stat = (() => Promise.reject(fault('ENOSYS'))) as FileSystem['stat']
    const argv = ['clean', 'alias/y.txt', '--out', 'sub']
    expect((await desk.run(argv, { fs: { stat } })).stderr).toContain('would overwrite the input')
    // Beside its input is fine where the names differ.
    expect((await desk.run(['clean', 'x.txt', '--out', '.', '--format', 'json'])).code).toBe(0)
  })
})

describe('wrong usage', () => {
  test.each([
    [['clean', '--out', 'o'], 'no files'],
    [['clean', 'a.txt'], 'no --out'],
    [['clean', 'a.txt', '--out'], '--out needs a value'],
    [['clean', 'a.txt', '--out', '--findings'], '--out needs a value'],
    [['clean', 'a.txt', '--out='], '--out needs a value'],
    [['clean', 'a.txt', '--out', 'o', '--out', 'p'], '--out is given twice'],
    [['clean', 'a.txt', '--out', 'o', '--findings=yes'], '--findings takes no value'],
    [['clean', 'a.txt', '--out', 'o', '--colour'], 'no option --colour'],
    [['clean', 'a.txt', '--out', 'o', '-x'], 'no option -x'],
    [['clean', 'a.txt', '--out', 'o', '--encoding', 'latin1'], '--encoding does not know "latin1"'],
    [['clean', 'a.txt', '--out', 'o', '--format', 'json,docx'], '--format does not know "docx"'],
    [['clean', '-', '-', '--out', 'o'], 'once only'],
    [['clean', '--jsonl', '--out', 'o'], '--jsonl and --out do not go together'],
    [['clean', '--jsonl', 'a.txt'], '"a.txt" is too much'],
    [['clean', 'a.txt', '--out', 'o', '--lang', 'fr'], '--lang does not know "fr"'],
    [['clean', 'a.txt', '--out', 'o', '--lang'], '--lang does not know ""'],
    [['demo', 'x'], '"x" is too much'],
    [['chek', 'a.txt'], 'no command "chek"'],
    [['constructor'], 'no command "constructor"'],
    [['\u001b[2Jx'], 'no command "\\u{1b}[2Jx"'],
  ])('%j', async (argv, what) => {
    const desk = await Desk.open()
    await desk.put('a.txt', GOOD)
    const { code, stdout, stderr } = await desk.run(argv)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^Wrong usage: /)
    expect(stderr).toContain(what)
    expect(await desk.files()).toEqual(['a.txt'])
  })

  test('no command at all shows the help, as an error', async () => {
    const desk = await Desk.open()
    const bare = await desk.run([])
    const asked = await desk.run(['--help'])
    expect(bare).toEqual({ code: 2, stdout: '', stderr: asked.stdout })
    expect(asked).toMatchObject({ code: 0, stderr: '' })
    expect(await desk.run(['clean', '-h'])).toEqual(asked)
    expect((await desk.run(['--version'])).stdout).toBe('jiaokan 9.8.7\n')
  })

  test('speaks the language of the environment, or the one asked for', async () => {
    const desk = await Desk.open()
    const says = async (argv: string[], env: Record<string, string>): Promise<string> =>
      (await desk.run([...argv, 'clean'], { env })).stderr.slice(0, 4)
    expect(await says([], { LANG: 'zh_CN.UTF-8' })).toBe('用法错误')
    expect(await says([], { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' })).toBe('Wron')
    expect(await says([], { LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'C' })).toBe('用法错误')
    expect(await says([], {})).toBe('Wron')
    expect(await says(['--lang', 'zh'], { LANG: 'C' })).toBe('用法错误')
    expect(await says(['--lang=en'], { LANG: 'zh_CN' })).toBe('Wron')
    expect((await desk.run(['clean', '--lang', 'zh', '--nope'])).stderr).toContain('没有 --nope 这个选项')
  })
})

describe('progress', () => {
  const clock = (step: number): (() => number) => {
    let now = 0
    return () => (now += step)
  }

  test('is one line on a terminal, for work of more than a second, and is taken away', async () => {
    const desk = await Desk.open()
    await desk.put('a.txt', GOOD)
    await desk.put('b.txt', GOOD)
    const argv = ['clean', 'a.txt', 'b.txt', '--out', 'o']
    const slow = await desk.run(argv, { tty: true, now: clock(300) })
    expect(slow.stderr).toContain('\r\u001b[Kfile 1 of 2: analysing ')
    expect(slow.stderr).toContain('\r\u001b[Kfile 2 of 2: writing 0%')
    expect(slow.stderr).toMatch(/\r\u001b\[K$/)
    expect(slow.stderr).not.toContain('\n')
    expect((await desk.run(argv, { tty: true, now: clock(1) })).stderr).toBe('')
    expect((await desk.run(argv, { tty: false, now: clock(300) })).stderr).toBe('')
  })
})

describe('Ctrl-C', () => {
  test('while files are written leaves no half of them, and ends the run', async () => {
    const desk = await Desk.open()
    await desk.put('a.txt', GOOD)
    await desk.put('b.txt', GOOD)
    expect((await desk.run(['clean', 'a.txt', 'b.txt', '--out', 'o'])).code).toBe(0)
    const before = await desk.files()
    const { code, stderr } = await desk.run(['clean', 'a.txt', 'b.txt', '--out', 'p'], { stop: () => true })
    expect(code).toBe(1)
    expect(stderr).toBe('a.txt: interrupted, nothing was written\n  What to do: run it again\n')
    expect(await desk.files()).toEqual([...before, 'p/'])
  })
})

test('an unforeseen error is one line, and its trace is for those who ask', async () => {
  const desk = await Desk.open()
  await desk.put('a.txt', GOOD)
  await desk.put('b.txt', GOOD)
  let broken = true
  const lstat = ((path: string, ...rest: []) => {
    if (broken && path.endsWith('a.txt')) return Promise.reject(fault('EWEIRD'))
    return import('node:fs/promises').then((fs) => fs.lstat(path, ...rest))
  }) as never
  const now = (): number => {
    if (broken) throw new RangeError('clock is gone')
    return 0
  }
  expect((await desk.run(['clean', 'a.txt', '--out', 'o'], { fs: { lstat } })).stderr).toContain(
    'a.txt: it cannot be read (EWEIRD)',
  )
  const { code, stderr } = await desk.run(['clean', 'a.txt', '--out', 'o'], { now })
  expect(code).toBe(1)
  expect(stderr).toBe('jiaokan: internal error: RangeError\n')
  expect(
    (await desk.run(['clean', 'a.txt', '--out', 'o'], { now, env: { JIAOKAN_DEBUG: '1' } })).stderr,
  ).toContain('    at ')
  broken = false
  expect((await desk.run(['clean', 'a.txt', '--out', 'o'], { now, fs: { lstat } })).code).toBe(0)
})
