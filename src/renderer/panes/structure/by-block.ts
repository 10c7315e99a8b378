import type { BlockId } from '../../../core/corrections/correction.ts'
import type { Finding } from '../../session/findings.ts'
import { sameList } from './same-list.ts'

/** What waits in each block. */
export type ByBlock = ReadonlyMap<BlockId, readonly Finding[]>

/** A list that is as it was in `last` is the very same one, so that its block is not drawn anew. */
export function byBlock(findings: readonly Finding[], last: ByBlock): ByBlock {
  const out = new Map<BlockId, Finding[]>()
  for (const finding of findings) {
    const list = out.get(finding.block)
    if (list) list.push(finding)
    else out.set(finding.block, [finding])
  }
  return new Map([...out].map(([block, list]) => [block, sameList(last.get(block), list)]))
}
