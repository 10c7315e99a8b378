import type { IncomingHttpHeaders } from 'node:http'

/** Why a request is not answered, as the line that is sent back. */
export interface Refusal {
  readonly status: 403 | 405
  readonly message: string
}

/**
 * Who may ask. Any page and any program on this machine can reach 127.0.0.1, under any name that points there:
 * - the Host must be ours to the letter, or a foreign domain could be pointed at 127.0.0.1 and read everything
 *   (DNS rebinding); `localhost` is another origin with other books, so it is refused with the right address;
 * - other sites may not embed or fetch anything, which browsers report in Origin and Sec-Fetch-Site;
 * - there is nothing to do but to read, except for our own page (`isOpen`), and that always says so in Origin.
 */
export function refuse(
  method: string | undefined,
  headers: IncomingHttpHeaders,
  host: string,
  isOpen: boolean,
): Refusal | null {
  if (headers.host !== host) return { status: 403, message: `Open http://${host}/ instead.` }
  const wanted = isOpen ? 'POST' : 'GET'
  if (method !== wanted) return { status: 405, message: `Only ${wanted}.` }
  const { origin } = headers
  if ((origin !== undefined || isOpen) && origin !== `http://${host}`) {
    return { status: 403, message: 'Not for other sites.' }
  }
  const site = headers['sec-fetch-site']
  // "none": typed in or opened from outside a page. Absent: no browser, or an old one.
  if (site !== undefined && site !== 'same-origin' && (site !== 'none' || isOpen)) {
    return { status: 403, message: `Type the address yourself: http://${host}/` }
  }
  return null
}
