/** The host's UTF-8: core has neither TextEncoder nor Buffer. */
export interface Utf8 {
  encode(text: string): Uint8Array
  /** Null where the bytes are no UTF-8. A byte order mark is kept. */
  decode(bytes: Uint8Array): string | null
}
