import type { Document } from '../../../core/document/document.ts'
import type { Finding } from '../../session/findings.ts'
import type { Outline } from '../../session/outline.ts'

/** One category, or the text before the first. */
export interface Part {
  /** Index of its outline node. */
  readonly node: number
  readonly entries: number
  readonly read: number
  readonly findings: number
  /** UTF-16 units of raw text from its first block to that of the next. */
  readonly length: number
}

/** The top divisions of a book with what is read, what waits, and how long they are. */
export function parts(
  doc: Document,
  { nodes, nodeOf }: Outline,
  findings: readonly Finding[],
  read: ReadonlySet<number>,
): Part[] {
  const top = new Int32Array(nodes.length)
  const made = new Map<number, { entries: number; read: number; findings: number; length: number }>()
  nodes.forEach((node, i) => {
    top[i] = node.parent < 0 ? i : (top[node.parent] ?? i)
    const root = top[i]
    let part = made.get(root)
    if (!part) made.set(root, (part = { entries: 0, read: 0, findings: 0, length: 0 }))
    if (node.kind === 'entry') {
      part.entries++
      if (read.has(i)) part.read++
    }
  })
  // By where they begin, not block by block: a long book has 60,000 of those.
  const starts = [...made.keys()]
    .map((node) => {
      const first = nodes[node]?.first
      return { node, at: (first && doc.blocks.get(first)?.spans[0].from) ?? 0 }
    })
    .sort((a, b) => a.at - b.at)
  for (const [i, { node, at }] of starts.entries()) {
    const part = made.get(node)
    if (part) part.length = (starts[i + 1]?.at ?? doc.raw.text.length) - at
  }
  for (const { block } of findings) {
    const node = nodeOf.get(block)
    const part = node === undefined ? undefined : made.get(top[node] ?? -1)
    if (part) part.findings++
  }
  return [...made].map(([node, part]) => ({ node, ...part }))
}
