import type { Layer } from '../../../core/corrections/correction.ts'
import type { CorrectionId } from '../../../core/corrections/edit.ts'
import { cleanLength, type Segment } from '../../../core/corrections/segment.ts'

/** A stretch of corrected text that looks the same throughout. Empty where something was taken out and nothing put. */
export interface Run {
  /** Offset in the corrected text. */
  readonly at: number
  readonly text: string
  readonly layer: Exclude<Layer, 'layout'> | null
  readonly correction: CorrectionId | null
  /** A place where the layout was mended; drawn only when it was asked for. */
  readonly isSeam: boolean
  readonly finding: string | null
  /** 照录. */
  readonly isAsPrinted: boolean
  readonly hasNote: boolean
  /** It was looked for. */
  readonly isFound: boolean
}

/** A stretch of corrected text, of which something is said. */
export interface Said {
  readonly from: number
  readonly to: number
}

export interface Inked {
  readonly text: string
  readonly segments: readonly Segment[]
  readonly layerOf: (correction: CorrectionId) => Layer | null
  readonly findings: readonly (Said & { readonly id: string })[]
  readonly asPrinted: readonly Said[]
  readonly notes: readonly Said[]
  readonly found: readonly Said[]
}

interface Changed extends Said {
  readonly layer: Layer
  readonly correction: CorrectionId
}

/** Cuts a block's corrected text into runs. */
export function runsOf({ text, segments, layerOf, findings, asPrinted, notes, found }: Inked): Run[] {
  const changes = changesIn(segments, layerOf)
  const shown = changes.filter((c) => c.layer !== 'layout')
  const borders = new Set([0, text.length])
  for (const list of [shown, findings, asPrinted, notes, found])
    for (const { from, to } of list) borders.add(from).add(Math.min(to, text.length))
  for (const { from, to, layer } of changes) if (layer === 'layout' && from === to) borders.add(from)
  const sorted = [...borders].sort((a, b) => a - b)
  const runs: Run[] = []
  sorted.forEach((from, i) => {
    for (const c of changes) if (c.from === from && c.to === from) runs.push(empty(c, from))
    const to = sorted[i + 1]
    if (to === undefined) return
    const over = (said: Said): boolean => said.from < to && from < said.to
    const change = shown.find(over)
    runs.push({
      at: from,
      text: text.slice(from, to),
      layer: change ? shownLayer(change.layer) : null,
      correction: change?.correction ?? null,
      isSeam: false,
      finding: findings.find(over)?.id ?? null,
      isAsPrinted: asPrinted.some(over),
      hasNote: notes.some(over),
      isFound: found.some(over),
    })
  })
  return runs
}

function changesIn(segments: readonly Segment[], layerOf: Inked['layerOf']): Changed[] {
  const out: Changed[] = []
  let clean = 0
  for (const s of segments) {
    const from = clean
    clean += cleanLength(s)
    const layer = s.kind === 'edit' ? layerOf(s.correction) : null
    if (s.kind === 'edit' && layer !== null) out.push({ from, to: clean, layer, correction: s.correction })
  }
  return out
}

function empty({ layer, correction }: Changed, at: number): Run {
  return {
    at,
    text: '',
    layer: shownLayer(layer),
    correction,
    isSeam: layer === 'layout',
    finding: null,
    isAsPrinted: false,
    hasNote: false,
    isFound: false,
  }
}

function shownLayer(layer: Layer): Run['layer'] {
  return layer === 'layout' ? null : layer
}
