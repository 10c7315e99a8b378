import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { BlockId } from '../../src/core/corrections/correction.ts'
import type { CorrectionId } from '../../src/core/corrections/edit.ts'
import { cleanSpan } from '../../src/core/corrections/reanchor.ts'
import { blocksOf } from '../../src/core/document/document.ts'
import type { DocumentEvent } from '../../src/core/document/event.ts'
import { joinBlocks, mergeBlocks } from '../../src/core/document/verbs/join-blocks.ts'
import { liftText } from '../../src/core/document/verbs/lift-text.ts'
import { splitBlock } from '../../src/core/document/verbs/split-block.ts'
import type { Block } from '../../src/core/structure/block.ts'
import { correctedText } from '../../src/core/structure/segments.ts'
import { cleanOffset, rawOffset, rawSpan } from '../../src/core/text/offset.ts'
import { imported, type Made } from '../project/made.ts'
import { carried, did, lines, outcomes, RAW, REWRAPPED } from './support.ts'

const names = { correction: 'c1' as CorrectionId, move: 'c2' as CorrectionId }
const created = 'n1' as BlockId

function blockOf({ document }: Made, words: string): Block {
  const found = blocksOf(document).find((b) => correctedText(document.raw, b).includes(words))
  if (!found) throw new Error(words)
  return found
}

function made<T extends DocumentEvent>(
  result: { ok: true; value: T } | { ok: false; error: { reason: string } },
): T {
  if (!result.ok) throw new Error(result.error.reason)
  return result.value
}

function splitAt(book: Made, words: string): Made {
  const block = blockOf(book, words)
  const at = correctedText(book.document.raw, block).indexOf(words)
  return did(book, made(splitBlock(book.document, block.id, cleanOffset(at), created)))
}

/** The second proof: other lines, an entry more, and a sentence of its own far away. */
const SECOND = REWRAPPED.replace('【粮食科技】', '【科普活动】 9月，举办科普展览。\n【粮食科技】')

