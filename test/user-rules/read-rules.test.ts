import { expect, test } from 'vitest'
import { ruleFaultText, type RuleFault } from '../../src/core/user-rules/rule-fault.ts'
import { readRuleFile, writeRuleFile } from '../../src/rule-files/rule-file.ts'

const GOOD = { id: '市斤', find: '市斤', replace: '斤', roles: ['paragraph'], note: '本书统一用斤' }

const file = (...rules: readonly unknown[]): string => JSON.stringify({ 'jiaokan-rules': 1, rules })

function faults(text: string): readonly RuleFault[] {
  const read = readRuleFile(text)
  return read.ok ? [] : read.error
}

test('a file in YAML and the same in JSON are the same rules, and are written and read back', () => {
  const yaml = `
jiaokan-rules: 1
rules:
  - id: 市斤
    find: 市斤
    replace: 斤
    roles: [paragraph]
    note: 本书统一用斤
  - id: year.short
    pattern: (?<![0-9])(?<y>[0-9]{2})年
    flags: i
    replace: 20$<y>年
    note: { zh: 年份写全, en: years in full }
`
  const read = readRuleFile(yaml)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  expect(read.value).toEqual([
    {
      id: '市斤',
      find: { kind: 'text', text: '市斤' },
      replace: '斤',
      roles: ['paragraph'],
      note: { zh: '本书统一用斤', en: '本书统一用斤' },
    },
    {
      id: 'year.short',
      find: { kind: 'pattern', source: '(?<![0-9])(?<y>[0-9]{2})年', ignoreCase: true },
      replace: '20$<y>年',
      roles: ['title', 'paragraph', 'list', 'table', 'caption'],
      note: { zh: '年份写全', en: 'years in full' },
    },
  ])
  expect(readRuleFile(file(GOOD))).toEqual({ ok: true, value: [read.value[0]] })
  expect(readRuleFile(writeRuleFile(read.value))).toEqual(read)
})

