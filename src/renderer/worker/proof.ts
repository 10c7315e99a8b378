import type { ConflictReason } from '../../core/carry/carried.ts'
import type { DecisionName } from '../../core/carry/decisions.ts'
import type { TextShare } from '../../core/carry/places.ts'
import type { Source } from '../../core/document/source.ts'
import type { Project } from '../../core/project/project.ts'
import type { RuleChoice } from '../../core/switches.ts'

/** What is to be made: a book of a later proof, with the decisions of the earlier one. */
export interface ProofRequest {
  readonly earlier: Project
  readonly title: string
  readonly source: Omit<Source, 'payload'>
  /** What the new text is read with; which rules the earlier book was read with says nothing of that. */
  readonly choice: RuleChoice
  /** Signs what had no signature of its own. */
  readonly at: string
  readonly words: ProofWords
}

/** The words of what is noted of a conflict, their braces not filled yet. */
export interface ProofWords {
  readonly remark: string
  readonly decided: string
  readonly kinds: Readonly<Record<DecisionName, string>>
}

/** Decisions of one kind, by what became of them. */
export interface ProofCount {
  readonly kind: DecisionName
  readonly moved: number
  readonly already: number
  readonly conflict: number
}

/** A quote with what stands around it, on one line. */
export interface ProofPlace {
  /** Of the raw text, from 1. */
  readonly line: number
  readonly at: number
  readonly context: readonly [string, string, string]
}

export interface ProofConflict {
  readonly kind: DecisionName
  readonly reason: ConflictReason
  readonly decided: string
  readonly before: ProofPlace
  readonly now: ProofPlace
}

export interface ProofReport {
  readonly counts: readonly ProofCount[]
  /** In the order of the earlier book. */
  readonly conflicts: readonly ProofConflict[]
  readonly share: TextShare
}

/** A book that is not stored yet. */
export interface MadeProof {
  readonly project: Project
  /** As the shelf shows it. */
  readonly findings: number
  readonly read: number
  readonly report: ProofReport
}
