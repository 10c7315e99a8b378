import type { Result } from '../../core/result.ts'
import type { DecodeError } from '../../core/text/decode.ts'
import type { Encoding, Evidence, Newline } from '../../core/text/encoding.ts'

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
  /** Suggestions that wait for a decision. */
  readonly findings: number
  readonly corrections: number
}

/** What the worker does. Everything here is sent by value. */
export interface EngineApi {
  /** `override` null: the encoding is detected. */
  decode(bytes: Uint8Array, override: Encoding | null): Promise<Result<DecodedSource, DecodeError>>
  /** Reports the share that is done, 0 to 1. */
  analyse(text: string, sha256: string, onProgress: (done: number) => void): AnalysedSource
}
