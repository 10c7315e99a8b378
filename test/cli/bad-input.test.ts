import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { SAMPLES, utf16 } from '../text/encoded.ts'
import { Desk, fault, GOOD, type DeskOptions } from './desk.ts'

const GBK = Buffer.from(SAMPLES[3]!.base64, 'base64')
const BEFORE = Buffer.byteLength(GOOD)

/** Runs a bad input between two good ones: they must come out, and it must leave one message and no file. */
async function refused(
  desk: Desk,
  bad: string,
  more: readonly string[] = [],
  options: DeskOptions = {},
): Promise<string> {
  await desk.put('good.txt', GOOD)
  await desk.put('last.txt', GOOD)
  const alone = await desk.run(['clean', 'good.txt', '--out', 'alone'])
  expect(alone).toMatchObject({ code: 0, stderr: '' })
  const { code, stderr } = await desk.run(
    ['clean', 'good.txt', bad, 'last.txt', '--out', 'o', ...more],
    options,
  )
  expect(code).toBe(1)
  const written = (await desk.files()).filter((f) => f.startsWith('o/'))
  expect(written).toEqual(['o/good.json', 'o/good.txt', 'o/last.json', 'o/last.txt'])
  expect(await desk.text('o/good.txt')).toBe(await desk.text('alone/good.txt'))
  expect(stderr).not.toMatch(/^\s+at /m)
  const [what, todo, ...rest] = stderr.split('\n')
  expect(rest).toEqual([''])
  expect(todo).toMatch(/^ {2}(?:What to do: |怎么办：)/)
  return what!
}

describe('a bad input is refused by name, and the others are cleaned', () => {
  test.each<[string, string | Uint8Array, string, string]>([
    ['empty', '', 'the file is empty', '文件是空的'],
    ['a mark alone', '\ufeff', 'nothing but a byte order mark (utf-8)', '只有字节序标记（utf-8），没有文字'],
    ['a PDF', '%PDF-1.4\n…', 'this is a PDF file, not plain text', '这是PDF 文件，不是纯文本'],
    [
      'a DOCX',
      'PK\x03\x04…',
      'this is a ZIP archive (.docx, .xlsx and .epub are such, too), not plain text',
      '这是ZIP 压缩文件（.docx、.xlsx、.epub 也是），不是纯文本',
    ],
    [
      'binary',
      Buffer.alloc(400, '粮\0'),
      'this is binary data (too many NUL bytes), not plain text',
      '这是二进制数据（NUL 字节过多），不是纯文本',
    ],
    [
      'UTF-8 with a broken byte',
      Buffer.concat([Buffer.from(GOOD), Buffer.from([0xff]), Buffer.from(GOOD)]),
      `line 6, byte offset ${BEFORE}: the bytes FF E7 are no character of utf-8`,
      `第 6 行，字节偏移 ${BEFORE}：字节 FF E7 不是 utf-8 的字符`,
    ],
    [
      'UTF-8 cut off',
      Buffer.from(GOOD + '完').subarray(0, -1),
      `line 6, byte offset ${BEFORE}: the file ends within a character (E5 AE, utf-8)`,
      `第 6 行，字节偏移 ${BEFORE}：文件在一个字符中间断了（E5 AE，utf-8）`,
    ],
    [
      'half UTF-8, half GBK',
      Buffer.concat([Buffer.from(GOOD), GBK]),
      `line 6, byte offset ${BEFORE}: utf-8 before, gb18030 from here on: two encodings in one file`,
      `第 6 行，字节偏移 ${BEFORE}：此前是 utf-8，此后是 gb18030，一个文件里有两种编码`,
    ],
    [
      'no encoding at all',
      Buffer.concat([GBK, Buffer.from([0xff]), GBK]),
      `line 1, byte offset ${GBK.length}: the bytes FF C8 are no character of gb18030`,
      `第 1 行，字节偏移 ${GBK.length}：字节 FF C8 不是 gb18030 的字符`,
    ],
    [
      'UTF-16 of odd length',
      utf16('\ufeff' + GOOD, 'le').subarray(0, -1),
      `line 5, byte offset ${GOOD.length * 2}: the file ends within a character (0A, utf-16le)`,
      `第 5 行，字节偏移 ${GOOD.length * 2}：文件在一个字符中间断了（0A，utf-16le）`,
    ],
  ])('%s', async (_, content, en, zh) => {
    const desk = await Desk.open()
    await desk.put('bad.txt', content)
    expect(await refused(desk, 'bad.txt')).toBe(`bad.txt: ${en}`)
    expect(await refused(desk, 'bad.txt', ['--lang', 'zh'])).toBe(`bad.txt：${zh}`)
  })

  test('an encoding that is not its own', async () => {
    const desk = await Desk.open()
    await desk.put('bad.txt', GBK)
    expect(await refused(desk, 'bad.txt', ['--encoding', 'utf-8'])).toBe(
      // 全 in GBK is a letter in UTF-8, 年 is none.
      'bad.txt: line 1, byte offset 2: the bytes C4 EA are no character of utf-8',
    )
    await desk.put('marked.txt', '\ufeff' + GOOD)
    const { code, stderr } = await desk.run(['clean', 'marked.txt', '--out', 'm', '--encoding', 'big5'])
    expect(code).toBe(1)
    expect(stderr).toContain('marked.txt: the mark at its start says utf-8')
    expect(stderr).toContain('leave --encoding out')
  })

  test('a folder, nothing, a file as a folder', async () => {
    const desk = await Desk.open()
    await fs.mkdir(desk.path('bad.txt'))
    expect(await refused(desk, 'bad.txt')).toBe('bad.txt: this is a folder')
    expect(await refused(desk, 'none.txt')).toBe('none.txt: there is no such file')
    expect(await refused(desk, 'good.txt/deep.txt')).toBe('good.txt/deep.txt: there is no such file')
  })

  test.skipIf(process.platform === 'win32')('a link and a pipe', async () => {
    const desk = await Desk.open()
    await desk.put('target.md', GOOD)
    await fs.symlink(desk.path('target.md'), desk.path('bad.txt'))
    expect(await refused(desk, 'bad.txt')).toBe(
      `bad.txt: this is a symbolic link to ${desk.path('target.md')}`,
    )
    await fs.symlink(desk.path('nowhere'), desk.path('lost.txt'))
    expect(await refused(desk, 'lost.txt')).toBe('lost.txt: this is a symbolic link to ?')
    execFileSync('bash', ['-c', 'mkfifo "$0"', desk.path('pipe.txt')])
    expect(await refused(desk, 'pipe.txt')).toBe('pipe.txt: not a regular file (a pipe or a device)')
    expect(await refused(desk, '/dev/null')).toBe('/dev/null: not a regular file (a pipe or a device)')
  })

  test('no permission', async () => {
    const desk = await Desk.open()
    await desk.put('bad.txt', GOOD)
    const open = opening('bad.txt', () => Promise.reject(fault('EACCES')))
    expect(await refused(desk, 'bad.txt', [], { fs: { open } })).toBe('bad.txt: no permission to read it')
  })

  test('a file that vanishes before it is opened, and while it is read', async () => {
    const desk = await Desk.open()
    await desk.put('bad.txt', GOOD)
    const gone = opening('bad.txt', async (path, ...rest) => {
      await fs.rm(path)
      return fs.open(path, ...rest)
    })
    expect(await refused(desk, 'bad.txt', [], { fs: { open: gone } })).toBe('bad.txt: there is no such file')
    await desk.put('bad.txt', GOOD.repeat(100))
    const shrinks = opening('bad.txt', async (path, ...rest) => {
      const handle = await fs.open(path, ...rest)
      const stat = handle.stat.bind(handle)
      let looks = 0
      handle.stat = (async () => {
        if (looks++ === 1) await fs.truncate(path, 10)
        return stat()
      }) as unknown as typeof stat
      return handle
    })
    expect(await refused(desk, 'bad.txt', [], { fs: { open: shrinks } })).toBe(
      'bad.txt: the file changed while it was read',
    )
    await desk.put('bad.txt', GOOD)
    const stale = opening('bad.txt', async (path, ...rest) => {
      const handle = await fs.open(path, ...rest)
      handle.readFile = (() => Promise.reject(fault('ESTALE'))) as typeof handle.readFile
      return handle
    })
    expect(await refused(desk, 'bad.txt', [], { fs: { open: stale } })).toBe(
      'bad.txt: the file changed while it was read',
    )
  })

  test('a file of more bytes than fit, before it is read', async () => {
    const desk = await Desk.open()
    await desk.put('bad.txt', GOOD)
    const handle = await fs.open(desk.path('bad.txt'), 'r+')
    // A hole: it takes no room.
    await handle.truncate(2 ** 31)
    await handle.close()
    expect(await refused(desk, 'bad.txt')).toBe(
      'bad.txt: too large: 2,147,483,648 bytes, at most 2,147,483,647 fit',
    )
  })

  test('a name that would move the cursor is spelled out', async () => {
    const desk = await Desk.open()
    await desk.put('a\u001b[2J\u202etxt', '')
    expect(await refused(desk, 'a\u001b[2J\u202etxt')).toBe('a\\u{1b}[2J\\u{202e}txt: the file is empty')
  })
})

