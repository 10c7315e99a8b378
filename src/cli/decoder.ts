import { createHash } from 'node:crypto'
import type { DecoderPort } from '../core/text/decode.ts'

/** The decoder and the hash of this host. */
export const decoder: DecoderPort = {
  decode(encoding, bytes) {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      return null
    }
  },
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
}
