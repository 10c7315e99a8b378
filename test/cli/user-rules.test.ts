import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Desk } from './desk.ts'

const RULES = `jiaokan-rules: 1
rules:
  - { id: 市斤, find: 市斤, replace: 斤, note: { zh: 本书统一用斤, en: this book says jin } }
  - { id: 年份, pattern: "(?<![0-9])([0-9]{2})年", replace: 20$1年, note: 年份写全 }
`
const BOOK = '综述\n\n【概况】亩产500市斤，比98年多100市斤。\n'

test('check, clean and the filter propose by the rules of a file, and change nothing', async () => {
  const desk = await Desk.open()
  await desk.put('r.yaml', RULES)
  await desk.put('a.txt', BOOK)
  const checked = await desk.run(['check', 'a.txt', '--rules', 'r.yaml'])
  expect(checked.code).toBe(1)
  expect(checked.stdout).toContain('a.txt:3:10: likely user/市斤: this book says jin\n')
  expect(checked.stdout).toContain('(accepting changes digits: “98年” becomes “2098年”)')
  const cleaned = await desk.run([
    'clean',
    'a.txt',
    '--out',
    'o',
    '--findings',
    '--rules',
    'r.yaml',
    '--off',
    'user/年份',
  ])
  expect(cleaned.code).toBe(0)
  expect(await desk.text('o/a.txt')).toContain('亩产500市斤，比98年多100市斤')
  expect(await desk.text('o/a.json')).toContain('"rule": "user/市斤"')
  expect(await desk.text('o/a.json')).not.toContain('user/年份')
  const lines = await desk.run(['clean', '--jsonl', '--findings', '--rules', 'r.yaml'], {
    stdin: `${JSON.stringify({ name: 'a', text: BOOK })}\n`,
  })
  expect(lines.stdout).toContain('user/年份')
})

test('a project that was made with rules is whole without them', async () => {
  const desk = await Desk.open()
  await desk.put('r.yaml', RULES)
  await desk.put('a.txt', BOOK)
  await desk.run(['clean', 'a.txt', '--out', 'o', '--project', '--rules', 'r.yaml'])
  expect((await desk.run(['verify', 'o/a.jiaokan'])).code).toBe(0)
  expect((await desk.run(['check', 'o/a.jiaokan'])).stdout).toContain('user/市斤: this book says jin')
  await desk.put('b.txt', BOOK.replace('全', '各'))
  const carried = await desk.run(['carry', 'o/a.jiaokan', 'b.txt', '--out', 'n', '--rules', 'r.yaml'])
  expect(carried.code).toBe(0)
  expect((await desk.run(['check', 'n/b.jiaokan'])).stdout).toContain('user/市斤')
})

test('rules says what they would propose in a book, before anything is done', async () => {
  const desk = await Desk.open()
  await desk.put('r.yaml', RULES)
  await desk.put('a.txt', BOOK)
  const { code, stdout } = await desk.run(['rules', 'r.yaml', 'a.txt'])
  expect(code).toBe(0)
  expect(stdout).toBe(
    [
      'r.yaml: 2 rules, all good',
      'a.txt: user/市斤 2 places',
      '  a.txt:3:10: 市斤 → 斤',
      '  a.txt:3:21: 市斤 → 斤',
      'a.txt: user/年份 1 place',
      '  a.txt:3:14: 98年 → 2098年 (changes digits)',
      '',
    ].join('\n'),
  )
  expect(await desk.files()).toEqual(['a.txt', 'r.yaml'])
  expect((await desk.run(['rules', 'r.yaml', 'none.txt'])).code).toBe(1)
})

test.each([['check', 'a.txt'], ['clean', 'a.txt', '--out', 'o'], ['rules']])(
  '%s refuses a file with one bad rule, says why, and does nothing',
  async (command, ...rest) => {
    const desk = await Desk.open()
    await desk.put('a.txt', BOOK)
    await desk.put('r.yaml', `${RULES}  - { id: 慢, pattern: "(年+)+月", note: 慢 }\n`)
    const given = command === 'rules' ? ['rules', 'r.yaml', 'a.txt'] : [command, ...rest, '--rules', 'r.yaml']
    const zh = await desk.run([...given, '--lang', 'zh'])
    expect(zh.code).toBe(2)
    expect(zh.stdout).toBe('')
    expect(zh.stderr).toContain('r.yaml')
    expect(zh.stderr).toContain('规则“慢”：同一段文字（如连写的“年”）可有越来越多种读法')
    expect((await desk.run(given)).stderr).toContain('rule “慢”: one text (such as “年” again and again)')
    expect(await desk.files()).toEqual(['a.txt', 'r.yaml'])
  },
)

test('a file of rules that is not there, no text, or no rules is an error of usage', async () => {
  const desk = await Desk.open()
  await desk.put('a.txt', BOOK)
  expect((await desk.run(['check', 'a.txt', '--rules', 'none.yaml'])).code).toBe(2)
  await desk.put('r.yaml', Buffer.from([0xff, 0xfe, 0x41]))
  expect((await desk.run(['check', 'a.txt', '--rules', 'r.yaml'])).stderr).toContain('save it as UTF-8')
  expect((await desk.run(['rules'])).code).toBe(2)
})

test('the example of docs/user-rules.md is taken, and does what the page says', async () => {
  const page = readFileSync(new URL('../../docs/user-rules.md', import.meta.url), 'utf8')
  const [file, book, said] = [...page.matchAll(/```\w*\n([^]*?)```/g)].map(([, text]) => text ?? '')
  const desk = await Desk.open()
  await desk.put('rules.yaml', file ?? '')
  await desk.put('book.txt', book ?? '')
  expect((await desk.run(['rules', 'rules.yaml', 'book.txt', '--lang', 'zh'])).stdout).toBe(said)
})
