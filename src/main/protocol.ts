import { readFile } from 'node:fs/promises'
import type { BuiltFile } from '../bundle/built-files.ts'
import { SECURITY_HEADERS } from '../contract/security-headers.ts'
import { BUNDLE, isOurs } from './place.ts'

/** Answers app://bundle/…: the files of the built window, and nothing else. */
export function bundleProtocol(
  files: ReadonlyMap<string, BuiltFile>,
): (request: Request) => Promise<Response> {
  return async ({ method, url }) => {
    if (method !== 'GET') return refuse(405)
    const address = isOurs(BUNDLE, url) ? addressOf(url) : null
    const file = address === null ? undefined : files.get(address)
    if (!file) return refuse(404)
    const body = await readFile(file.path).catch(() => null)
    if (!body) return refuse(404)
    return new Response(body, { headers: { ...SECURITY_HEADERS, 'Content-Type': file.type } })
  }
}

/** The path, decoded once; null where it is none. */
function addressOf(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url).pathname)
  } catch {
    return null
  }
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: SECURITY_HEADERS })
}
