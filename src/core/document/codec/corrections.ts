import type {
  BlockId,
  Correction,
  CorrectionEdit,
  Layer,
  Origin,
  Relocation,
  Replacement,
} from '../../corrections/correction.ts'
import type { CorrectionId } from '../../corrections/edit.ts'
import { type RawOffset, rawOffset, rawSpan, type Span } from '../../text/offset.ts'
import { Damage, Misfit, writeColumn } from './columns.ts'
import { Cursor, Strings } from './cursor.ts'
import { IdReader, IdWriter } from './ids.ts'
import { ReasonReader, ReasonWriter } from './reasons.ts'
import { isOrigin } from './shapes.ts'

const LAYERS: readonly Layer[] = ['layout', 'character', 'substance']
const MARKED = 1
const REJOINED = 2

/** Columns of all corrections. What they replace is not in it: it is the raw text under their spans. */
export function packCorrections(
  corrections: readonly Correction[],
  blocks: ReadonlyMap<BlockId, number>,
  strings: Strings,
): Record<string, unknown> {
  const ids = new IdWriter(strings)
  const reasons = new ReasonWriter(strings)
  const origins = new Strings()
  const kind: number[] = []
  const origin: number[] = []
  const layer: number[] = []
  const block: number[] = []
  const flags: number[] = []
  const sizes: number[] = []
  const from: number[] = []
  const length: number[] = []
  const insert: number[] = []
  const elsewhere: number[] = []
  const after: number[] = []
  let lastBlock = 0
  let lastFrom = 0
  for (const c of corrections) {
    const spans = c.kind === 'replace' ? c.edits.map((e) => e.span) : c.spans
    const place = spans[0]?.from ?? 0
    ids.add(c.id, place)
    reasons.add(c.reason)
    origin.push(origins.of(JSON.stringify(c.origin)))
    layer.push(LAYERS.indexOf(c.layer))
    const home = blockNumber(c.block, blocks, strings)
    block.push(home - lastBlock)
    lastBlock = home
    sizes.push(spans.length)
    for (const span of spans) {
      from.push(span.from - lastFrom)
      length.push(span.to - span.from)
      lastFrom = span.from
    }
    kind.push(c.kind === 'replace' ? 0 : 1)
    if (c.kind === 'replace') {
      flags.push((c.markedReading ? MARKED : 0) + (c.rejoined ? REJOINED : 0))
      for (const edit of c.edits) {
        insert.push(strings.of(edit.insert))
        if (edit.block === undefined) elsewhere.push(0)
        else elsewhere.push(1, blockNumber(edit.block, blocks, strings))
      }
    } else if (c.after === null) after.push(0)
    else after.push(1, c.after - place)
  }
  const placed = writeColumn(ids.fromPlace)
  const counted = writeColumn(ids.fromLast)
  const near = placed.length <= counted.length
  return {
    kind: writeColumn(kind),
    stems: writeColumn(ids.stems),
    near,
    numbers: near ? placed : counted,
    origins: origins.list,
    origin: writeColumn(origin),
    layer: writeColumn(layer),
    reasons: writeColumn(reasons.kinds),
    reasonNumbers: writeColumn(reasons.numbers),
    reasonTexts: writeColumn(reasons.texts),
    block: writeColumn(block),
    flags: writeColumn(flags),
    sizes: writeColumn(sizes),
    from: writeColumn(from),
    length: writeColumn(length),
    insert: writeColumn(insert),
    elsewhere: writeColumn(elsewhere),
    after: writeColumn(after),
  }
}

export function unpackCorrections(
  text: string,
  columns: Record<string, unknown>,
  blocks: readonly BlockId[],
  strings: readonly string[],
): Correction[] {
  const over = (name: string): Cursor => Cursor.over(columns[name])
  const ids = new IdReader(over('stems'), over('numbers'), columns['near'] === true, strings)
  const reasons = new ReasonReader(over('reasons'), over('reasonNumbers'), over('reasonTexts'), strings)
  const origins = readOrigins(columns['origins'])
  const kind = over('kind')
  const origin = over('origin')
  const layer = over('layer')
  const block = over('block')
  const marks = over('flags')
  const sizes = over('sizes')
  const from = over('from')
  const length = over('length')
  const inserts = over('insert')
  const elsewhere = over('elsewhere')
  const after = over('after')
  let lastBlock = 0
  let lastFrom = 0

  const span = (): Span => {
    lastFrom += from.next()
    const to = lastFrom + length.next()
    if (lastFrom < 0 || to < lastFrom || to > text.length) throw new Misfit('a span leaves the text')
    return rawSpan(lastFrom, to)
  }
  const edit = (at: Span): CorrectionEdit => {
    const insert = inserts.pick(strings)
    const away = elsewhere.next() === 1
    return away
      ? { span: at, insert, block: blockName(elsewhere.next(), blocks, strings) }
      : { span: at, insert }
  }
  const whither = (place: number): RawOffset | null =>
    after.next() === 1 ? rawOffset(place + after.next()) : null

  const out: Correction[] = []
  for (let left = kind.rest(); left > 0; left--) {
    const isMove = kind.next() === 1
    const spans = Array.from({ length: sizes.count() }, span)
    const place = spans[0]?.from ?? 0
    lastBlock += block.next()
    const base = {
      id: ids.next(place) as CorrectionId,
      origin: origin.pick(origins),
      layer: layer.pick(LAYERS),
      reason: reasons.next(),
      block: blockName(lastBlock, blocks, strings),
      replaces: spans.map((s) => text.slice(s.from, s.to)),
    }
    if (isMove) {
      const move: Relocation = { kind: 'move', ...base, spans, after: whither(place) }
      out.push(move)
      continue
    }
    const flags = marks.next()
    const replacement: Replacement = {
      kind: 'replace',
      ...base,
      edits: spans.map(edit),
      ...(flags % 2 === MARKED ? { markedReading: true as const } : {}),
      ...(flags >= REJOINED ? { rejoined: true as const } : {}),
    }
    out.push(replacement)
  }
  for (const c of [kind, origin, layer, block, marks, sizes, from, length, inserts, elsewhere, after])
    c.finish()
  ids.finish()
  reasons.finish()
  return out
}

function readOrigins(list: unknown): Origin[] {
  if (!Array.isArray(list)) throw new Damage('there are no origins')
  return list.map((text: unknown) => {
    const origin: unknown = typeof text === 'string' ? JSON.parse(text) : null
    if (!isOrigin(origin)) throw new Damage('an origin says nothing')
    return origin
  })
}

/** A block's place in the list; a name that is not in it goes to the strings, below zero. */
function blockNumber(id: BlockId, blocks: ReadonlyMap<BlockId, number>, strings: Strings): number {
  return blocks.get(id) ?? -1 - strings.of(id)
}

function blockName(n: number, blocks: readonly BlockId[], strings: readonly string[]): BlockId {
  const id = n >= 0 ? blocks[n] : (strings[-1 - n] as BlockId | undefined)
  if (id === undefined) throw new Damage('a block has no name')
  return id
}
