import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { answers, releaseList } from '../../src/launch/fetch-electron.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

function listen(answer: RequestListener): Promise<string> {
  return new Promise((resolve) => {
    server = createServer(answer).listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server!.address() as AddressInfo).port}/`)
    })
  })
}

describe('the host of Electron’s releases', () => {
  test('is asked for the list of sums only', async () => {
    const asked: string[] = []
    const url = await listen(({ method, url }, response) => {
      asked.push(`${method} ${url}`)
      response.end()
    })
    const list = releaseList('45.4.1', { ELECTRON_MIRROR: url })
    expect(await answers(list, 4_000)).toBe(true)
    expect(asked).toEqual(['HEAD /v45.4.1/SHASUMS256.txt'])
  })

  test('may have no such release', async () => {
    const url = await listen((_, response) => response.writeHead(404).end())
    expect(await answers(url, 4_000)).toBe(false)
  })

  test('is given up when it does not answer', async () => {
    const url = await listen(() => undefined)
    const begun = performance.now()
    expect(await answers(url, 200)).toBe(false)
    // Not before the time was up either: the request was really waiting.
    expect(performance.now() - begun).toBeGreaterThan(150)
  })

  test('may not exist', async () => {
    expect(await answers('http://name.invalid/', 4_000)).toBe(false)
  })

  test('may be a mirror, with or without a slash at its end', () => {
    for (const mirror of ['https://mirror.example/electron', 'https://mirror.example/electron/'])
      expect(releaseList('45.4.1', { ELECTRON_MIRROR: mirror })).toBe(
        'https://mirror.example/electron/v45.4.1/SHASUMS256.txt',
      )
    expect(releaseList('45.4.1', {})).toMatch(/^https:\/\/github\.com\/electron\/electron\//)
  })
})
