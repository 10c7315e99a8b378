import { describe, expect, test } from 'vitest'
import { retype } from '../../src/core/document/verbs/retype.ts'
import { cleanSpan } from '../../src/core/corrections/reanchor.ts'
import { writeProject } from '../../src/core/project/write-project.ts'
import { correctedText } from '../../src/core/structure/segments.ts'
import { further, imported, type Made } from '../project/made.ts'
import { Desk } from './desk.ts'

const RAW = '综述\n【概况】 2017年，新建粮站18\n\n座，投入经费2O0万元。\n【粮食科技】 覆盖粮站2 6座。\n'

/** The book after an editor has retyped a word. */
function worked(insert = '资金'): Made {
  const made = imported(RAW, '云山年鉴')
  const { document } = made
  const block = document.order
    .map((id) => document.blocks.get(id)!)
    .find((b) => correctedText(document.raw, b).includes('经费'))!
  const at = correctedText(document.raw, block).indexOf('经费')
  const event = retype(document, block.id, { span: cleanSpan(at, at + 2), insert }, 'm1' as never)
  return further(made, event.ok && event.value ? event.value : { type: 'undone', seq: 0 })!
}

const file = writeProject(worked().project)

describe('clean --project', () => {
  test('writes a book to be worked on, that exports as it was cleaned', async () => {
    const desk = await Desk.open()
    await desk.put('a.txt', RAW)
    expect((await desk.run(['clean', 'a.txt', '--out', 'o', '--project'])).code).toBe(0)
    expect(await desk.files()).toEqual(['a.txt', 'o/a.jiaokan', 'o/a.json', 'o/a.txt'])
    expect(await desk.run(['verify', 'o/a.jiaokan'])).toMatchObject({ code: 0 })
    const made = await desk.run(['export', 'o/a.jiaokan', '--out', 'p'])
    expect(made).toMatchObject({ code: 0, stdout: 'o/a.jiaokan -> a.json, a.txt (a, 1 events)\n' })
    for (const name of ['a.json', 'a.txt'])
      expect(await desk.text(`p/${name}`)).toBe(await desk.text(`o/${name}`))
  })

  test('never over a book that is there as an input', async () => {
    const desk = await Desk.open()
    await desk.put('a.jiaokan', '甲\n')
    const made = await desk.run(['clean', 'a.jiaokan', '--out', '.', '--format', 'json', '--project'])
    expect(made).toMatchObject({ code: 2 })
    expect(await desk.text('a.jiaokan')).toBe('甲\n')
  })
})

describe('export', () => {
  test('writes what the editor has decided, named after the raw text', async () => {
    const desk = await Desk.open()
    await desk.put('mine.jiaokan', file)
    expect((await desk.run(['export', 'mine.jiaokan', '--out', 'o', '--format', 'text'])).code).toBe(0)
    expect(await desk.files()).toEqual(['mine.jiaokan', 'o/yunshan.txt'])
    expect(await desk.text('o/yunshan.txt')).toContain('【概况】2017年，新建粮站18座，投入资金200万元。')
  })

  test('refuses a damaged book, says where, and writes nothing of it', async () => {
    const desk = await Desk.open()
    await desk.put('a.jiaokan', file.replace('新建粮站', '新建粮店'))
    const made = await desk.run(['export', 'a.jiaokan', '--out', 'o'])
    expect(made.code).toBe(1)
    expect(made.stderr).toBe(
      'a.jiaokan: this line has changed since it was written, line 4 of the file\n' +
        '  What to do: take a backup, or fetch a whole copy from where it came; jiaokan verify lists all that is wrong\n',
    )
    expect(await desk.files()).toEqual(['a.jiaokan'])
  })

  test('two books of one name are an error before anything is written', async () => {
    const desk = await Desk.open()
    await desk.put('a.jiaokan', file)
    await desk.put('b.jiaokan', writeProject(worked('款项').project))
    expect((await desk.run(['export', 'a.jiaokan', 'b.jiaokan', '--out', 'o'])).code).toBe(2)
    expect(await desk.files()).toEqual(['a.jiaokan', 'b.jiaokan'])
  })

  test('a name in a file leads nowhere else', async () => {
    const desk = await Desk.open()
    const { project } = worked()
    const odd = { ...project, source: { ...project.source, name: '../../up/..\\x.txt' } }
    await desk.put('in/a.jiaokan', writeProject(odd))
    expect((await desk.run(['export', 'in/a.jiaokan', '--out', 'o', '--format', 'text'])).code).toBe(0)
    expect(await desk.files()).toEqual(['in/a.jiaokan', 'o/x.txt'])
  })
})

