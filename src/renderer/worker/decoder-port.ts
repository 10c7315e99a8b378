import type { DecoderPort } from '../../core/text/decode.ts'
import { sha256 } from '../../journal/bytes.ts'

/** The browser's decoder for these bytes. It hashes in the background only, so the hash is made beforehand. */
export async function decoderPort(bytes: Uint8Array): Promise<DecoderPort> {
  const hash = await sha256(bytes)
  return {
    decode(encoding, part) {
      try {
        return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(part)
      } catch {
        return null
      }
    },
    sha256: () => hash,
  }
}
