import { describe, expect, test } from 'vitest'
import type { SuggestionKey } from '../../src/core/corrections/correction.ts'
import type { Document } from '../../src/core/document/document.ts'
import type { NoteId } from '../../src/core/document/event.ts'
import { redoTarget, undoTarget } from '../../src/core/document/history.ts'
import { acceptFix } from '../../src/core/document/verbs/accept-fix.ts'
import type { Fix, Suggestion } from '../../src/core/structure/block.ts'
import { rawOffset, rawSpan } from '../../src/core/text/offset.ts'
import { plain } from '../laws/support/check-laws.ts'
import { after, analysisOf, attempt, blockId, correctionId, open, read, typed } from './support.ts'

const text = '新建粮站18座。\n另建学校。\n'
const key = 's' as SuggestionKey
const names = { correction: correctionId('c'), move: correctionId('v'), created: blockId('n') }

function bookWith(...fixes: Fix[]): Document {
  const analysis = analysisOf(text, [
    { id: 'a', role: 'paragraph', owns: ['新建粮站18座。\n'] },
    { id: 'b', role: 'paragraph', owns: ['另建学校。\n'] },
  ])
  const suggestion: Suggestion = {
    key,
    rule: 'test/rule' as never,
    version: 3,
    block: blockId('a'),
    span: rawSpan(4, 6),
    quote: '18',
    reason: { key: 'doubt' },
    confidence: 0.5,
    fixes,
  }
  return open(text, { ...analysis, suggestions: [suggestion] })
}

const edit: Fix = {
  id: 'f',
  kind: 'edit',
  layer: 'substance',
  edits: [{ span: rawSpan(4, 6), insert: '19' }],
}

describe('a suggestion', () => {
  test('is settled by one of its fixes, with rule and key as origin', () => {
    const doc = bookWith(edit)
    const now = after(doc, acceptFix(doc, key, 'f', names))
    expect(read(now)[0]).toBe('paragraph:新建粮站19座。')
    expect(now.suggestions.size).toBe(0)
    expect(now.accepted.get(key)).toMatchObject({ seq: 1, suggestion: { quote: '18' } })
    expect(now.corrections.get(names.correction)).toMatchObject({
      origin: { kind: 'accepted', rule: 'test/rule', version: 3, suggestion: key },
      layer: 'substance',
      reason: { key: 'doubt' },
    })
    expect(acceptFix(now, key, 'f', names)).toMatchObject({ error: { reason: 'no-such-suggestion' } })
    expect(acceptFix(doc, key, 'g', names)).toMatchObject({ error: { reason: 'no-such-suggestion' } })
  })

  test('is open again when its correction is withdrawn, not when another takes its place', () => {
    const doc = bookWith(edit)
    const accepted = after(doc, acceptFix(doc, key, 'f', names))
    const withdrawn = after(accepted, { type: 'corrected', added: [], withdrawn: [names.correction] })
    expect(withdrawn.suggestions.has(key)).toBe(true)
    expect(withdrawn.accepted.size).toBe(0)
    const retyped = typed(accepted, 'a', '19', '20')
    expect(retyped.corrections.has(names.correction)).toBe(false)
    expect(retyped.suggestions.has(key)).toBe(false)
  })

  test('takes the place of edits that its fix covers, and is stale where one cuts it', () => {
    const doc = bookWith(edit)
    const inside = typed(doc, 'a', '8', '9', 'm')
    const covered = after(inside, acceptFix(inside, key, 'f', names))
    expect(read(covered)[0]).toBe('paragraph:新建粮站19座。')
    expect([...covered.corrections.keys()]).toEqual(['c'])
    const across = typed(doc, 'a', '8座', '个', 'm')
    expect(acceptFix(across, key, 'f', names)).toMatchObject({ error: { reason: 'overlap' } })
  })

  test('can be a split, a join or a role', () => {
    const splitting = bookWith({ id: 'f', kind: 'split', layer: 'layout', at: rawOffset(4) })
    const split = after(splitting, acceptFix(splitting, key, 'f', names))
    expect(read(split).slice(0, 2)).toEqual(['paragraph:新建粮站', 'paragraph:18座。'])
    const joining = bookWith({ id: 'f', kind: 'join', layer: 'layout', at: rawOffset(9) })
    const joined = after(joining, acceptFix(joining, key, 'f', names))
    expect(read(joined)).toEqual(['paragraph:新建粮站18座。另建学校。'])
    const role = bookWith({ id: 'f', kind: 'role', layer: 'layout', role: 'list' })
    expect(read(after(role, acceptFix(role, key, 'f', names)))[0]).toMatch(/^list:/)
    for (const doc of [split, joined]) expect([...doc.accepted.keys()]).toEqual([key])
  })

  test('is dismissed or kept as printed, once', () => {
    const doc = bookWith(edit)
    const dismissed = after(doc, { type: 'dismissed', suggestion: key, note: '原书如此' })
    expect(dismissed.dismissed.get(key)).toMatchObject({ note: '原书如此', by: 'editor', seq: 1 })
    expect(attempt(dismissed, { type: 'dismissed', suggestion: key, note: '' })).toMatchObject({
      error: { reason: 'no-such-suggestion', id: key },
    })
    const printed = { type: 'as-printed', span: rawSpan(4, 6), replaces: '18', suggestions: [key] } as const
    expect(after(doc, printed).asPrinted.get(1)).toMatchObject({ span: rawSpan(4, 6) })
    expect(attempt(doc, { ...printed, replaces: '19' })).toMatchObject({ error: { reason: 'raw-mismatch' } })
    expect(attempt(dismissed, printed)).toMatchObject({ error: { reason: 'no-such-suggestion' } })
  })
})

