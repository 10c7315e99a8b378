import type { DecoderPort } from '../../core/text/decode.ts'

/** The browser's decoder for these bytes. It hashes in the background only, so the hash is made beforehand. */
export async function decoderPort(bytes: Uint8Array): Promise<DecoderPort> {
  // A view on its own buffer: what comes through postMessage never shares memory.
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  const sha256 = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return {
    decode(encoding, part) {
      try {
        return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(part)
      } catch {
        return null
      }
    },
    sha256: () => sha256,
  }
}
