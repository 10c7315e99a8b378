import type { Block, OwnedSpan } from '../../structure/block.ts'
import { rawSpan } from '../../text/offset.ts'
import type { Draft } from '../draft.ts'
import { isEmpty } from '../spans.ts'

/**
 * Takes spans from the relocations that had moved them, since they are moved anew; one that holds none is
 * gone.
 */
export function releaseRelocations(draft: Draft, spans: readonly OwnedSpan[]): void {
  for (const { from, to, moved } of spans) {
    const relocation = moved === undefined ? undefined : draft.corrections.get(moved)
    if (relocation?.kind !== 'move') continue
    const rest = relocation.spans
      .flatMap((s) => [
        rawSpan(s.from, Math.max(s.from, Math.min(s.to, from))),
        rawSpan(Math.min(s.to, Math.max(s.from, to)), s.to),
      ])
      .filter((s) => !isEmpty(s))
    const replaces = rest.map((s) => draft.raw.text.slice(s.from, s.to))
    draft.corrections.set(
      relocation.id,
      rest.length > 0 ? { ...relocation, spans: rest, replaces } : undefined,
    )
  }
}

/** Relocations whose text has left their block for this one follow it. */
export function followRelocations(draft: Draft, block: Block): void {
  for (const moved of new Set(block.spans.map((s) => s.moved))) {
    const relocation = moved === undefined ? undefined : draft.corrections.get(moved)
    if (relocation?.kind !== 'move' || relocation.block === block.id) continue
    const old = draft.blocks.get(relocation.block)
    if (!old?.spans.some((s) => s.moved === moved))
      draft.corrections.set(relocation.id, { ...relocation, block: block.id })
  }
}
