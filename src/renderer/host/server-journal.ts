import { JOURNAL_CALLS, type JournalError, type JournalPort } from '../../contract/journal.ts'
import { err } from '../../core/result.ts'

/** `fetch`, for addresses of our own server. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>

/** In milliseconds. A call that was sent again after it does no harm: the journal knows events that it has. */
const PATIENCE = 60_000

/**
 * The journal behind the local server that this page came from, or null where that server keeps none. The page gets a token
 * for as long as the server runs, and a new one by itself when the server was started again.
 */
export async function serverJournal(fetch: Fetch): Promise<JournalPort | null> {
  let token = await askForToken(fetch)
  if (token === null) return null

  const send = (call: string, given: readonly unknown[]): Promise<Response> =>
    fetch(`/journal/${call}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify(given),
      signal: AbortSignal.timeout(PATIENCE),
    })

  const forward = async (call: string, given: readonly unknown[]): Promise<unknown> => {
    try {
      let response = await send(call, given)
      if (response.status === 401) {
        token = await askForToken(fetch)
        response = await send(call, given)
      }
      if (response.ok) return await response.json()
      return err(refused(response.status))
    } catch (error) {
      return err<JournalError>({
        kind: 'unreachable',
        detail: error instanceof Error ? error.name : 'no answer',
      })
    }
  }

  const calls = JOURNAL_CALLS.map((call) => [call, (...given: unknown[]) => forward(call, given)])
  return { place: 'disk', ...(Object.fromEntries(calls) as Omit<JournalPort, 'place'>) }
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
