import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode } from '../../src/core/text/decode.ts'
import { firstFault } from '../../src/core/text/decode-faults.ts'
import { ENCODINGS, type Encoding } from '../../src/core/text/encoding.ts'
import { decoder as port } from '../../src/cli/decoder.ts'

/** Bytes near the borders that matter, so that chance finds valid and broken characters alike. */
const byte = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  fc.constantFrom(
    0x30,
    0x39,
    0x40,
    0x7e,
    0x7f,
    0x80,
    0x81,
    0x84,
    0xa1,
    0xbf,
    0xc2,
    0xd8,
    0xdc,
    0xe0,
    0xed,
    0xf0,
    0xf4,
    0xf9,
    0xfe,
    0xff,
  ),
)
const bytes = fc.array(byte, { maxLength: 12 }).map((list) => Uint8Array.from(list))
const seed = { seed: 20201122, numRuns: 5000 }

test.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const)(
  '%s has a fault where the decoder throws, and only there',
  (encoding) => {
    fc.assert(
      fc.property(bytes, (b) => {
        expect(firstFault(b, encoding) === null).toBe(port.decode(encoding, b) !== null)
      }),
      seed,
    )
  },
)

test.each(ENCODINGS)('%s is readable up to its first fault, and not past it', (encoding: Encoding) => {
  fc.assert(
    fc.property(bytes, (b) => {
      const fault = firstFault(b, encoding)
      expect(port.decode(encoding, b.subarray(0, fault?.at ?? b.length))).not.toBeNull()
      if (fault) {
        expect(fault.length).toBeGreaterThan(0)
        expect(fault.at + fault.length).toBeLessThanOrEqual(b.length)
        if (fault.truncated) expect(fault.at + fault.length).toBe(b.length)
      }
    }),
    seed,
  )
})

test('any bytes at all give a text or an error, and an error lies within the bytes', () => {
  fc.assert(
    fc.property(bytes, fc.constantFrom(undefined, ...ENCODINGS), (b, encoding) => {
      const result = decode(b, port, encoding ? { encoding } : {})
      if (result.ok) expect(result.value.raw.text).not.toMatch(/\r|^\ufeff/)
      else if ('at' in result.error) expect(result.error.at).toBeLessThan(b.length)
    }),
    seed,
  )
})

test('what is encoded comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      const clean = text.replace(/\r\n?/g, '\n').replace(/^\ufeff+/, '')
      if (clean === '') return
      const result = decode(Buffer.from(text), port, { encoding: 'utf-8' })
      if (result.ok) expect(result.value.raw.text).toBe(clean)
      else expect(result.error.kind).toBe('binary')
    }),
    seed,
  )
})
