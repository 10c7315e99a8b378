import type { Result } from '../../core/result.ts'
import type { DecodeError } from '../../core/text/decode.ts'
import type { Encoding, Evidence, Newline } from '../../core/text/encoding.ts'
import type { ProjectFault } from '../../core/project/fault.ts'
import type { Project } from '../../core/project/project.ts'
import type { RuleChoice } from '../../core/switches.ts'
import type { RulePreview } from '../../core/user-rules/preview.ts'
import type { RuleFault } from '../../core/user-rules/rule-fault.ts'
import type { UserRule } from '../../core/user-rules/user-rule.ts'
import type { MadeProof, ProofRequest } from './proof.ts'
import type { Sent, SentProject } from './sent-project.ts'

/** A source as text, in a form that can be sent and stored. */
export interface DecodedSource {
  readonly text: string
  readonly sha256: string
  readonly encoding: Encoding
  readonly evidence: Evidence
  readonly bom: boolean
  readonly newline: Newline
}

/** What the engine made of a source. */
export interface AnalysedSource {
  readonly engine: string
  /** The packed analysis, to be kept beside the log and unpacked by whoever opens the book. */
  readonly payload: string
  /** `payloadHash` of the payload, for the `analysed` event. */
  readonly hash: string
  /** What waits for a decision: suggestions, and readings that were applied and are queued for a look. */
  readonly findings: number
  readonly corrections: number
}

/** A book that came in a project file, checked from its first line to its last event. */
export interface ReadProject {
  readonly project: Project
  /** Where its laws do not hold. It can be taken in and mended. */
  readonly broken: readonly ProjectFault[]
  /** What waits for a decision. */
  readonly findings: number
  /** Share of its entries that are read, 0 to 1. */
  readonly read: number
}

/** What the worker does. Everything here is sent by value. */
export interface EngineApi {
  /** `override` null: the encoding is detected. */
  decode(bytes: Uint8Array, override: Encoding | null): Promise<Result<DecodedSource, DecodeError>>
  /** All of a project file, or the first thing that is wrong with it. */
  readProject(bytes: Uint8Array): Promise<Result<Sent<ReadProject>, ProjectFault>>
  /** What is wrong with a book that came back from its copy. */
  checkBook(project: SentProject): Promise<readonly ProjectFault[]>
  /** The project file of a book. */
  writeProject(project: SentProject): Promise<Blob>
  /** The book of a later proof, with the decisions of the earlier one. The fault is the earlier book's. */
  nextProof(
    request: Omit<ProofRequest, 'earlier'>,
    earlier: SentProject,
    onProgress: (done: number) => void,
  ): Promise<Result<Sent<MadeProof>, ProjectFault>>
  /** Reports the share that is done, 0 to 1. */
  analyse(
    text: string,
    sha256: string,
    onProgress: (done: number) => void,
    choice: RuleChoice,
  ): Promise<AnalysedSource>
  /** The rules of a file that an editor wrote, or all that is wrong with it. */
  readRules(file: string): Result<readonly UserRule[], readonly RuleFault[]>
  /** A file with these rules. */
  writeRules(rules: readonly UserRule[]): Blob
  /** What these rules would propose in a text. */
  previewRules(text: string, rules: readonly UserRule[]): readonly RulePreview[]
}
