import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { filter } from '../../src/cli/jsonl.ts'
import { ALL_RULES } from '../../src/core/switches.ts'
import { messagesIn } from '../../src/cli/messages.ts'
import type { Io } from '../../src/cli/io.ts'
import { assertValid } from '../export/schema.ts'
import { Desk, GOOD } from './desk.ts'

const line = (name: string, text: string): string => JSON.stringify({ name, text }) + '\n'

async function filtered(
  stdin: string | Uint8Array | Uint8Array[],
  argv: string[] = [],
): Promise<{ code: number; out: Record<string, unknown>[] }> {
  const desk = await Desk.open()
  const { code, stdout, stderr } = await desk.run(['clean', '--jsonl', ...argv], { stdin })
  expect(stderr).toBe('')
  expect(await desk.files()).toEqual([])
  expect(stdout === '' || stdout.endsWith('\n')).toBe(true)
  return {
    code,
    out: stdout
      .split('\n')
      .slice(0, -1)
      .map((l) => JSON.parse(l) as Record<string, unknown>),
  }
}

describe('the filter', () => {
  test('gives one book a line, in order', async () => {
    const { code, out } = await filtered(line('a', GOOD) + line('b.txt', '甲。\r\n') + line('c', '乙。'))
    expect(code).toBe(0)
    out.forEach(assertValid)
    expect(out.map((o) => (o['sources'] as { name: string }[])[0]!.name)).toEqual(['a', 'b.txt', 'c'])
    expect(out[1]).toMatchObject({
      sources: [
        { sha256: createHash('sha256').update('甲。\r\n').digest('hex'), encoding: 'utf-8', characters: 3 },
      ],
      categories: [{ sections: [{ entries: [{ paragraphs: ['甲。'] }] }] }],
    })
  })

  test('takes additions, and - for its input', async () => {
    const { code, out } = await filtered(line('a', GOOD), ['--findings', '--corrections', '--spans', '-'])
    expect(code).toBe(0)
    assertValid(out[0])
    expect(out[0]).toHaveProperty('corrections')
  })

  test('of nothing gives nothing', async () => {
    expect(await filtered('')).toEqual({ code: 0, out: [] })
  })

  test('does not mind where the stream is cut, a mark at its start, CRLF, or a last line without an end', async () => {
    const whole = Buffer.from(
      ('\ufeff' + line('a', GOOD) + line('b', '甲。\u2028乙。')).trimEnd().replace('\n', '\r\n'),
    )
    const { code, out } = await filtered(whole)
    expect(code).toBe(0)
    expect(out).toHaveLength(2)
    for (const size of [1, 7, 64]) {
      const pieces: Uint8Array[] = []
      for (let at = 0; at < whole.length; at += size) pieces.push(whole.subarray(at, at + size))
      expect((await filtered(pieces)).out).toEqual(out)
    }
  })

  test.each<[string, string | Uint8Array, string, string?]>([
    ['no JSON', '{"name":', 'not-json'],
    ['a blank line', '', 'not-json'],
    ['an array', '["a","b"]', 'not-a-document'],
    ['null', 'null', 'not-a-document'],
    ['no text', '{"name":"x"}', 'not-a-document'],
    ['no name', '{"name":"","text":"甲"}', 'not-a-document'],
    ['a number for text', '{"name":"x","text":1}', 'not-a-document'],
    ['text from a prototype', '{"name":"x","__proto__":{"text":"甲"}}', 'not-a-document'],
    ['empty text', '{"name":"x","text":""}', 'empty', 'x'],
    ['half a character', '{"name":"x","text":"甲\\ud842"}', 'lone-surrogate', 'x'],
    ['broken UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'not-utf-8'],
  ])('answers %s with an error in its place, and goes on', async (_, bad, kind, name) => {
    expect((await filtered(line('a', GOOD))).code).toBe(0)
    const { code, out } = await filtered(
      Buffer.concat([Buffer.from(line('a', GOOD)), Buffer.from(bad), Buffer.from('\n' + line('c', '乙。'))]),
    )
    expect(code).toBe(1)
    expect(out).toHaveLength(3)
    expect(out[1]).toEqual({
      error: { line: 2, kind, message: expect.any(String) as string, ...(name ? { name } : {}) },
    })
    assertValid(out[0])
    assertValid(out[2])
  })

  test('lets a line go by that is too long to be kept', async () => {
    const out: string[] = []
    const io = {
      stdin: (async function* () {
        await Promise.resolve()
        for (const part of ['"' + 'x'.repeat(50), 'x'.repeat(50), '"\n', line('c', '乙。')])
          yield Buffer.from(part)
      })(),
      stdout: { write: (text: string) => Promise.resolve(void out.push(text)) },
    } as unknown as Io
    const options = {
      strict: false,
      choice: ALL_RULES,
      longest: 60,
      export: { stem: '', messages: () => '' },
    }
    expect(await filter(io, messagesIn('en'), options)).toBe(false)
    expect(out.map((o) => Object.keys(JSON.parse(o) as object)[0])).toEqual(['error', 'format'])
  })

  test('stops in silence when its reader has seen enough', async () => {
    const desk = await Desk.open()
    let asked = 0
    const many = (async function* () {
      await Promise.resolve()
      for (;;) {
        asked++
        yield Buffer.from(line('a', '甲。'))
      }
    })()
    const { code, stdout, stderr } = await desk.run(['clean', '--jsonl'], { stdin: many as never, reader: 2 })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.split('\n')).toHaveLength(3)
    expect(asked).toBe(3)
  })
})