test.each<readonly [string, string, readonly Partial<RuleFault>[]]>([
  ['no YAML', 'rules: [', [{ kind: 'not-yaml' }]],
  ['one key twice', 'rules: []\nrules: []', [{ kind: 'not-yaml' }]],
  ['a value that grows by aliases', 'a: &a [1]\nb: [*a, *a]', [{ kind: 'not-yaml' }]],
  ['something else', '{"format": "jiaokan.yearbook"}', [{ kind: 'not-rules' }]],
  ['nothing', '', [{ kind: 'not-rules' }]],
  ['a newer file', '{"jiaokan-rules": 2, "rules": []}', [{ kind: 'newer', detail: '2' }]],
  [
    'an unknown key on top',
    '{"jiaokan-rules": 1, "rules": [{}], "rule": 1}',
    [{ kind: 'unknown-key', detail: 'rule' }],
  ],
  ['no rule', file(), [{ rule: null, kind: 'no-rules' }]],
  ['too many rules', file(...Array<unknown>(101).fill(GOOD)), [{ kind: 'too-many', detail: '101' }]],
  ['too large a file', ' '.repeat(262_145), [{ kind: 'file-too-big', detail: '256 KB' }]],
  ['no rule but text', file('市斤'), [{ rule: '#1', kind: 'not-a-rule' }]],
  [
    'an unknown key',
    file({ ...GOOD, repalce: 'x' }),
    [{ rule: '市斤', kind: 'unknown-key', detail: 'repalce' }],
  ],
  [
    'a key of objects',
    file(GOOD).replace('"find"', '"__proto__":{},"find"'),
    [{ kind: 'unknown-key', detail: '__proto__' }],
  ],
  ['an id that is a number', file(GOOD, { ...GOOD, id: 7 }), [{ rule: '#2', kind: 'bad-id' }]],
  ['an id with a space', file({ ...GOOD, id: 'a b' }), [{ kind: 'bad-id' }]],
  ['one id twice', file(GOOD, { ...GOOD, find: '公斤' }), [{ rule: '市斤', kind: 'twice' }]],
  ['nothing to find', file({ ...GOOD, find: '' }), [{ kind: 'no-find' }]],
  ['an empty pattern', file({ id: 'a', pattern: '', note: '空' }), [{ rule: 'a', kind: 'no-find' }]],
  ['two things to find', file({ ...GOOD, pattern: '市斤' }), [{ kind: 'two-finds' }]],
  ['a number to find', file({ ...GOOD, find: 2019 }), [{ kind: 'not-text', detail: 'find' }]],
  ['a number as replacement', file({ ...GOOD, replace: 2019 }), [{ kind: 'not-text', detail: 'replace' }]],
  [
    'too long a pattern',
    file({ id: 'a', pattern: '年'.repeat(301), note: '长' }),
    [{ kind: 'too-long', detail: 'pattern' }],
  ],
  ['a line break', file({ ...GOOD, replace: '斤\n' }), [{ kind: 'control-character', detail: 'replace' }]],
  [
    'half a character',
    file({ ...GOOD, replace: '\ud840' }),
    [{ kind: 'control-character', detail: 'replace' }],
  ],
  [
    'a flag that changes how it runs',
    file({ id: 'a', pattern: '年', flags: 'gi', note: '旗' }),
    [{ kind: 'bad-flags', detail: 'gi' }],
  ],
  ['a flag for text', file({ ...GOOD, flags: 'i' }), [{ kind: 'bad-flags' }]],
  [
    'an unknown role',
    file({ ...GOOD, roles: ['paragraph', 'furniture'] }),
    [{ kind: 'bad-roles', detail: '["paragraph","furniture"]' }],
  ],
  ['no role', file({ ...GOOD, roles: [] }), [{ kind: 'bad-roles' }]],
  [
    'a role not in a list',
    file({ ...GOOD, roles: 'paragraph' }),
    [{ kind: 'bad-roles', detail: 'paragraph' }],
  ],
  ['no note', file({ id: 'a', find: '市斤' }), [{ kind: 'no-note' }]],
  ['an empty note', file({ ...GOOD, note: ' ' }), [{ kind: 'bad-note' }]],
  ['a note in English alone', file({ ...GOOD, note: { en: 'jin' } }), [{ kind: 'bad-note' }]],
  [
    'a group that is not there',
    file({ id: 'a', pattern: '(年)', replace: '$2', note: '组' }),
    [{ kind: 'unknown-group', detail: '$2' }],
  ],
  [
    'a name that is not there',
    file({ id: 'a', pattern: '(?<y>年)', replace: '$<z>', note: '组' }),
    [{ kind: 'unknown-group', detail: '$<z>' }],
  ],
  [
    'a lone sign of groups',
    file({ id: 'a', pattern: '年', replace: '5$', note: '组' }),
    [{ kind: 'unknown-group', detail: '$' }],
  ],
  ['nothing to change', file({ ...GOOD, replace: '市斤' }), [{ kind: 'no-change' }]],
  [
    'a pattern that stalls',
    file({ id: 'a', pattern: '(年+)+月', note: '慢' }),
    [{ rule: 'a', kind: 'slow', detail: '年' }],
  ],
  [
    'two rules, each with its fault',
    file({ id: 'a', find: '甲' }, GOOD, { ...GOOD, id: 'b', flags: 'i' }),
    [
      { rule: 'a', kind: 'no-note' },
      { rule: 'b', kind: 'bad-flags' },
    ],
  ],
])('%s is refused, with its reason in both languages', (_, text, wanted) => {
  const found = faults(text)
  expect(found).toMatchObject(wanted)
  expect(found).toHaveLength(wanted.length)
  for (const fault of found) {
    const [zh, en] = (['zh', 'en'] as const).map((language) => ruleFaultText(fault, language))
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).toMatch(/[a-z]{2}/)
    expect(`${zh} ${en}`).not.toMatch(/\{\d\}|!|！/)
    if (fault.rule !== null) expect(zh).toContain(fault.rule)
  }
})

test('what stands beside a bad rule is not taken either', () => {
  expect(readRuleFile(file(GOOD, { ...GOOD, id: 'b', note: undefined })).ok).toBe(false)
})
