import { describe, expect, test, vi } from 'vitest'
import { JOURNAL_CALLS } from '../../../src/contract/journal.ts'
import { REQUESTS, type ShellApi } from '../../../src/contract/shell.ts'
import { shellJournal } from '../../../src/renderer/host/shell-journal.ts'
import { book, events, ID } from '../../disk/support.ts'

const GIVEN = {
  list: [],
  create: [book()],
  read: [ID],
  append: [ID, events(2)],
  putSnapshot: [ID, { seq: 1, state: '{}', why: 'close' }],
  describe: [ID, { title: '云山' }],
  erase: [ID],
} as const

const requestOf = (call: string) => `journal${call.charAt(0).toUpperCase()}${call.slice(1)}` as keyof ShellApi

const call = (shell: object, name: (typeof JOURNAL_CALLS)[number], given: readonly unknown[]) =>
  (shellJournal(shell as ShellApi)[name] as (...given: unknown[]) => Promise<unknown>)(...given)

describe('the journal behind the bridge', () => {
  test.each(JOURNAL_CALLS)('%s goes out as the shell takes it, and its answer comes back', async (name) => {
    const answer = { ok: true, value: name }
    const request = vi.fn((..._given: unknown[]) => Promise.resolve(answer))
    expect(await call({ [requestOf(name)]: request }, name, GIVEN[name])).toBe(answer)
    expect(request.mock.calls).toEqual([GIVEN[name]])
    expect(REQUESTS[requestOf(name) as keyof typeof REQUESTS](request.mock.calls[0])).toBe(true)
  })

  test.each(JOURNAL_CALLS)('%s that is not answered says so, and names no path', async (name) => {
    const request = () => Promise.reject(new TypeError('EIO /home/editor/books'))
    expect(await call({ [requestOf(name)]: request }, name, GIVEN[name])).toEqual({
      ok: false,
      error: { kind: 'unreachable', detail: 'TypeError' },
    })
  })

  test('only what a book is made of is sent', async () => {
    const request = vi.fn((..._given: unknown[]) => Promise.resolve({ ok: true, value: null }))
    await call({ journalCreate: request }, 'create', [{ ...book(), findings: 3, settings: {} }])
    expect(request.mock.calls).toEqual([[book()]])
  })
})
