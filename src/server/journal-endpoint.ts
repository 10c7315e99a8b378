import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { JOURNAL_CALLS, type JournalPort } from '../contract/journal.ts'
import { readBody } from './read-body.ts'

/** Where a page asks for its token, and, followed by the name of a call, where it keeps its books. */
const SESSION = '/session'
const CALLS = '/journal/'

export interface Answer {
  readonly status: number
  /** JSON, or a line of text where the status is no 200. */
  readonly body: string
}

type Call = (typeof JOURNAL_CALLS)[number]

const MB = 1024 * 1024
/** Bytes of a request. A book of several volumes comes in one piece. */
const LIMITS: Readonly<Partial<Record<Call, number>>> = { create: 256 * MB, putSnapshot: 128 * MB }
const LIMIT = 32 * MB

/**
 * The journal for the page that this server hands out. Whoever comes here has passed `refuse`: so the request bears our
 * Host and our Origin, which no page of another site and no name pointed at 127.0.0.1 can bring about. Beside that each
 * call needs a token that lives as long as this process. The page fetches it and sends it in a header of its own: not a
 * cookie, since browsers send those to every port of 127.0.0.1, to other programs' servers, too; not in the address,
 * since the address is typed and kept as a bookmark. It is no wall against programs that run on this machine: those of the same user
 * can read the folder itself.
 */
export class JournalEndpoint {
  readonly #journal: JournalPort
  readonly #token = randomBytes(32).toString('hex')

  constructor(journal: JournalPort) {
    this.#journal = journal
  }

  /** Whether a request is for this endpoint. */
  takes(address: string | null): boolean {
    return address === SESSION || address?.startsWith(CALLS) === true
  }

  async answer(address: string, request: IncomingMessage): Promise<Answer> {
    if (request.headers['content-type'] !== 'application/json')
      return { status: 415, body: 'Content-Type must be application/json.' }
    if (address === SESSION) return { status: 200, body: JSON.stringify({ token: this.#token }) }
    if (!this.#isOurs(request.headers.authorization)) return { status: 401, body: 'Ask for a session first.' }
    const call = JOURNAL_CALLS.find((name) => CALLS + name === address)
    if (!call) return { status: 404, body: 'No such call.' }
    const body = await readBody(request, LIMITS[call] ?? LIMIT)
    if (body === null) return { status: 413, body: 'Too large.' }
    const given = parse(body)
    if (!Array.isArray(given)) return { status: 400, body: 'The arguments are no list.' }
    // The journal itself checks what it is given.
    const work = this.#journal[call].bind(this.#journal) as (...given: unknown[]) => Promise<unknown>
    return { status: 200, body: JSON.stringify(await work(...(given as unknown[]))) }
  }

  #isOurs(authorization: string | undefined): boolean {
    const given = Buffer.from(authorization ?? '')
    const own = Buffer.from(`Bearer ${this.#token}`)
    return given.length === own.length && timingSafeEqual(given, own)
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