describe('a folder that cannot be written', () => {
  test('is a file, or lies in one', async () => {
    const desk = await Desk.open()
    await desk.put('a.txt', GOOD)
    expect((await desk.run(['clean', 'a.txt', '--out', 'o'])).code).toBe(0)
    for (const out of ['a.txt', 'a.txt/o']) {
      const { code, stderr } = await desk.run(['clean', 'a.txt', '--out', out])
      expect(code).toBe(1)
      expect(stderr).toContain('exists and is not a regular file')
    }
    expect(await desk.text('a.txt')).toBe(GOOD)
  })

  test.each([
    ['EACCES', 'no permission to write'],
    ['EROFS', 'read-only disk'],
    ['ENOSPC', 'the disk is full'],
    ['EWEIRD', 'cannot be written (EWEIRD)'],
  ])('%s', async (code, what) => {
    const desk = await Desk.open()
    await desk.put('a.txt', GOOD)
    expect((await desk.run(['clean', 'a.txt', '--out', 'o'])).code).toBe(0)
    const mkdir = (() => Promise.reject(fault(code))) as unknown as typeof fs.mkdir
    const refused = await desk.run(['clean', 'a.txt', '--out', 'p'], { fs: { mkdir } })
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain(what)
    expect(refused.stderr).toMatch(/^--out p: .*\n {2}What to do: .*\n$/)
  })
})

/** node's open, but for files of one name. */
function opening(
  name: string,
  other: (path: string, ...rest: [number]) => Promise<fs.FileHandle>,
): typeof fs.open {
  return ((path: string, flags: number, ...rest: []) =>
    path.endsWith(name) && typeof flags === 'number'
      ? other(path, flags)
      : fs.open(path, flags, ...rest)) as typeof fs.open
}