describe('verify', () => {
  test('says that a file is sound', async () => {
    const desk = await Desk.open()
    await desk.put('a.jiaokan', file)
    const made = await desk.run(['verify', 'a.jiaokan'], { env: { LANG: 'zh_CN.UTF-8' } })
    expect(made).toMatchObject({ code: 0, stderr: '' })
    expect(made.stdout).toMatch(
      /^a\.jiaokan：完好。云山年鉴，2 个事件，\d+ 处更正；校验链、引文、账目、数字锁都对\n$/,
    )
  })

  test('names every fault, and goes on with the next file', async () => {
    const desk = await Desk.open()
    await desk.put(
      'a.jiaokan',
      file.replace('新建粮站', '新建粮店').replace('"by":"editor"', '"by":"edit0r"'),
    )
    await desk.put('b.jiaokan', file)
    await desk.put('c.jiaokan', Uint8Array.of(...Buffer.from(file.slice(0, 60)), 0xff, 10))
    const made = await desk.run(['verify', 'a.jiaokan', 'b.jiaokan', 'c.jiaokan', 'd.jiaokan'])
    expect(made.code).toBe(1)
    expect(made.stdout).toMatch(
      /^a\.jiaokan: \d+ faults\n {2}this line has changed since it was written, line 4 of the file\n/,
    )
    expect(made.stdout).toContain('b.jiaokan: sound.')
    expect(made.stdout).toContain('c.jiaokan: 1 faults\n  it has bytes that are no UTF-8, line 1 of the file')
    expect(made.stderr).toContain('d.jiaokan: there is no such file')
  })

  test('wants a file', async () => {
    const desk = await Desk.open()
    expect((await desk.run(['verify'])).code).toBe(2)
  })
})

describe('check', () => {
  test('lists findings with their places, and fails where there are any', async () => {
    const desk = await Desk.open()
    await desk.put('a.txt', RAW)
    const made = await desk.run(['check', 'a.txt'])
    expect(made.code).toBe(1)
    expect(made.stdout).toMatch(/^a\.txt:5:\d+: \w+ layout\/han-spaces: .+$/m)
    expect(made.stdout).toMatch(/^a\.txt: \d+ findings, \d+ of them to be settled$/m)
    expect(await desk.files()).toEqual(['a.txt'])
  })

  test('fails only from the level on that is asked for', async () => {
    const desk = await Desk.open()
    await desk.put('a.txt', RAW)
    const codes = await Promise.all(
      ['certain', 'likely', 'possible', 'doubtful'].map(async (level) => {
        const { code } = await desk.run(['check', 'a.txt', '--fail-on', level])
        return code
      }),
    )
    expect(codes).toEqual([...codes].sort())
    expect(codes.at(-1)).toBe(1)
    expect(codes[0]).toBe(0)
    expect((await desk.run(['check', 'a.txt', '--fail-on', 'all'])).code).toBe(2)
  })

  test('a text without any is well, and so is a project whose findings are settled', async () => {
    const desk = await Desk.open()
    await desk.put('a.txt', '综述\n【概况】 全县平安。\n')
    expect(await desk.run(['check', 'a.txt'])).toMatchObject({ code: 0, stdout: 'a.txt: no findings\n' })
    let made = imported(RAW)
    for (const key of made.document.suggestions.keys())
      made = further(made, { type: 'dismissed', suggestion: key, note: '' })!
    await desk.put('b.jiaokan', writeProject(imported(RAW).project))
    await desk.put('c.jiaokan', writeProject(made.project))
    expect((await desk.run(['check', 'b.jiaokan'])).code).toBe(1)
    expect(await desk.run(['check', 'c.jiaokan'])).toMatchObject({
      code: 0,
      stdout: 'c.jiaokan: no findings\n',
    })
  })
})

