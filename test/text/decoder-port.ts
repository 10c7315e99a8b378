import { createHash } from 'node:crypto'
import type { DecoderPort } from '../../src/core/text/decoder-port.ts'

/** The host's decoder, as both hosts have it. */
export const port: DecoderPort = {
  decode(encoding, bytes) {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      return null
    }
  },
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
}
