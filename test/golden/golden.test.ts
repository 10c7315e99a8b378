import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/core/analyse.ts'
import { json } from '../../src/core/export/json.ts'
import { reasonText } from '../../src/core/messages.ts'
import { decode } from '../../src/core/text/decode.ts'
import { decoder as port } from '../../src/cli/decoder.ts'

/** Bytes of an extracted text to its export, as the command line does it. */
function clean(bytes: Uint8Array, name: string): unknown {
  const decoded = decode(bytes, port)
  if (!decoded.ok) throw new Error(`${name} does not decode: ${decoded.error.kind}`)
  const { raw, encoding } = decoded.value
  const analysis = analyse(raw)
  const written = json.write(
    { sources: [{ name, encoding, raw, ...analysis }] },
    { stem: name, messages: (rule, reason) => reasonText(rule, reason, 'zh') },
  )
  if (!written.ok) throw new Error(`${name} does not export`)
  return JSON.parse([...written.value.values()][0]!)
}

const HERE = import.meta.dirname
const cases = readdirSync(HERE, { withFileTypes: true }).filter((e) => e.isDirectory())

describe('each kind of damage comes out as a careful editor would have it', () => {
  it('finds the cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(48)
    for (const c of cases) expect(existsSync(join(HERE, c.name, 'expected.json')), c.name).toBe(true)
  })

  it.each(cases.map((c) => c.name))('%s', (name) => {
    const out = clean(readFileSync(join(HERE, name, 'raw.txt')), 'raw.txt') as Record<string, unknown>
    const expected: unknown = JSON.parse(readFileSync(join(HERE, name, 'expected.json'), 'utf8'))
    delete out['sources']
    expect(out).toEqual(expected)
  })

  it('the sample book', () => {
    const sample = join(HERE, '../../resources/sample')
    const out = clean(readFileSync(join(sample, 'sample.txt')), 'sample.txt')
    expect(out).toEqual(JSON.parse(readFileSync(join(sample, 'sample.clean.json'), 'utf8')))
  })
})
