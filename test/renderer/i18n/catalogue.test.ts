import { describe, expect, test } from 'vitest'
import { fill } from '../../../src/renderer/i18n/catalogue.ts'
import { en } from '../../../src/renderer/i18n/en.ts'
import { I18n, languageOf } from '../../../src/renderer/i18n/i18n.svelte.ts'
import { zh, type Message } from '../../../src/renderer/i18n/zh.ts'

const keys = Object.keys(zh) as Message[]

/** The names that a message wants filled in, once each. */
function names(message: string): string[] {
  return [...new Set(Array.from(message.matchAll(/\{([^{}|]+)/g), (found) => found[1]!))].sort()
}

describe('the two languages', () => {
  test('have the same messages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
  })

  test('want the same filled in', () => {
    expect(keys.filter((key) => names(zh[key]).join() !== names(en[key]).join())).toEqual([])
  })

  test('have something to say, and say it without raising their voice', () => {
    expect(keys.filter((key) => zh[key].trim() === '' || en[key].trim() === '')).toEqual([])
    expect(keys.filter((key) => /[!！]/.test(zh[key] + en[key]))).toEqual([])
  })

  test('punctuate as their readers do', () => {
    // Half-width marks between Han, or straight quotes, would look odd in a tool that mends them.
    expect(keys.filter((key) => /\p{Script=Han}[,;:?()]|[,;:?()]\p{Script=Han}|["']/u.test(zh[key]))).toEqual(
      [],
    )
    expect(keys.filter((key) => /\p{Script=Han}|[，。；：]/u.test(en[key]))).toEqual([])
  })
})

describe('filling in', () => {
  const number = (value: number): string => `<${value}>`

  test('writes numbers and words', () => {
    expect(fill('{count} 本《{title}》', { count: 3, title: '云山' }, number)).toBe('<3> 本《云山》')
  })

  test('picks a word by number', () => {
    const message = '{count} {count|book|books}'
    expect(fill(message, { count: 1 }, number)).toBe('<1> book')
    expect(fill(message, { count: 2 }, number)).toBe('<2> books')
    expect(fill(message, { count: 0 }, number)).toBe('<0> books')
  })

  test('takes values as they are, braces included', () => {
    expect(fill('{a}{b}', { a: '{b}', b: '$&' }, number)).toBe('{b}$&')
  })

  test('leaves a brace that nobody fills', () => {
    expect(fill('{a}', {}, number)).toBe('{a}')
  })
})

describe('the language of the moment', () => {
  test('is the system’s until the editor says otherwise', () => {
    const i18n = new I18n('en')
    expect(i18n.t('view.library')).toBe('Library')
    i18n.choice = 'zh'
    expect(i18n.t('view.library')).toBe('书库')
    i18n.choice = 'system'
    expect(i18n.language).toBe('en')
  })

  test('is Chinese for every Chinese', () => {
    expect(['zh', 'zh-CN', 'zh-Hant-TW', 'ZH-hk'].map(languageOf)).toEqual(['zh', 'zh', 'zh', 'zh'])
    expect(['en-GB', 'de', 'ja-JP', 'zhx'].map(languageOf)).toEqual(['en', 'en', 'en', 'en'])
  })

  test('writes large numbers with separators', () => {
    const i18n = new I18n('zh')
    expect(i18n.t('import.characters', { count: 2_000_000 })).toBe('2,000,000 字')
    expect(i18n.percent(0.999)).toBe('99%')
  })
})
