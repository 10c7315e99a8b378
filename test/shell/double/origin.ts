import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type ProtocolHandler = (request: Request) => Response | Promise<Response>

/**
 * Stands for app://bundle in a Chromium that knows no such scheme: a server on this machine that asks the shell's own
 * protocol handler for everything, and translates addresses both ways.
 */
export class Origin {
  /** As the shell registers it. */
  handler: ProtocolHandler | null = null
  readonly #http: string
  readonly close: () => Promise<void>

  private constructor(http: string, close: () => Promise<void>) {
    this.#http = http
    this.close = close
  }

  static async open(): Promise<Origin> {
    const opened: { origin: Origin | null } = { origin: null }
    const server = createServer((request, response) => {
      const answer = opened.origin?.answer(request, response) ?? Promise.reject(new Error('not open'))
      answer.catch(() => response.destroy())
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const close = (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    opened.origin = new Origin(`http://127.0.0.1:${port}`, close)
    return opened.origin
  }

  /** As Electron would name it. */
  toApp(url: string): string {
    return url === this.#http || url.startsWith(`${this.#http}/`)
      ? `app://bundle${url.slice(this.#http.length)}`
      : url
  }

  toHttp(url: string): string {
    return url.replace(/^app:\/\/bundle(?=\/|$)/, this.#http)
  }

  owns(url: string): boolean {
    return url.startsWith(`${this.#http}/`)
  }

  async answer({ method = 'GET', url = '/' }: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!this.handler) {
      response.writeHead(502).end('no handler for app:')
      return
    }
    const made = await this.handler(new Request(`app://bundle${url}`, { method }))
    const body = Buffer.from(await made.arrayBuffer())
    response.writeHead(made.status, Object.fromEntries(made.headers)).end(body)
  }
}
