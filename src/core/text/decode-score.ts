import { firstFault } from './decode-faults.ts'
import type { DecoderPort } from './decoder-port.ts'
import type { Encoding } from './encoding.ts'

/** How well bytes read in one encoding. */
export interface Reading<E extends Encoding = Encoding> {
  readonly encoding: E
  /** -1 to 1: how frequent its characters are in Chinese. */
  readonly score: number
  /** 0 to 1: the share of characters, ASCII included, in the ranges that a Chinese book is made of. */
  readonly shape: number
}

/** Enough text to judge by; a book is not read twice for it. */
const SAMPLE = 65536

/** The characters that any Chinese text is full of, simplified and traditional. */
const FREQUENT = new Set(
  '的一是不了在人有我他这為为之大来來以个個中上们們到说說国國和地也子时時道出而要于於就下得可你年生自会會' +
    '那后後能对對着著事其里所去行过過家十用发發天如然作方成者多日都三小军軍二无無同经經法当當起与與看学學进進' +
    '种種将將还還分此心前面又定见見只主没公从從知使两兩明动動实實现現部度体體新本业業工全市县縣区區省第月' +
    '机機电電产產建设設加高开開化展水平长長员員名万萬元教科技综綜合述概况況社民政农農文育院校所项項目人口' +
    '供稿摄攝图圖鉴鑒村镇鎮街四五六七八九百千亿億增减減比制度管理服务務组組织織召活保护護',
)

/** Punctuation of Chinese text, full-width forms included. */
const PUNCTUATION = /[\u2010-\u2027\u3000-\u3017\uff01-\uff5e\u00b7\u2236]/

/**
 * The encodings in which (a sample of) `bytes` can be read, the most Chinese first; of two equals the one
 * named first. A character cut off at the end of the sample is left out.
 */
export function rank<E extends Encoding>(
  bytes: Uint8Array,
  encodings: readonly E[],
  port: DecoderPort,
): Reading<E>[] {
  const readings: Reading<E>[] = []
  for (const encoding of encodings) {
    let sample = bytes.subarray(0, SAMPLE)
    const fault = firstFault(sample, encoding)
    if (fault && !(fault.truncated && sample.length < bytes.length)) continue
    if (fault) sample = sample.subarray(0, fault.at)
    const text = port.decode(encoding, sample)
    if (text === null) continue
    const plane = firstPlane(port, encoding === 'big5' ? 'big5' : 'gb18030')
    readings.push({ encoding, score: plausibility(text, plane), shape: shape(text) })
  }
  return readings.sort((a, b) => b.score - a.score)
}

const PLANES = {
  gb18030: { leads: [0xb0, 0xd7], trails: [[0xa1, 0xfe]], last: 0xd7f9 },
  big5: {
    leads: [0xa4, 0xc6],
    trails: [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
    last: 0xc67e,
  },
} as const

/**
 * The ideographs that a standard itself calls frequent: its first plane. Read with the host's decoder, which
 * has the table anyway.
 */
function firstPlane(port: DecoderPort, encoding: keyof typeof PLANES): ReadonlySet<string> {
  const { leads, trails, last } = PLANES[encoding]
  const bytes: number[] = []
  for (let lead: number = leads[0]; lead <= leads[1]; lead++) {
    for (const [from, to] of trails) {
      for (let trail: number = from; trail <= to && ((lead << 8) | trail) <= last; trail++)
        bytes.push(lead, trail)
    }
  }
  return new Set(port.decode(encoding, Uint8Array.from(bytes)) ?? '')
}

/**
 * How frequent the characters of `text` are, as a mean; ASCII is not counted, since all encodings but UTF-16
 * agree on it.
 */
function plausibility(text: string, plane: ReadonlySet<string>): number {
  let sum = 0
  let count = 0
  for (const c of text) {
    const code = c.codePointAt(0)!
    if (isAsciiText(code)) continue
    count++
    if (FREQUENT.has(c)) sum += 1
    else if (PUNCTUATION.test(c)) sum += 0.8
    else if (plane.has(c)) sum += 0.5
    else if (code < 0x4e00 || code > 0x9fa5) sum -= 1
  }
  return count === 0 ? 0 : sum / count
}

function shape(text: string): number {
  let good = 0
  let all = 0
  for (const c of text) {
    const code = c.codePointAt(0)!
    const han = code >= 0x4e00 && code <= 0x9fff
    all++
    if (isAsciiText(code) || han || (code >= 0x2010 && code <= 0x2642) || PUNCTUATION.test(c)) good++
  }
  return all === 0 ? 0 : good / all
}

function isAsciiText(code: number): boolean {
  return (code >= 0x20 && code < 0x7f) || (code >= 0x09 && code <= 0x0d)
}