describe('notes, read marks and bookmarks', () => {
  const doc = bookWith()
  const note = { type: 'noted', note: 'n1' as NoteId, span: rawSpan(0, 4), text: '查档' } as const

  test('are set, set anew and taken away', () => {
    const noted = after(doc, note)
    expect(after(noted, { ...note, text: '已查' }).notes.get(note.note)).toMatchObject({
      text: '已查',
      seq: 2,
    })
    expect(after(noted, { ...note, text: '' }).notes.size).toBe(0)
    const marked = after(doc, { type: 'marked-read', spans: [rawSpan(0, 9), rawSpan(9, 15)], read: true })
    expect([...marked.read.keys()]).toEqual([0, 9])
    expect(after(marked, { type: 'marked-read', spans: [rawSpan(9, 15)], read: false }).read.size).toBe(1)
    const here = after(doc, { type: 'bookmarked', at: rawOffset(4), label: '疑' })
    expect(here.bookmarks.get(rawOffset(4))).toMatchObject({ label: '疑' })
    expect(after(here, { type: 'bookmarked', at: rawOffset(4), label: null }).bookmarks.size).toBe(0)
  })

  test('are refused outside the text, and where nothing would change', () => {
    expect(attempt(doc, note).ok).toBe(true)
    expect(attempt(doc, { ...note, text: '' })).toMatchObject({ error: { reason: 'no-effect' } })
    expect(attempt(doc, { ...note, span: rawSpan(0, 99) })).toMatchObject({
      error: { reason: 'out-of-range' },
    })
    expect(attempt(doc, { type: 'marked-read', spans: [], read: true })).toMatchObject({
      error: { reason: 'no-effect' },
    })
    expect(attempt(doc, { type: 'bookmarked', at: rawOffset(4), label: null })).toMatchObject({
      error: { reason: 'no-effect' },
    })
  })
})

describe('undo', () => {
  const doc = bookWith(edit)
  const first = typed(doc, 'a', '粮', '米', 'm1')
  const second = typed(first, 'b', '学', '医', 'm2')
  const undo = (now: Document, seq: number) => attempt(now, { type: 'undone', seq })

  test('takes back any event whose changes stand, redo does it again', () => {
    const without = after(second, { type: 'undone', seq: 1 })
    expect(read(without)).toEqual(['paragraph:新建粮站18座。', 'paragraph:另建医校。'])
    expect(plain(after(without, { type: 'undone', seq: 3 }))).toEqual(plain(second))
    expect(undo(without, 1)).toMatchObject({ error: { reason: 'already-undone' } })
    expect(undo(doc, 1)).toMatchObject({ error: { reason: 'no-such-event' } })
  })

  test('refuses an event whose changes were changed since', () => {
    const third = typed(second, 'a', '米', '谷', 'm3')
    expect(undo(second, 1).ok).toBe(true)
    expect(undo(third, 1)).toMatchObject({ error: { reason: 'changed-since', seq: 4 } })
    expect(undo(after(third, { type: 'undone', seq: 3 }), 1).ok).toBe(true)
  })

  test('lets different things of one block be taken back apart', () => {
    const both = after(first, { type: 'role-set', block: blockId('a'), at: rawOffset(0), role: 'list' })
    expect(read(after(both, { type: 'undone', seq: 1 }))[0]).toBe('list:新建粮站18座。')
    expect(read(after(both, { type: 'undone', seq: 2 }))[0]).toBe('paragraph:新建米站18座。')
  })

  test('goes back and forth step by step', () => {
    let now = second
    const back = (): void => void (now = after(now, undoTarget(now)!))
    const forth = (): void => void (now = after(now, redoTarget(now)!))
    expect(redoTarget(now)).toBeNull()
    back()
    back()
    expect(read(now)).toEqual(read(doc))
    expect(undoTarget(now)).toBeNull()
    forth()
    expect(read(now)).toEqual(read(first))
    back()
    forth()
    forth()
    expect(read(now)).toEqual(read(second))
    expect(redoTarget(now)).toBeNull()
    back()
    now = typed(now, 'b', '校', '院')
    expect(redoTarget(now)).toBeNull()
    back()
    back()
    expect(plain(now)).toEqual(plain(doc))
  })
})
