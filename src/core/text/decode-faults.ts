import type { Encoding } from './encoding.ts'

/** The first place where bytes are no text of an encoding. */
export interface Fault {
  /** Byte offset of the character that fails. */
  readonly at: number
  /** How many bytes were looked at before it failed. */
  readonly length: number
  /** The bytes end within a character that could still have become one. */
  readonly truncated: boolean
}

/**
 * The length in bytes of the character at `at`; minus the number of bytes looked at where it is none;
 * 0 where the bytes end before it does.
 */
type Step = (b: Uint8Array, at: number, end: number) => number

/**
 * The first byte that is no character of `encoding`, or null.
 *
 * A fatal TextDecoder says that something is wrong, not where, and the two hosts do not agree on Big5 (Node
 * reads codes outside the standard as private-use characters, Chromium as the Hong Kong supplement, or not at
 * all). These walks give the place, and let through only what both hosts read alike.
 */
export function firstFault(bytes: Uint8Array, encoding: Encoding): Fault | null {
  const step = STEPS[encoding]
  const end = bytes.length
  let at = 0
  while (at < end) {
    const n = step(bytes, at, end)
    if (n <= 0) return { at, length: n < 0 ? -n : end - at, truncated: n === 0 }
    at += n
  }
  return null
}

/** UTF-8 as Unicode defines it: no overlong form, no surrogate, nothing above U+10FFFF. */
export function utf8Step(b: Uint8Array, at: number, end: number): number {
  const lead = b[at]!
  if (lead < 0x80) return 1
  // Han and its punctuation first: nearly all of a book.
  if (lead >= 0xe1 && lead <= 0xec && at + 2 < end && isNext(b[at + 1]!) && isNext(b[at + 2]!)) return 3
  if (lead < 0xc2 || lead > 0xf4) return -1
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  for (let i = 1; i < length; i++) {
    if (at + i >= end) return 0
    const c = b[at + i]!
    let low = 0x80
    let high = 0xbf
    if (i === 1) {
      if (lead === 0xe0) low = 0xa0
      else if (lead === 0xed) high = 0x9f
      else if (lead === 0xf0) low = 0x90
      else if (lead === 0xf4) high = 0x8f
    }
    if (c < low || c > high) return -i
  }
  return length
}

/** A byte that only goes on with a character. */
function isNext(byte: number): boolean {
  return (byte & 0xc0) === 0x80
}

function utf16Step(high: 0 | 1): Step {
  const unit = (b: Uint8Array, at: number): number => (b[at + high]! << 8) | b[at + 1 - high]!
  return (b, at, end) => {
    if (at + 1 >= end) return 0
    const first = unit(b, at)
    if (first < 0xd800 || first > 0xdfff) return 2
    if (first > 0xdbff) return -2
    if (at + 3 >= end) return 0
    const second = unit(b, at + 2)
    return second >= 0xdc00 && second <= 0xdfff ? 4 : -2
  }
}

const gb18030Step: Step = (b, at, end) => {
  const lead = b[at]!
  if (lead <= 0x80) return 1
  if (lead === 0xff) return -1
  if (at + 1 >= end) return 0
  const second = b[at + 1]!
  if (second >= 0x40) return second === 0x7f || second === 0xff ? -1 : 2
  if (second < 0x30 || second > 0x39) return -1
  if (at + 2 >= end) return 0
  const third = b[at + 2]!
  if (third < 0x81 || third === 0xff) return -2
  if (at + 3 >= end) return 0
  const fourth = b[at + 3]!
  if (fourth < 0x30 || fourth > 0x39) return -3
  const pointer = (((lead - 0x81) * 10 + second - 0x30) * 126 + third - 0x81) * 10 + fourth - 0x30
  return pointer <= 39419 || (pointer >= 189000 && pointer <= 1237575) ? 4 : -4
}

/** The planes of the standard and the seven ideographs and box lines that all vendors add to it. */
const big5Step: Step = (b, at, end) => {
  const lead = b[at]!
  if (lead < 0x80) return 1
  if (lead < 0xa1 || lead > 0xf9) return -1
  if (at + 1 >= end) return 0
  const trail = b[at + 1]!
  if (trail < 0x40 || trail > 0xfe || (trail > 0x7e && trail < 0xa1)) return -1
  const code = (lead << 8) | trail
  const standard = code <= 0xa3bf || (code >= 0xa440 && code <= 0xc67e) || code >= 0xc940
  return standard ? 2 : -2
}

const STEPS: Readonly<Record<Encoding, Step>> = {
  'utf-8': utf8Step,
  'utf-16le': utf16Step(1),
  'utf-16be': utf16Step(0),
  gb18030: gb18030Step,
  big5: big5Step,
}
