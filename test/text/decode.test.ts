import { describe, expect, test } from 'vitest'
import {
  decode,
  fromString,
  type Decoded,
  type DecodeError,
  type DecodeOptions,
} from '../../src/core/text/decode.ts'
import { parseEncoding } from '../../src/core/text/encoding.ts'
import { decoder as port } from '../../src/cli/decoder.ts'
import { SAMPLES, utf16 } from './encoded.ts'

const PAGE = '综述\n\n【概况】 2019年末，岚溪县有小学42所、幼儿园71所。\n全年新建校舍4幢，教职工5,126人。\n'
const GB_LINE = Buffer.from(SAMPLES[2]!.base64, 'base64')

function good(bytes: Uint8Array, options?: DecodeOptions): Decoded {
  const result = decode(bytes, port, options)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

function bad(bytes: Uint8Array, options?: DecodeOptions): DecodeError {
  const result = decode(bytes, port, options)
  if (result.ok) throw new Error(`was read as ${result.value.encoding}`)
  return result.error
}

describe('what is accepted', () => {
  test('UTF-8 without and with a mark', () => {
    const plain = good(Buffer.from(PAGE))
    expect(plain).toMatchObject({ encoding: 'utf-8', evidence: 'valid', bom: false, newline: 'lf' })
    expect(plain.raw.text).toBe(PAGE)
    const marked = good(Buffer.from('\ufeff' + PAGE))
    expect(marked).toMatchObject({ encoding: 'utf-8', evidence: 'bom', bom: true })
    expect(marked.raw.text).toBe(PAGE)
    expect(marked.raw.sha256).not.toBe(plain.raw.sha256)
    expect(plain.raw.sha256).toBe(port.sha256(Buffer.from(PAGE)))
  })

  test.each(['le', 'be'] as const)('UTF-16 %s with a mark, and without one', (order) => {
    const encoding = `utf-16${order}`
    expect(good(utf16('\ufeff' + PAGE, order))).toMatchObject({ encoding, evidence: 'bom', bom: true })
    const bare = good(utf16(PAGE, order))
    expect(bare).toMatchObject({ encoding, evidence: 'nul-pattern', bom: false })
    expect(bare.raw.text).toBe(PAGE)
  })

  test.each(['le', 'be'] as const)(
    'UTF-16 %s full of 一 and ideographic spaces, whose NULs stand on the other side',
    (order) => {
      const text = '　　一九八一年一月一日，第一届一次会议。\n　　一一列举，一并办理一千一百一十一件。\n'
      expect(good(utf16(text, order)).raw.text).toBe(text)
    },
  )

  test.each(SAMPLES)('$encoding by its characters: $text', ({ encoding, text, base64 }) => {
    const read = good(Buffer.from(base64, 'base64'))
    expect(read).toMatchObject({ encoding, evidence: 'score', bom: false })
    expect(read.raw.text).toBe(text)
  })

  test('GBK with traditional characters, and GB 18030 in four bytes', () => {
    // 轄鎮傳統繁體 and 𠮷野㐂, the latter too rare to be guessed.
    expect(good(Buffer.from('dda0e68282f7bd79b7b1f377', 'hex')).raw.text).toBe('轄鎮傳統繁體')
    expect(good(Buffer.from('9534b235d2b08139ef31', 'hex'), { encoding: 'gb18030' }).raw.text).toBe('𠮷野㐂')
  })

  test('ASCII is UTF-8, and so are letters with accents', () => {
    expect(good(Buffer.from('ISBN 978-7')).encoding).toBe('utf-8')
    expect(good(Buffer.from('Société générale, Čeština')).encoding).toBe('utf-8')
  })

  test('a few characters of GBK that are valid UTF-8, too', () => {
    const bytes = Buffer.from('d2bbd0a1d1a7', 'hex')
    expect(port.decode('utf-8', bytes)).toBe('һСѧ')
    expect(good(bytes)).toMatchObject({ encoding: 'gb18030', raw: { text: '一小学' } })
    expect(good(Buffer.from('Кириллица')).encoding).toBe('utf-8')
  })

  test('an encoding that the editor names is believed', () => {
    const bytes = Buffer.from(SAMPLES[0]!.base64, 'base64')
    expect(good(bytes, { encoding: 'big5' })).toMatchObject({ encoding: 'big5', evidence: 'override' })
    expect(good(utf16('云山年鉴', 'le'), { encoding: 'utf-16le' }).raw.text).toBe('云山年鉴')
  })

  test.each([
    ['a\nb\n', 'lf', 'a\nb\n'],
    ['a\r\nb\r\n', 'crlf', 'a\nb\n'],
    ['a\rb\r', 'cr', 'a\nb\n'],
    ['a\r\rb', 'cr', 'a\n\nb'],
    ['a\r\nb\nc', 'mixed', 'a\nb\nc'],
    ['a\r\nb\r', 'mixed', 'a\nb\n'],
    ['a', 'lf', 'a'],
    ['a\u0085b\u2028c\fd\n', 'lf', 'a\u0085b\u2028c\fd\n'],
  ])('line ends of %j are %s', (text, newline, clean) => {
    const read = good(Buffer.from(text))
    expect(read.newline).toBe(newline)
    expect(read.raw.text).toBe(clean)
  })

  test('a mark in mid-text stays; a second one at the start goes', () => {
    expect(good(Buffer.from('综\ufeff述')).raw.text).toBe('综\ufeff述')
    expect(good(Buffer.from('\ufeff\ufeff综述'))).toMatchObject({ bom: true, raw: { text: '综述' } })
  })

  test('a stray NUL is text', () => {
    const text = PAGE.repeat(4) + '\0'
    expect(good(Buffer.from(text)).raw.text).toBe(text)
  })
})

describe('what is refused', () => {
  test('an empty file, and one with a mark alone', () => {
    expect(good(Buffer.from('综'))).toBeDefined()
    expect(bad(Buffer.from(''))).toEqual({ kind: 'empty' })
    expect(bad(Buffer.from('\ufeff'))).toEqual({ kind: 'only-bom', encoding: 'utf-8' })
    expect(bad(Buffer.from('\ufeff\ufeff'))).toEqual({ kind: 'only-bom', encoding: 'utf-8' })
    expect(bad(utf16('\ufeff', 'be'))).toEqual({ kind: 'only-bom', encoding: 'utf-16be' })
    expect(bad(Buffer.from('84319533', 'hex'))).toEqual({ kind: 'only-bom', encoding: 'gb18030' })
  })

  test.each([
    ['pdf', '%PDF-1.7\n'],
    ['zip', 'PK\x03\x04 xl/worksheets'],
    ['rtf', '{\\rtf1 x}'],
  ])('a %s by its first bytes, whatever encoding is named', (what, start) => {
    expect(good(Buffer.from('p' + start))).toBeDefined()
    expect(bad(Buffer.from(start))).toEqual({ kind: 'binary', what, at: 0 })
    expect(bad(Buffer.from(start), { encoding: 'utf-8' })).toEqual({ kind: 'binary', what, at: 0 })
  })

  test.each([
    ['ole', 'd0cf11e0a1b11ae1'],
    ['png', '89504e470d0a1a0a'],
    ['jpeg', 'ffd8ffe000104a46'],
    ['utf-32', 'fffe0000914e0000'],
  ])('a %s by its first bytes', (what, hex) => {
    expect(bad(Buffer.from(hex, 'hex'))).toEqual({ kind: 'binary', what, at: 0 })
  })

  test('more NULs than text', () => {
    const text = 'a'.repeat(198)
    expect(good(Buffer.from(`${text}\0\u4e00`))).toBeDefined()
    // Letters in pairs are ideographs of UTF-16, and yet no Chinese.
    const words = 'sections and entries of the book\0'.repeat(9)
    expect(bad(Buffer.from(words))).toEqual({ kind: 'binary', what: 'nul', at: 32 })
    expect(good(utf16(words.replaceAll('\0', ' '), 'be')).encoding).toBe('utf-16be')
    expect(bad(Buffer.from(`${text}\0\0\0`))).toEqual({ kind: 'binary', what: 'nul', at: 198 })
    expect(bad(Buffer.from(`${text}\0\0\0`), { encoding: 'gb18030' })).toEqual({
      kind: 'binary',
      what: 'nul',
      at: 198,
    })
  })

  test('a broken byte in UTF-8, with its offset, line and hex', () => {
    const before = Buffer.from(PAGE)
    expect(good(Buffer.concat([before, before]))).toBeDefined()
    expect(bad(Buffer.concat([before, Buffer.from([0xff]), before]))).toEqual({
      kind: 'invalid',
      encoding: 'utf-8',
      at: before.length,
      line: 5,
      bytes: 'FF E7',
      tried: ['utf-8'],
    })
    // With a mark the offset still counts from the first byte of the file.
    const marked = Buffer.concat([Buffer.from('\ufeff'), before, Buffer.from([0xff]), before])
    expect(bad(marked)).toMatchObject({ kind: 'invalid', at: before.length + 3, line: 5 })
  })

  test.each(['\r\n', '\r', '\n'])('a line ends at %j', (end) => {
    const before = Buffer.from(['综述', '', '【概况】', ''].join(end))
    for (const order of ['le', 'be'] as const) {
      const bytes = Buffer.concat([utf16('\ufeff' + before.toString(), order), Buffer.from([0xdc, 0xdc])])
      expect(bad(bytes)).toMatchObject({ kind: 'invalid', at: bytes.length - 2, line: 4 })
    }
    const bytes = Buffer.concat([before, Buffer.from([0xff]), before])
    expect(bad(bytes)).toMatchObject({ kind: 'invalid', at: before.length, line: 4 })
  })

  test('a word of UTF-8 that is cut or broken is no GBK', () => {
    const word = Buffer.from('综述')
    expect(good(word).encoding).toBe('utf-8')
    expect(bad(word.subarray(0, -1))).toMatchObject({
      kind: 'truncated',
      encoding: 'utf-8',
      at: 3,
      tried: ['utf-8'],
    })
    expect(bad(Buffer.concat([word, Buffer.from([0xff])]))).toMatchObject({
      kind: 'invalid',
      encoding: 'utf-8',
      at: 6,
    })
  })

  test.each([
    ['overlong', 'c0af'],
    ['a surrogate', 'eda080'],
    ['above U+10FFFF', 'f4908080'],
    ['a continuation byte alone', '80'],
  ])('%s in UTF-8', (_, hex) => {
    const bytes = Buffer.concat([Buffer.from(PAGE), Buffer.from(hex, 'hex'), Buffer.from(PAGE)])
    expect(bad(bytes)).toMatchObject({ kind: 'invalid', encoding: 'utf-8', at: Buffer.byteLength(PAGE) })
  })

  test('a broken byte is not taken for GB 18030, of which almost anything is a part', () => {
    const whole = Buffer.from('综述与概况，本县有小学四十二所')
    const dropped = Buffer.concat([whole.subarray(0, 7), whole.subarray(9)])
    expect(port.decode('gb18030', dropped)).not.toBeNull()
    expect(good(whole).encoding).toBe('utf-8')
    expect(bad(dropped)).toMatchObject({ kind: 'invalid', encoding: 'utf-8', at: 6 })
  })

  test('a character cut off at the end', () => {
    const utf8 = Buffer.from(PAGE + '完')
    expect(good(utf8)).toBeDefined()
    const cut = { kind: 'truncated', encoding: 'utf-8', at: Buffer.byteLength(PAGE), line: 5, bytes: 'E5 AE' }
    expect(bad(utf8.subarray(0, -1))).toMatchObject(cut)
    expect(good(GB_LINE)).toBeDefined()
    expect(bad(GB_LINE.subarray(0, -1))).toMatchObject({
      kind: 'truncated',
      encoding: 'gb18030',
      at: GB_LINE.length - 2,
      bytes: 'A1',
      tried: ['utf-8', 'gb18030', 'big5'],
    })
    expect(bad(utf16('\ufeff' + PAGE, 'le').subarray(0, -1))).toMatchObject({
      kind: 'truncated',
      encoding: 'utf-16le',
    })
    expect(bad(utf16(PAGE, 'be').subarray(0, -1))).toMatchObject({ kind: 'truncated', encoding: 'utf-16be' })
  })

  test('a broken byte in GB 18030', () => {
    const bytes = Buffer.concat([
      GB_LINE,
      Buffer.from('\n'),
      GB_LINE.subarray(0, 10),
      Buffer.from([0xff]),
      GB_LINE,
    ])
    expect(bad(bytes)).toMatchObject({
      kind: 'invalid',
      encoding: 'gb18030',
      at: GB_LINE.length + 11,
      line: 2,
    })
  })

  test('a lone surrogate in UTF-16', () => {
    const bytes = Buffer.concat([utf16('\ufeff' + PAGE, 'le'), Buffer.from([0x00, 0xdc]), utf16(PAGE, 'le')])
    expect(bad(bytes)).toMatchObject({
      kind: 'invalid',
      encoding: 'utf-16le',
      at: 2 + PAGE.length * 2,
      line: 5,
    })
  })

  test('two texts glued together, at the place where they meet', () => {
    const utf8 = Buffer.from(PAGE)
    const line = Buffer.concat([GB_LINE, Buffer.from('\n')])
    expect(bad(Buffer.concat([utf8, line]))).toEqual({
      kind: 'mixed',
      before: 'utf-8',
      after: 'gb18030',
      // The first character of GBK after the year, which is the same in both.
      at: utf8.length + 4,
      line: 5,
    })
    expect(bad(Buffer.concat([line, utf8]))).toEqual({
      kind: 'mixed',
      before: 'gb18030',
      after: 'utf-8',
      at: line.length,
      line: 2,
    })
    // 全 in GBK is a letter in UTF-8, too, and belongs to what follows.
    const other = Buffer.from(SAMPLES[3]!.base64, 'base64')
    expect(bad(Buffer.concat([utf8, other]))).toMatchObject({ kind: 'mixed', at: utf8.length })
    expect(bad(Buffer.concat([Buffer.from('\ufeff'), utf8, line, utf8]))).toMatchObject({
      kind: 'mixed',
      at: 3 + utf8.length + 4,
    })
  })

  test('a mark that speaks against the encoding that was named', () => {
    const marked = Buffer.from('\ufeff' + PAGE)
    expect(good(marked, { encoding: 'utf-8' }).raw.text).toBe(PAGE)
    expect(bad(marked, { encoding: 'gb18030' })).toEqual({ kind: 'contradicted', marked: 'utf-8' })
  })

  test('a wrong encoding that was named, at the first byte that does not fit', () => {
    expect(bad(GB_LINE, { encoding: 'utf-8' })).toMatchObject({
      kind: 'invalid',
      encoding: 'utf-8',
      at: 4,
      tried: ['utf-8'],
    })
    expect(bad(Buffer.from(PAGE), { encoding: 'gb18030' })).toMatchObject({
      kind: 'invalid',
      encoding: 'gb18030',
    })
  })

  test('Big5 outside of the standard, which the hosts read differently', () => {
    expect(good(Buffer.from(SAMPLES[4]!.base64, 'base64'), { encoding: 'big5' })).toBeDefined()
    for (const hex of ['8740', 'c6a1', 'f9ff', '80', 'ff']) {
      const bytes = Buffer.concat([Buffer.from(SAMPLES[4]!.base64, 'base64'), Buffer.from(hex, 'hex')])
      expect(bad(bytes, { encoding: 'big5' }), hex).toMatchObject({
        kind: 'invalid',
        encoding: 'big5',
        at: 8,
      })
    }
  })

  test('more than a string can hold, before it is decoded', () => {
    const cannot = { ...port, decode: () => null }
    for (const [text, units] of [
      ['综述𠮷', 4],
      ['abcd', 4],
    ] as const) {
      expect(good(Buffer.from(text), { limit: 4 }).raw.text).toBe(text)
      expect(decode(Buffer.from(text), cannot, { limit: 3 })).toEqual({
        ok: false,
        error: { kind: 'too-large', units, limit: 3 },
      })
    }
    const gb = Buffer.from('9534b235d2b08139ef3141', 'hex')
    expect(good(gb, { encoding: 'gb18030', limit: 5 }).raw.text).toHaveLength(5)
    expect(bad(gb, { encoding: 'gb18030', limit: 4 })).toEqual({ kind: 'too-large', units: 5, limit: 4 })
    expect(bad(utf16('\ufeff综述', 'le'), { limit: 1 })).toEqual({ kind: 'too-large', units: 2, limit: 1 })
  })

  test('an encoding that the host cannot read', () => {
    const error = decode(Buffer.from('综述'), { ...port, decode: () => null })
    expect(error).toEqual({ ok: false, error: { kind: 'unsupported', encoding: 'utf-8' } })
  })
})

test('text that comes as a string', () => {
  const read = fromString('\ufeff综述\r\n甲\r', 'ab')
  expect(read).toMatchObject({
    ok: true,
    value: { raw: { text: '综述\n甲\n', sha256: 'ab' }, bom: true, newline: 'mixed' },
  })
  expect(fromString('', 'ab')).toEqual({ ok: false, error: { kind: 'empty' } })
  expect(fromString('\ufeff', 'ab')).toEqual({ ok: false, error: { kind: 'only-bom', encoding: 'utf-8' } })
  expect(fromString('甲\r\n乙\ud842', 'ab')).toEqual({
    ok: false,
    error: { kind: 'lone-surrogate', line: 2 },
  })
})

test('names of encodings as people write them', () => {
  expect(['UTF8', 'GBK', 'gb2312', 'GB 18030', 'Big5', 'UTF-16LE', 'cp936'].map(parseEncoding)).toEqual([
    'utf-8',
    'gb18030',
    'gb18030',
    'gb18030',
    'big5',
    'utf-16le',
    'gb18030',
  ])
  expect(['latin1', '', 'constructor', '__proto__'].map(parseEncoding)).toEqual([null, null, null, null])
})
