/**
 * A 64-bit hash of a string, as 16 hex digits. The same on every machine and in every run; not for secrets.
 * Two interleaved 32-bit multiply-xor lanes over UTF-16 units (after cyrb53): core has no crypto, and a hash
 * of 32 bits would meet its first collision in a book of some ten thousand suggestions.
 */
export function hash64(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x9e3779b1)
    b = Math.imul(b ^ unit, 0x5f356495)
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35)
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  return hex(b) + hex(a)
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0')
}
