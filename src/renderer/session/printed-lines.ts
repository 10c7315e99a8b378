import { partitionPoint } from '../../core/order/partition-point.ts'
import { lineStarts } from '../../core/text/lines.ts'
import type { RawText } from '../../core/text/raw-text.ts'

const STARTS = new WeakMap<RawText, readonly number[]>()

function startsOf(raw: RawText): readonly number[] {
  let starts = STARTS.get(raw)
  if (!starts) STARTS.set(raw, (starts = lineStarts(raw.text)))
  return starts
}

/** The number of the physical line around a raw offset, from 1. */
export function lineAt(raw: RawText, at: number): number {
  const starts = startsOf(raw)
  return partitionPoint(starts.length, (i) => (starts[i] ?? Infinity) <= at)
}

/** Where a physical line starts; past the last one, where that starts. */
export function startOfLine(raw: RawText, line: number): number {
  const starts = startsOf(raw)
  return starts[Math.min(Math.max(1, line), starts.length) - 1] ?? 0
}

export function lineCount(raw: RawText): number {
  return startsOf(raw).length
}
