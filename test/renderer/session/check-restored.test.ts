import { describe, expect, test } from 'vitest'
import type { Origin, RuleId } from '../../../src/core/corrections/correction.ts'
import type { Project } from '../../../src/core/project/project.ts'
import { writeProject } from '../../../src/core/project/write-project.ts'
import { decoder } from '../../../src/cli/decoder.ts'
import { checkRestored } from '../../../src/renderer/session/check-restored.ts'
import { bookOf } from '../../../src/renderer/session/stored-project.ts'
import { reconcile } from '../../../src/renderer/store/reconcile.ts'
import type { Engine } from '../../../src/renderer/worker/engine.ts'
import { checkBook, readBook } from '../../../src/renderer/worker/read-book.ts'
import { further, imported, unasked } from '../../project/made.ts'
import { Profile, value } from '../store/fixture.ts'
import { MemoryJournal } from '../store/memory-journal.ts'

const start = imported('科技创新\n\n【概况】 2017年，新建粮站18座，投入经费。\n')

function corrected(quote: string, insert: string, origin: Origin): Project {
  return further(start, unasked(start.document, quote, insert, origin))!.project
}

const rule = { kind: 'rule', rule: 'test/rule' as RuleId, version: 1 } as const
const whole = corrected('经费', '资金', { kind: 'manual' })
const digits = corrected('18', '81', rule)

describe('a project file', () => {
  const read = (project: Project) =>
    value(readBook(new TextEncoder().encode(writeProject(project)), decoder)).broken

  test('is taken with what an editor did, and with nothing to say', () => {
    expect(read(whole)).toEqual([])
  })

  test('says that a number changed which nobody changed, and where', () => {
    expect(read(digits)).toMatchObject([{ kind: 'digits', rawLine: 3, detail: 'edit: 18 -> 81' }])
  })

  test('says that a digit was lost', () => {
    expect(read(corrected('18', '1', rule))).toMatchObject([{ kind: 'digits', rawLine: 3 }])
  })
})

describe('a book that came back from its copy', () => {
  /** The window is opened on a library that is gone, beside the copy of this book. */
  async function restored(project: Project) {
    const profile = new Profile()
    const journal = new MemoryJournal()
    const { store } = await profile.window({}, journal)
    value(await store.importBooks([bookOf(project, { findings: 0 })]))
    profile.wipe()
    const next = (await profile.window({}, journal)).store
    const recovery = value(await reconcile(next, next.copies!))
    expect(recovery.restored).toHaveLength(1)
    const engine: Pick<Engine, 'checkBook'> = { checkBook: (given) => Promise.resolve(checkBook(given)) }
    return checkRestored({ store: next, engine }, recovery.restored)
  }

  test('is right as an editor left it', async () => {
    expect(await restored(whole)).toEqual([])
  })

  test('is told of where a number in it changed that nobody changed', async () => {
    expect(await restored(digits)).toEqual([
      {
        title: '云山年鉴',
        fault: expect.objectContaining({ kind: 'digits', rawLine: 3 }) as object,
        count: 1,
      },
    ])
  })

  test('is told of where its log does not fit', async () => {
    const other = imported('科技创新\n\n【概况】 2017年，新建粮站18座，投入资金。\n').project
    const mixed = { ...whole, source: { ...other.source, payload: whole.source.payload } }
    expect(await restored(mixed)).toMatchObject([{ fault: { kind: 'event' }, count: 1 }])
  })
})