describe('blocks become again what the editor made of them', () => {
  test('a split, at the same words', () => {
    const result = carried(splitAt(imported(RAW), '全县投入'), SECOND)
    expect(outcomes(result)).toEqual(['split moved'])
    expect(lines(result.document)).toContain('paragraph 全县投入科研经费1234万元，新建粮食质量检验站18座。')
  })

  test('a join, past the running head that came between', () => {
    const text = RAW.replace('【粮食科技】', '【粮食科技】 甲。\n')
    const book = imported(text)
    const [a, b] = [blockOf(book, '群众普遍'), blockOf(book, '县科协')]
    const joined = did(book, made(joinBlocks(book.document, a.id, b.id, names)))
    const result = carried(joined, text.replace('投入科研', '投\n入科研'))
    expect(outcomes(result)).toEqual(['joined moved'])
    expect(lines(result.document)).toContain(lines(joined.document).find((line) => line.includes('县科协')))
  })

  test('two blocks that were merged', () => {
    const text = RAW.replace('【粮食科技】', '【粮食科技】 甲。\n')
    const book = imported(text)
    const [a, b] = [blockOf(book, '群众普遍'), blockOf(book, '县科协')]
    const merged = did(book, made(mergeBlocks(book.document, [a.id, b.id], names)))
    const result = carried(merged, text.replace('投入科研', '投\n入科研'))
    expect(outcomes(result)).toEqual(['merged moved'])
    expect(lines(result.document)).toContain(lines(merged.document).find((line) => line.includes('县科协')))
  })

  test('a lift, with its role and its text', () => {
    const book = imported(RAW)
    const block = blockOf(book, '发放资料')
    const at = correctedText(book.document.raw, block).indexOf('发放资料3000分')
    const selection = cleanSpan(at, at + '发放资料3000分'.length)
    const to = { created, correction: names.correction, role: 'caption', place: 'after' } as const
    const lifted = did(book, made(liftText(book.document, block.id, selection, to)))
    const result = carried(lifted, SECOND)
    expect(outcomes(result)).toEqual(['lifted moved'])
    expect(lines(result.document)).toContain('caption 发放资料3000分')
  })

  test('a text that was typed in, as it reads at last; one that the new proof has is there already', () => {
    const book = imported(RAW)
    const after = blockOf(book, '科技下乡')
    const body = blockOf(book, '发放资料')
    const event: DocumentEvent = {
      type: 'typed-in',
      created,
      after: body.id,
      at: body.spans.at(-1)!.to,
      role: 'paragraph',
      correction: names.correction,
      text: '群众踊跃参加。',
    }
    expect(after.role).toBe('title')
    const typed = did(book, event)
    const result = carried(typed, SECOND)
    expect(outcomes(result)).toEqual(['typed-in moved'])
    expect(lines(result.document)).toContain('paragraph 群众踊跃参加。')
    const there = carried(typed, RAW.replace('3000分。\n', '3000分。\n群众踊跃参加。\n'))
    expect(outcomes(there)).toEqual(['typed-in already'])
  })

  test('a block that was moved', () => {
    const book = imported(RAW)
    const [block, after] = [blockOf(book, '周明远'), blockOf(book, '科技创新')]
    const what = { kind: 'block', block: block.id, at: block.spans[0].from, after: after.id } as const
    const moved = did(book, { type: 'moved', correction: names.correction, reason: { key: 'moved' }, what })
    const result = carried(moved, SECOND)
    expect(outcomes(result)).toEqual(['moved moved'])
    expect(lines(result.document)[1]).toBe(lines(moved.document)[1])
  })

  test('words that were moved into another sentence', () => {
    const book = imported(RAW)
    const at = RAW.indexOf('共有')
    const into = blockOf(book, '共有科技人员')
    const after = rawOffset(RAW.indexOf('云山县共有'))
    const what = {
      kind: 'text',
      spans: [rawSpan(at, at + 2)],
      replaces: ['共有'],
      into: into.id,
      after,
    } as const
    const moved = did(book, { type: 'moved', correction: names.correction, reason: { key: 'moved' }, what })
    const result = carried(moved, SECOND)
    expect(outcomes(result)).toEqual(['moved moved'])
    expect(lines(result.document).join()).toContain('2017年，共有云山县科技人员')
  })

  test('an engine’s lift that was put back', () => {
    const text = readFileSync(
      new URL('../golden/interleaved-caption-mid-word/raw.txt', import.meta.url),
      'utf8',
    )
    const book = imported(text)
    const lift = [...book.document.corrections.values()].find((c) => c.kind === 'move')
    expect(lift).toBeDefined()
    const back = did(book, { type: 'corrected', added: [], withdrawn: [lift!.id] })
    const result = carried(back, text.replace('。', '。\n'))
    expect(outcomes(result)).toEqual(['reverted moved'])
  })
})

describe('what has no place is said, with the reason', () => {
  test('words that are gone, words with something new between them, blocks that are others', () => {
    const book = splitAt(imported(RAW), '全县投入')
    expect(outcomes(carried(book, RAW.replace(/比上年[^】]*】/, '【')))).toEqual(['split conflict gone'])
    expect(outcomes(carried(book, RAW.replace('12人。全县', '12人。其中女性5人。全县')))).toEqual([
      'split conflict changed',
    ])
    expect(outcomes(carried(book, RAW.replace('全县投入', '\n【投入】 全县投入')))).toEqual([
      'split conflict changed',
    ])
    expect(outcomes(carried(book, RAW.replace('12人。全县投入', '12人。\n（李明）\n全县投入')))).toEqual([
      'split conflict changed',
    ])
  })

  test('a border that is there by itself is there already', () => {
    const book = imported(RAW.replace('四百余人。', '四百余人。会后发放资料。'))
    const split = splitAt(book, '会后发放')
    const now = carried(split, RAW.replace('四百余人。', '四百余人。\n    会后发放资料。'))
    expect(outcomes(now)).toEqual(['split already'])
  })
})
