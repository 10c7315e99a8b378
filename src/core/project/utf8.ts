/** The UTF-8 bytes of well-formed text: what a file of it will hold. Core has no TextEncoder. */
export function utf8(text: string): Uint8Array {
  // Three bytes a unit are the most: a pair of surrogates takes four.
  const bytes = new Uint8Array(text.length * 3)
  let n = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) bytes[n++] = unit
    else if (unit < 0x800) {
      bytes[n++] = 0xc0 | (unit >> 6)
      bytes[n++] = 0x80 | (unit & 0x3f)
    } else if (unit >= 0xd800 && unit < 0xdc00) {
      const point = text.codePointAt(i++)!
      bytes[n++] = 0xf0 | (point >> 18)
      bytes[n++] = 0x80 | ((point >> 12) & 0x3f)
      bytes[n++] = 0x80 | ((point >> 6) & 0x3f)
      bytes[n++] = 0x80 | (point & 0x3f)
    } else {
      bytes[n++] = 0xe0 | (unit >> 12)
      bytes[n++] = 0x80 | ((unit >> 6) & 0x3f)
      bytes[n++] = 0x80 | (unit & 0x3f)
    }
  }
  return bytes.subarray(0, n)
}
