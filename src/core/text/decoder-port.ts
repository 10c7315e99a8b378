import type { Encoding } from './encoding.ts'

/** What decoding needs from the host, which has the tables. */
export interface DecoderPort {
  /**
   * What `new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)` gives, by that or a quicker way; null where
   * it throws. So a book reads alike in the window and on the command line.
   */
  decode(encoding: Encoding, bytes: Uint8Array): string | null
  /** SHA-256 of the bytes in hex. Where a host can hash in the background only, it hashes before and hands it in. */
  sha256(bytes: Uint8Array): string
}
