import { isUtf8, transcode } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { DecoderPort } from '../core/text/decode.ts'

/** The decoder and the hash of this host. */
export const decoder: DecoderPort = {
  decode(encoding, bytes) {
    try {
      if (encoding === 'utf-8') return isUtf8(bytes) ? utf16(bytes) : null
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      return null
    }
  },
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
}

/** What is known to be UTF-8, in a fifth of the time that `TextDecoder` takes here. */
function utf16(bytes: Uint8Array): string {
  return transcode(bytes, 'utf8', 'utf16le').toString('utf16le')
}
