import type { Utf8 } from '../core/journal/utf8.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const utf8: Utf8 = {
  encode: (text) => encoder.encode(text),
  decode(bytes) {
    try {
      return decoder.decode(bytes)
    } catch {
      return null
    }
  },
}
