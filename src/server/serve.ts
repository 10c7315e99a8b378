import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { builtFiles, type BuiltFile } from '../bundle/built-files.ts'
import type { JournalPort } from '../contract/journal.ts'
import { SECURITY_HEADERS } from '../contract/security-headers.ts'
import { HANDED_OVER, HandedOver, type HandedOverFile } from './handed-over.ts'
import { JournalEndpoint } from './journal-endpoint.ts'
import { refuse } from './refuse.ts'

/** Never `localhost`: browsers keep books by origin, and another name would show another, empty library. */
const ADDRESS = '127.0.0.1'

export interface Serving {
  readonly url: string
  close(): Promise<void>
}

/** What the page gets beside the window itself. */
export interface Behind {
  /** Keeps its books. */
  readonly journal?: JournalPort | undefined
  /** Path of the file that it opens when it is loaded first. */
  readonly file?: string | null
}

/** Serves the built window in `root`. Rejects with the system's error where the port cannot be had. */
export async function serve(root: string, port: number, behind: Behind = {}): Promise<Serving> {
  const endpoint = behind.journal && new JournalEndpoint(behind.journal)
  const handedOver = new HandedOver(behind.file ?? null)
  let files = await builtFiles(root)
  let host = ''

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const address = addressOf(request.url)
    const isCall = address !== null && (address === HANDED_OVER || endpoint?.takes(address) === true)
    const refusal = refuse(request.method, request.headers, host, isCall)
    if (refusal) {
      send(response, refusal.status, refusal.message, isCall)
      return
    }
    if (address === HANDED_OVER) {
      sendFile(response, await handedOver.take())
      return
    }
    if (isCall && endpoint) {
      const { status, body } = await endpoint.answer(address, request)
      if (status === 200) sendJson(response, body)
      else send(response, status, body, isCall)
      return
    }
    // A new build has other names: whoever loads the page anew gets the new ones.
    if (address === '/') files = await builtFiles(root)
    const file = address === null ? undefined : files.get(address)
    // Built anew a moment ago, and gone.
    const body = file && (await readFile(file.path).catch(() => null))
    if (!file || !body) {
      send(response, 404, 'Not found.')
      return
    }
    response.writeHead(200, { ...headersOf(file, address), 'Content-Length': body.length }).end(body)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) send(response, 500, 'Failed.')
      else response.destroy()
    })
  })
  await listen(server, port)
  host = `${ADDRESS}:${(server.address() as AddressInfo).port}`
  return {
    url: `http://${host}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, ADDRESS, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** The path that was asked for, decoded once; null where it is none. */
function addressOf(url: string | undefined): string | null {
  try {
    return decodeURIComponent((url ?? '').replace(/[?#].*$/s, ''))
  } catch {
    return null
  }
}

function headersOf(file: BuiltFile, address: string | null): Record<string, string> {
  // Names in assets/ hold a hash of the content; the page that names them is always asked for anew.
  const lasting = address?.startsWith('/assets/') === true
  return {
    ...SECURITY_HEADERS,
    'Content-Type': file.type,
    'Cache-Control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
}

function sendJson(response: ServerResponse, body: string): void {
  response
    .writeHead(200, { ...SECURITY_HEADERS, 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
    .end(body)
}

/** The file's bytes, its name in a header of its own; nothing where there is none. */
function sendFile(response: ServerResponse, file: HandedOverFile | null): void {
  const headers = { ...SECURITY_HEADERS, 'Cache-Control': 'no-store' }
  if (!file) response.writeHead(204, headers).end()
  else
    response
      .writeHead(200, {
        ...headers,
        'Content-Type': 'application/octet-stream',
        'Content-Length': file.bytes.length,
        'X-File-Name': encodeURIComponent(file.name),
      })
      .end(file.bytes)
}

function send(response: ServerResponse, status: number, message: string, isCall = false): void {
  response
    .writeHead(status, {
      ...SECURITY_HEADERS,
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      ...(status === 405 ? { Allow: isCall ? 'POST' : 'GET' } : {}),
      // What is left of a body that is too large is not read.
      ...(status === 413 ? { Connection: 'close' } : {}),
    })
    .end(message + '\n')
}
