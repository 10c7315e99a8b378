import type { EditPiece } from '../pieces.ts'
import type { CleanRun } from './clean-runs.ts'
import type { RawRuns } from './raw-runs.ts'

/** Runs that did not come through unchanged, put together as far as a change connects them. */
export interface Cluster {
  /** Indices of raw runs, in raw order. */
  readonly raw: readonly number[]
  /** In reading order. */
  readonly clean: readonly CleanRun[]
}

/** An edit that touches a raw run: by replacing some of it, or by inserting inside it. */
export interface Touch {
  readonly run: number
  readonly edit: EditPiece
}

/**
 * Local windows: a corrected run belongs with the raw runs of which it kept a token; an edit, with all runs
 * that it touches, put a token into, or lies inside of. `lost` are the raw runs that are not there any more
 * as they were.
 */
export function clusters(
  runs: RawRuns,
  lost: readonly number[],
  odd: readonly CleanRun[],
  touches: readonly Touch[],
): Cluster[] {
  const sets = new Sets()
  const ofRun = new Map(lost.map((run) => [run, sets.add()]))
  const ofEdit = new Map<EditPiece, number>()
  const editNode = (edit: EditPiece): number => {
    let node = ofEdit.get(edit)
    if (node === undefined) ofEdit.set(edit, (node = sets.add()))
    return node
  }
  for (const { run, edit } of touches) {
    const node = ofRun.get(run)
    if (node !== undefined) sets.join(node, editNode(edit))
  }
  const ofOdd = odd.map((clean) => {
    const node = sets.add()
    for (const token of clean.tokens) {
      const other = token.edit ? editNode(token.edit) : ofRun.get(runs.indexAt(token.from))
      if (other !== undefined) sets.join(node, other)
    }
    const last = clean.tokens.at(-1)!.piece
    for (let i = clean.tokens[0]!.piece; i <= last; i++) {
      const piece = clean.pieces[i]!
      if (piece.kind === 'edit') sets.join(node, editNode(piece))
    }
    return node
  })

  const out = new Map<number, { raw: number[]; clean: CleanRun[] }>()
  const cluster = (node: number): { raw: number[]; clean: CleanRun[] } => {
    const root = sets.find(node)
    let found = out.get(root)
    if (!found) out.set(root, (found = { raw: [], clean: [] }))
    return found
  }
  for (const [run, node] of ofRun) cluster(node).raw.push(run)
  for (const [i, node] of ofOdd.entries()) cluster(node).clean.push(odd[i]!)
  for (const { raw } of out.values()) raw.sort((a, b) => a - b)
  return [...out.values()]
}

/** Disjoint sets with path halving. */
class Sets {
  private readonly parent: number[] = []

  add(): number {
    this.parent.push(this.parent.length)
    return this.parent.length - 1
  }

  find(node: number): number {
    let at = node
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]!]!
      at = this.parent[at]!
    }
    return at
  }

  join(a: number, b: number): void {
    this.parent[this.find(a)] = this.find(b)
  }
}