describe('diff', () => {
  test('of two texts shows the lines that differ, with what differs in them', async () => {
    const desk = await Desk.open()
    await desk.put('a.txt', '甲\n新建粮站18座\n丙\n')
    await desk.put('b.txt', '甲\n新建粮站19座\n丙\n丁\n')
    const made = await desk.run(['diff', 'a.txt', 'b.txt'])
    expect(made).toMatchObject({ code: 1, stderr: '' })
    expect(made.stdout).toBe(
      '@ 2 → 2\n- 新建粮站1[-8-]座\n+ 新建粮站1{+9+}座\n@ · → 4\n+ 丁\n' +
        '1 lines changed, 1 added, 0 removed; 1 of them change a number\n',
    )
  })

  test('of a book and itself is nothing, in whatever form it comes', async () => {
    const desk = await Desk.open()
    await desk.put('a.jiaokan', file)
    await desk.run(['export', 'a.jiaokan', '--out', 'o', '--format', 'json'])
    expect(await desk.run(['diff', 'a.jiaokan', 'o/yunshan.json'])).toMatchObject({
      code: 0,
      stdout: 'a.jiaokan and o/yunshan.json are the same\n',
    })
  })

  test('of two books names the entry', async () => {
    const desk = await Desk.open()
    await desk.put('a.jiaokan', file)
    await desk.put('b.jiaokan', writeProject(worked('款项').project))
    const { code, stdout } = await desk.run(['diff', 'a.jiaokan', 'b.jiaokan'])
    expect(code).toBe(1)
    expect(stdout).toContain('› 综述 › 概况\n')
    expect(stdout).toContain('[-资金-]')
    expect(stdout).toContain('{+款项+}')
  })

  test('says 2 where one cannot be read', async () => {
    const desk = await Desk.open()
    await desk.put('a.txt', '甲\n')
    expect((await desk.run(['diff', 'a.txt', 'none.txt'])).code).toBe(2)
    expect((await desk.run(['diff', 'a.txt'])).code).toBe(2)
    await desk.put('b.json', '{"format":"jiaokan.yearbook","version":1,"categories":[{"title":1}]}\n')
    // No export of ours, so a text like any other.
    expect((await desk.run(['diff', 'b.json', 'b.json'])).code).toBe(0)
  })
})

describe('carry', () => {
  test('lays decisions over a new proof, and says what became of each', async () => {
    const desk = await Desk.open()
    await desk.put('一校.jiaokan', file)
    await desk.put('二校.txt', RAW.replace('投入经费', '投入\n经费'))
    const made = await desk.run(['carry', '一校.jiaokan', '二校.txt', '--out', 'o'])
    expect(made).toMatchObject({ code: 0, stderr: '' })
    expect(made.stdout).toContain('1 carried over, 0 the new text has already, 0 to decide again\n')
    expect((await desk.run(['verify', 'o/二校.jiaokan'])).code).toBe(0)
    await desk.run(['export', 'o/二校.jiaokan', '--out', 'o', '--format', 'text'])
    expect(await desk.text('o/二校.txt')).toContain('投入资金200万元')
  })

  test('names what is to be decided again, with both lines, and notes it in the new book', async () => {
    const desk = await Desk.open()
    await desk.put('a.jiaokan', file)
    await desk.put('b.txt', RAW.replace('投入经费2O0万元', '共用款300万元'))
    const made = await desk.run(['carry', 'a.jiaokan', 'b.txt', '--out', '.'])
    expect(made.stdout).toContain('0 carried over, 0 the new text has already, 1 to decide again\n')
    expect(made.stdout).toMatch(
      /^ {2}correction: line 4 "经费" before, line 4 ".+" now: it reads otherwise, there or beside it$/m,
    )
    expect(await desk.text('b.jiaokan')).toContain('From the earlier proof, not carried over (correction)')
    expect((await desk.run(['carry', 'b.jiaokan', 'b.txt', '--out', '.'])).code).toBe(2)
    expect((await desk.run(['carry', 'a.jiaokan', '--out', '.'])).code).toBe(2)
    expect((await desk.run(['carry', 'b.txt', 'a.jiaokan', '--out', 'p'])).code).toBe(1)
  })
})
