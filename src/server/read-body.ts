import type { IncomingMessage } from 'node:http'

/**
 * The body of a request as text; null where it has more than `limit` bytes, the rest of which is left unread. Rejects where
 * the connection breaks off.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve(null)
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let size = 0
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size <= limit) parts.push(part)
      else {
        request.pause()
        resolve(null)
      }
    })
    request.on('end', () => resolve(Buffer.concat(parts).toString()))
    request.on('error', reject)
    request.on('close', () => reject(new Error('the request broke off')))
  })
}
