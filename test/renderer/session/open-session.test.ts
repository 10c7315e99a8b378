import { describe, expect, it } from 'vitest'
import { packSnapshot } from '../../../src/core/document/snapshot.ts'
import { ok } from '../../../src/core/result.ts'
import { loadDocument } from '../../../src/renderer/session/open-session.ts'
import type { BookSource } from '../../../src/renderer/worker/book-api.ts'
import { openBook } from '../../../src/renderer/worker/open-book.ts'
import { type Portion, portions } from '../../../src/renderer/worker/portions.ts'
import { Shelf, state, textOf } from './book.ts'

const TEXT = `粮食

【概况】 2O19年，全县新建粮站18
座，改造面积1,200平
方米。比上年增长3 1%。（县粮食局）

【粮油供应】 设立放心粮油店45家，合格率l00%。
（周明远）
`

/** The worker without a thread: what it hands over goes through structured clone, as between threads. */
function worker() {
  let handover: Generator<Portion, undefined> | null = null
  return {
    open: (source: BookSource) => {
      const made = openBook(source)
      if (!made.ok) return Promise.resolve(made)
      handover = portions(made.value.base)
      return Promise.resolve(ok(undefined))
    },
    portion: () => Promise.resolve(structuredClone(handover?.next().value ?? null)),
  }
}

async function load(source: BookSource) {
  const loaded = await loadDocument(source, worker())
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error))
  return loaded.value
}

describe('opening a book', () => {
  it('from its log and from a snapshot gives the same, and undo goes back past the snapshot', async () => {
    const shelf = new Shelf(TEXT, true)
    const session = shelf.open()
    session.acceptAll(session.findings)
    const [first] = session.doc.order
    if (!first) throw new Error('no block')
    session.retype(first, '粮食工作')
    await session.saved()
    const source = shelf.source()
    const snapshot = packSnapshot(session.doc)
    session.retype(first, '粮食工作概况')
    await session.saved()
    const events = shelf.source().events.slice(source.events.length)
    expect(events.length).toBeGreaterThan(0)

    const whole = await load(shelf.source())
    const kept = await load({ ...source, snapshot, events })
    expect(state(whole)).toEqual(state(session.doc))
    expect(state(kept)).toEqual(state(session.doc))

    const again = shelf.open(kept)
    expect(again.undo() && textOf(again.doc, first)).toBe('粮食工作')
    expect(again.undo() && textOf(again.doc, first)).toBe('粮食')
    expect(again.undo() && again.doc.accepted.size).toBe(0)
    expect(again.redo() && again.redo() && textOf(again.doc, first)).toBe('粮食工作')
    expect(again.timeOf(2)).toBe(session.timeOf(2))
  })

  it('says that a snapshot cannot be read, so that the log is', async () => {
    const shelf = new Shelf(TEXT)
    const session = shelf.open()
    const snapshot = packSnapshot(session.doc)
    for (const [bad, kind] of [
      [snapshot.replace('"rules"', '"rulez"'), 'damaged'],
      [snapshot.replace('"version":1', '"version":2'), 'newer-version'],
      ['', 'not-json'],
    ]) {
      const loaded = await loadDocument({ ...shelf.source(), snapshot: bad ?? '', events: [] }, worker())
      expect(loaded).toMatchObject({ ok: false, error: { kind: 'snapshot', error: { kind } } })
    }
  })
})
