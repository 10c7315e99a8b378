import type { BlockId, Correction } from '../../corrections/correction.ts'
import { type BlockEdit, type CorrectionId, editList } from '../../corrections/edit.ts'
import { type Block, type OwnedSpan, type Role, ROLES } from '../../structure/block.ts'
import { ownedSpan } from '../spans.ts'
import { Damage, Misfit, writeColumn } from './columns.ts'
import { Cursor, type Strings } from './cursor.ts'
import { IdReader, IdWriter } from './ids.ts'

/** Columns of all blocks but for their edits, which are those of the corrections. */
export function packBlocks(
  blocks: readonly Block[],
  corrections: ReadonlyMap<CorrectionId, number>,
  strings: Strings,
): Record<string, unknown> {
  const ids = new IdWriter(strings)
  const role: number[] = []
  const editor: number[] = []
  const level: number[] = []
  const sizes: number[] = []
  const from: number[] = []
  const length: number[] = []
  const moved: number[] = []
  let end = 0
  for (const b of blocks) {
    ids.add(b.id, b.spans[0].from)
    role.push(ROLES.indexOf(b.role))
    editor.push(b.decidedBy === 'editor' ? 1 : 0)
    level.push(b.level ?? 0)
    sizes.push(b.spans.length)
    for (const span of b.spans) {
      // Most blocks start where the one before ends.
      from.push(span.from - end)
      length.push(span.to - span.from)
      end = span.to
      if (span.moved === undefined) moved.push(0)
      else moved.push(1, corrections.get(span.moved) ?? -1 - strings.of(span.moved))
    }
  }
  const placed = writeColumn(ids.fromPlace)
  const counted = writeColumn(ids.fromLast)
  const near = placed.length <= counted.length
  return {
    stems: writeColumn(ids.stems),
    near,
    numbers: near ? placed : counted,
    role: writeColumn(role),
    editor: writeColumn(editor),
    level: writeColumn(level),
    sizes: writeColumn(sizes),
    from: writeColumn(from),
    length: writeColumn(length),
    moved: writeColumn(moved),
  }
}

/** A block before its edits and the names of its relocations are known. */
export interface BareBlock {
  readonly id: BlockId
  readonly role: Role
  readonly editor: boolean
  readonly level: number
  readonly spans: readonly { readonly from: number; readonly to: number; readonly moved: number | null }[]
}

export function unpackBlocks(
  text: string,
  columns: Record<string, unknown>,
  strings: readonly string[],
): BareBlock[] {
  const over = (name: string): Cursor => Cursor.over(columns[name])
  const ids = new IdReader(over('stems'), over('numbers'), columns['near'] === true, strings)
  const [role, editor, level, sizes, from, length, moved] = [
    over('role'),
    over('editor'),
    over('level'),
    over('sizes'),
    over('from'),
    over('length'),
    over('moved'),
  ] as const
  let end = 0
  const span = (): BareBlock['spans'][number] => {
    const start = end + from.next()
    end = start + length.next()
    if (start < 0 || end < start || end > text.length) throw new Misfit('a span leaves the text')
    return { from: start, to: end, moved: moved.next() === 1 ? moved.next() : null }
  }
  const out: BareBlock[] = []
  for (let left = role.rest(); left > 0; left--) {
    const spans = Array.from({ length: sizes.count() }, span)
    if (spans.length === 0) throw new Damage('a block owns nothing')
    out.push({
      id: ids.next(spans[0]!.from) as BlockId,
      role: role.pick(ROLES),
      editor: editor.next() === 1,
      level: level.count(),
      spans,
    })
  }
  for (const cursor of [role, editor, level, sizes, from, length, moved]) cursor.finish()
  ids.finish()
  return out
}

/** Blocks with the edits that the corrections say they hold. */
export function dress(
  bare: readonly BareBlock[],
  corrections: readonly Correction[],
  strings: readonly string[],
): Block[] {
  const edits = new Map<BlockId, BlockEdit[]>(bare.map((b) => [b.id, []]))
  for (const c of corrections) {
    if (c.kind !== 'replace') continue
    for (const { span, insert, block } of c.edits) {
      const list = edits.get(block ?? c.block)
      if (!list) throw new Damage('an edit lies in no block')
      list.push({ span, insert, correction: c.id })
    }
  }
  const name = (n: number): CorrectionId => {
    const id = n >= 0 ? corrections[n]?.id : (strings[-1 - n] as CorrectionId | undefined)
    if (id === undefined) throw new Damage('a relocation has no name')
    return id
  }
  return bare.map(({ id, role, editor, level, spans }): Block => {
    const list = editList(edits.get(id)!)
    if (!list.ok) throw new Damage('edits overlap')
    const [first, ...rest] = spans.map((s): OwnedSpan =>
      ownedSpan(s.from, s.to, s.moved === null ? undefined : name(s.moved)),
    )
    return {
      id,
      role,
      decidedBy: editor ? 'editor' : 'engine',
      ...(level === 0 ? {} : { level }),
      spans: [first!, ...rest],
      edits: list.value,
    }
  })
}
