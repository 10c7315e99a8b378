import type { BlockId } from '../../../core/corrections/correction.ts'
import type { Finding } from '../../session/findings.ts'

/** What waits in each block. */
export type ByBlock = ReadonlyMap<BlockId, readonly Finding[]>

export function byBlock(findings: readonly Finding[]): ByBlock {
  const out = new Map<BlockId, Finding[]>()
  for (const finding of findings) {
    const list = out.get(finding.block)
    if (list) list.push(finding)
    else out.set(finding.block, [finding])
  }
  return out
}
