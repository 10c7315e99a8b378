import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/core/analyse.ts'
import { analyseBook } from '../../src/core/analyse-book.ts'
import { figureCalls, FigureThread, type FigureCall } from '../../src/core/figures/beside.ts'
import type { BlockId, RuleId } from '../../src/core/corrections/correction.ts'
import { obey } from '../../src/core/obey.ts'
import type { Analysis, Suggestion } from '../../src/core/structure/block.ts'
import { rawText, type RawText } from '../../src/core/text/raw-text.ts'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

/** Long enough for a thread of its own. */
function longBook(): RawText {
  const one = read('../golden/figures-that-disagree/raw.txt') + read('../../resources/sample/sample.txt')
  const made = rawText(one.repeat(Math.ceil(210_000 / one.length)), 'f'.repeat(64))
  if (!made.ok) throw new Error(made.error.kind)
  return made.value
}

/** A thread as a host has it: what is sent is a copy and comes later. */
function thread(answers = true): { figures: FigureThread; calls: FigureCall[] } {
  const calls: FigureCall[] = []
  const serve = figureCalls((findings) => {
    const copy = structuredClone(findings)
    if (answers) setTimeout(() => figures.answered(copy))
  })
  const figures = new FigureThread((call) => {
    const copy = structuredClone(call)
    calls.push(copy)
    setTimeout(() => serve(copy))
  })
  return { figures, calls }
}

describe('figures in another thread', () => {
  const raw = longBook()
  const here = JSON.stringify(obey(raw, analyse(raw)))
  const figuresIn = (analysis: Analysis): Suggestion[] =>
    analysis.suggestions.filter((s) => s.rule.startsWith('figures/'))

  test('come out as they do in this one', async () => {
    const { figures, calls } = thread()
    const analysis = await analyseBook(raw, {}, () => figures)
    expect(JSON.stringify(analysis)).toBe(here)
    expect(figuresIn(analysis).length).toBeGreaterThan(20)
    expect(calls.map((c) => c.call)).toEqual([
      'begin',
      ...Array<string>(calls.length - 2).fill('take'),
      'findings',
    ])
    expect(calls.length).toBeGreaterThan(4)
  })

  test('of one book after another are not mixed up', async () => {
    const { figures } = thread()
    const callOff = (): never => {
      throw new Error('called off')
    }
    const given = analyseBook(raw, { onProgress: callOff }, () => figures)
    await expect(given).rejects.toThrow('called off')
    expect(JSON.stringify(await analyseBook(raw, {}, () => figures))).toBe(here)
  })

  test('of a book that nobody waits for any more are not given to the next', async () => {
    const { figures } = thread()
    figures.begin()
    figures.take([{ id: 'b0' as BlockId, role: 'paragraph', level: 1, text: '2019年4月31日，云山县开工。' }])
    void figures.findings(['figures/impossible-date' as RuleId])
    expect(JSON.stringify(await analyseBook(raw, {}, () => figures))).toBe(here)
    expect(figures.owes).toBe(false)
  })

  test('are those of the checks that are on', async () => {
    const { figures } = thread()
    const off = new Set(['figures/impossible-date' as RuleId])
    const found = figuresIn(await analyseBook(raw, { off }, () => figures))
    expect(found.length).toBeGreaterThan(20)
    expect(found.filter((s) => off.has(s.rule))).toEqual([])
  })

  test('are compared here where the thread stops', async () => {
    const { figures } = thread(false)
    const given = analyseBook(raw, {}, () => figures)
    setTimeout(() => figures.stopped(new Error('out of memory')))
    expect(JSON.stringify(await given)).toBe(here)
    // It has stopped before it is asked.
    await expect(figures.findings([])).rejects.toThrow('has failed')
  })

  test('of a short text need no thread', async () => {
    const short = rawText(read('../golden/figures-that-disagree/raw.txt'), 'f'.repeat(64))
    if (!short.ok) throw new Error(short.error.kind)
    const none = (): never => {
      throw new Error('a thread was asked for')
    }
    const analysis = await analyseBook(short.value, {}, none)
    expect(analysis).toEqual(obey(short.value, analyse(short.value)))
    expect(analysis.suggestions.some((s) => s.rule.startsWith('figures/'))).toBe(true)
  })
})
