import type { JournalError, JournalPort } from '../../contract/journal.ts'
import { err } from '../../core/result.ts'
import { jsonInSlices } from './json-in-slices.ts'
import { forwardingJournal, PATIENCE, unreachable } from './forwarding-journal.ts'

/** `fetch`, for addresses of our own server. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>

/**
 * The journal behind the local server that this page came from, or null where that server keeps none. The page gets a token
 * for as long as the server runs, and a new one by itself when the server was started again.
 */
export async function serverJournal(fetch: Fetch): Promise<JournalPort | null> {
  let token = await askForToken(fetch)
  if (token === null) return null

  const send = async (call: string, given: readonly unknown[]): Promise<Response> =>
    fetch(`/journal/${call}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: await jsonInSlices(given),
      signal: AbortSignal.timeout(PATIENCE),
    })

  return forwardingJournal('disk', async (call, given) => {
    try {
      let response = await send(call, given)
      if (response.status === 401) {
        token = await askForToken(fetch)
        response = await send(call, given)
      }
      if (response.ok) return (await response.json()) as unknown
      return err(refused(response.status))
    } catch (error) {
      return unreachable(error)
    }
  })
}

async function askForToken(fetch: Fetch): Promise<string | null> {
  try {
    const response = await fetch('/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      signal: AbortSignal.timeout(PATIENCE),
    })
    const answer: unknown = response.ok ? await response.json() : null
    const { token } = (answer ?? {}) as { token?: unknown }
    return typeof token === 'string' ? token : null
  } catch {
    return null
  }
}

function refused(status: number): JournalError {
  const kind = status === 413 || status === 400 ? 'invalid' : status === 401 ? 'unreachable' : 'failed'
  return { kind, detail: `the server answered ${status}` }
}
