import type { Finding } from '../../session/findings.ts'
import type { Outline } from '../../session/outline.ts'

/** How many findings wait in each node, those of the nodes in it included. */
export function countsOf({ nodes, nodeOf }: Outline, findings: readonly Finding[]): Int32Array {
  const counts = new Int32Array(nodes.length)
  for (const { block } of findings)
    for (let i = nodeOf.get(block) ?? -1; i >= 0; i = nodes[i]?.parent ?? -1) counts[i] = (counts[i] ?? 0) + 1
  return counts
}

/** How many of the entries in each node are read, and how many there are. */
export function readIn(
  { nodes }: Outline,
  read: ReadonlySet<number>,
): { readonly read: Int32Array; readonly all: Int32Array } {
  const out = { read: new Int32Array(nodes.length), all: new Int32Array(nodes.length) }
  nodes.forEach((node, at) => {
    if (node.kind !== 'entry') return
    for (let i = at; i >= 0; i = nodes[i]?.parent ?? -1) {
      out.all[i] = (out.all[i] ?? 0) + 1
      if (read.has(at)) out.read[i] = (out.read[i] ?? 0) + 1
    }
  })
  return out
}
