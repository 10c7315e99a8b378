import fc from 'fast-check'
import { crc32 as zlibCrc32 } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { writeBookRecord } from '../../src/core/journal/book-record.ts'
import { crc32 } from '../../src/core/journal/crc32.ts'
import { encodeLine, NO_HASH } from '../../src/core/journal/line.ts'
import { scanJournal } from '../../src/core/journal/scan.ts'
import { lastLine } from '../../src/core/journal/tail.ts'
import { joined, journalOf, lineEnds, logged, record, utf8 } from './support.ts'

const scan = (bytes: Uint8Array) => scanJournal(bytes, utf8)

describe('a whole journal', () => {
  const bytes = journalOf([1, 3, 2])

  test('says its book and its events', () => {
    const { book, events, hashes, end, stop } = scan(bytes)

    expect(book).toEqual({ ...record, version: 1 })
    expect(events).toEqual([1, 2, 3, 4, 5, 6].map((seq) => logged(seq)))
    expect(hashes).toHaveLength(7)
    expect(end).toBe(bytes.length)
    expect(stop).toEqual({ kind: 'end' })
  })

  test('is readable text, with the CRC-32 that other tools know', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe('cbf43926')
    const lines = new TextDecoder().decode(bytes).split('\n').slice(0, -1)
    for (const line of lines) {
      const sum = (zlibCrc32 as typeof zlibCrc32 | undefined)?.(line.slice(9))
      if (sum !== undefined) expect(line.slice(0, 8)).toBe(sum.toString(16).padStart(8, '0'))
    }
    expect(lines[3]).toMatch(/^[0-9a-f]{8} 3 2 [0-9a-f]{16} \{"seq":3,.*云山县𠮷.*\}$/)
  })

  test('ends in the line that a list reads', () => {
    const { hashes } = scan(bytes)
    const [from] = lineEnds(bytes).slice(-2)
    expect(lastLine(bytes, utf8)).toEqual({ seq: 6, hash: hashes[6] })
    expect(lastLine(bytes.subarray(from), utf8)).toEqual({ seq: 6, hash: hashes[6] })
    expect(lastLine(bytes.subarray(from! + 1), utf8)).toBeNull()
    expect(lastLine(bytes.subarray(0, -1), utf8)).toBeNull()
    expect(lastLine(new Uint8Array(), utf8)).toBeNull()
  })
})

describe('a torn tail', () => {
  const bytes = journalOf([1, 1, 3])
  const ends = lineEnds(bytes)

  test('cut at any byte leaves the lines before it', () => {
    for (let length = ends[0]!; length <= bytes.length; length++) {
      const whole = ends.filter((end) => end <= length).length
      const { events, end, stop } = scan(bytes.subarray(0, length))

      expect(events).toHaveLength(whole - 1)
      expect(end).toBe(ends[whole - 1])
      expect(stop).toEqual(end === length ? { kind: 'end' } : { kind: 'torn', bytes: length - end })
    }
  })

  test('filled with zeros is none of it', () => {
    for (let length = ends[1]!; length < bytes.length; length++) {
      const zeroed = joined([bytes.subarray(0, length), new Uint8Array(bytes.length - length)])
      const whole = ends.filter((end) => end <= length).length
      const { events, stop } = scan(zeroed)

      expect(events).toHaveLength(whole - 1)
      expect(stop.kind).toBe('torn')
    }
  })

  test('may have kept a later page of the same write', () => {
    const holed = bytes.slice()
    holed.fill(0, ends[2]! + 5, ends[3]! + 5)
    const { events, end, stop } = scan(holed)

    expect(events).toHaveLength(2)
    expect(end).toBe(ends[2])
    expect(stop).toEqual({ kind: 'torn', bytes: bytes.length - ends[2]! })
  })
})

describe('damage', () => {
  const bytes = journalOf([1, 1, 1, 2])
  const ends = lineEnds(bytes)

  test('before line 0 ends leaves no book', () => {
    for (let length = 0; length < ends[0]!; length++) {
      const { book, end, stop } = scan(bytes.subarray(0, length))
      expect([book, end, stop.kind]).toEqual([null, 0, 'damaged'])
    }
  })

  test('of any bit is seen, and costs nothing that stands before it', () => {
    const lastWrite = ends[3]!
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const flipped = bytes.slice()
        flipped[at]! ^= 1 << bit
        const { events, end, stop } = scan(flipped)
        const whole = ends.filter((end) => end <= at).length

        expect(events).toHaveLength(Math.max(whole - 1, 0))
        expect(end).toBe(ends[whole - 1] ?? 0)
        // Only what may have been written in one go can be told from a write that never ended.
        expect(stop.kind).toBe(at < lastWrite ? 'damaged' : 'torn')
      }
    }
  })

  test.each([
    ['a line missing', [0, 1, 3, 4, 5]],
    ['a line twice', [0, 1, 2, 2, 3, 4, 5]],
    ['two lines swapped', [0, 1, 3, 2, 4, 5]],
    ['another beginning', [1, 2, 3]],
  ])('%s', (_name, order) => {
    const lines = [0, ...ends.slice(0, -1)].map((from, i) => bytes.subarray(from, ends[i]))
    expect(scan(joined(order.map((i) => lines[i]!))).stop.kind).toBe('damaged')
  })

  test('two books in one file', () => {
    const other = journalOf([2], writeBookRecord({ ...record, id: 'other' }))
    const spliced = joined([bytes.subarray(0, ends[1]), other.subarray(lineEnds(other)[1])])
    expect(scan(spliced).stop.kind).toBe('damaged')
  })

  test('a whole line with no event in it', () => {
    const { hashes } = scan(bytes)
    const after = (json: string) =>
      joined([bytes, encodeLine({ seq: 6, first: 6, prev: hashes[5]!, json }, utf8).bytes])

    expect(scan(after(JSON.stringify(logged(6)))).stop.kind).toBe('end')
    for (const json of ['{', '7', '{"seq":6}', JSON.stringify(logged(7))])
      expect(scan(after(json)).stop.kind).toBe('damaged')
  })

  test('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(bytes.length), (noise, at) => {
        scan(noise)
        const { end } = scan(joined([bytes.subarray(0, at), noise]))
        expect(end).toBeLessThanOrEqual(at + noise.length)
      }),
    )
  })
})

describe('a later version', () => {
  const newer = (json: string) => scan(encodeLine({ seq: 0, first: 0, prev: NO_HASH, json }, utf8).bytes).stop

  test('of the format is told from damage', () => {
    const json = writeBookRecord(record)
    expect(newer(json)).toEqual({ kind: 'end' })
    expect(newer(json.replace('"version":1', '"version":2')).kind).toBe('newer')
    expect(newer(json.replace('jiaokan.journal', 'jiaokan.else')).kind).toBe('damaged')
  })

  test('of an event, too; what stands before it is read', () => {
    const bytes = journalOf([2])
    const json = JSON.stringify({ ...logged(3), event: { type: 'foretold' } })
    const { bytes: line } = encodeLine({ seq: 3, first: 3, prev: scan(bytes).hashes[2]!, json }, utf8)
    const { events, end, stop } = scan(joined([bytes, line]))

    expect(events).toHaveLength(2)
    expect(end).toBe(bytes.length)
    expect(stop).toEqual({ kind: 'newer', detail: 'line 3: foretold' })
  })
})
