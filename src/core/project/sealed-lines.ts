import { crc32 } from '../journal/crc32.ts'
import { hash64 } from '../text/hash.ts'
import { utf8 } from './utf8.ts'

/** What stands where the hash of the line before would, in the first line. */
const NONE = '0'.repeat(16)

const SEALED = /^[0-9a-f]{8} \d+ [0-9a-f]{16} /

/** A line as it was found, and what is wrong with it; `json` null where the line is none of these at all. */
export interface OpenedLine {
  /** Where it stands, from 1. */
  readonly number: number
  readonly json: string | null
  readonly fault: SealFault | null
  /** A line that is not whole, but begins as one. */
  readonly looksSealed: boolean
}

/**
 * - cut: the last line has no end, or is not whole
 * - checksum: changed since it was written
 * - sequence: lines are missing before it, or it stands in the wrong place
 * - chain: whole, but not what was written after the line before it
 */
export type SealFault = 'cut' | 'checksum' | 'sequence' | 'chain'

/**
 * Puts each text on a line of its own: `crc32 number hash json`. The checksum is that of all that follows it in the line;
 * the number counts from 1; the hash is that of the whole line before. So a changed byte is found in its line, and a line
 * that was lost, doubled or exchanged, at its place. What is appended changes no line above it.
 */
export class Sealer {
  #number = 0
  #before = NONE

  /** The line for `json`, which holds no line break, with its LF. */
  line(json: string): string {
    const rest = `${++this.#number} ${this.#before} ${json}`
    const line = `${crc32(utf8(rest))} ${rest}`
    this.#before = hash64(line)
    return `${line}\n`
  }
}

/** All lines of a text that `Sealer` wrote, in order, each checked against itself and the one before. Never throws. */
export function openLines(text: string): OpenedLine[] {
  const lines = text.split('\n')
  const tail = lines.pop() ?? ''
  const out: OpenedLine[] = []
  let expected = 1
  /** Null: the line before was not as it was written, and its hash says nothing. */
  let before: string | null = NONE
  const open = (line: string): void => {
    const [sum = '', number = '', hash = ''] = line.split(' ', 3)
    const at = sum.length + number.length + hash.length + 3
    const whole = sum === crc32(utf8(line.slice(sum.length + 1))) && `${Number(number)}` === number
    if (!whole) {
      out.push({ number: out.length + 1, json: null, fault: 'checksum', looksSealed: SEALED.test(line) })
      expected++
      before = null
      return
    }
    const fault =
      Number(number) !== expected ? 'sequence' : before !== null && hash !== before ? 'chain' : null
    out.push({ number: out.length + 1, json: line.slice(at), fault, looksSealed: true })
    expected = Number(number) + 1
    before = hash64(line)
  }
  for (const line of lines) open(line)
  if (tail !== '')
    out.push({ number: out.length + 1, json: null, fault: 'cut', looksSealed: SEALED.test(tail) })
  return out
}
