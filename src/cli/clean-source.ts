import { analyseBook } from '../core/analyse-book.ts'
import type { ExportSource } from '../core/export/exporter.ts'
import { err, ok, type Result } from '../core/result.ts'
import type { RuleChoice } from '../core/switches.ts'
import type { Analysis } from '../core/structure/block.ts'
import { decode, type Decoded } from '../core/text/decode.ts'
import type { Encoding } from '../core/text/encoding.ts'
import { decoder } from './decoder.ts'
import type { Failure } from './failure.ts'
import type { Io } from './io.ts'

export interface CleanOptions extends RuleChoice {
  /** Applies nothing that touches a digit, a unit or a word. */
  readonly strict: boolean
  readonly onProgress?: (done: number) => void
  readonly figuresBeside?: Io['figuresBeside']
}

/** Bytes of one source to text; nothing is guessed where the encoding is given. */
export function decodeSource(bytes: Uint8Array, encoding: Encoding | null): Result<Decoded, Failure> {
  const decoded = decode(bytes, decoder, encoding ? { encoding } : {})
  return decoded.ok ? decoded : err({ kind: 'decode', error: decoded.error, told: encoding !== null })
}

/** What the engine makes of one source, ledger and digit lock checked. A fault of the engine comes out as one. */
export async function analyseSource(
  { raw }: Decoded,
  { figuresBeside, ...options }: CleanOptions,
): Promise<Result<Analysis, Failure>> {
  try {
    return ok(await analyseBook(raw, options, figuresBeside))
  } catch (error) {
    return err({ kind: 'bug', error })
  }
}

/** The same as exporters see it. */
export async function cleanSource(
  name: string,
  decoded: Decoded,
  options: CleanOptions,
): Promise<Result<ExportSource, Failure>> {
  const analysis = await analyseSource(decoded, options)
  return analysis.ok ? ok(analysedSource(name, decoded, analysis.value)) : analysis
}

export function analysedSource(
  name: string,
  { raw, encoding }: Decoded,
  { blocks, corrections, suggestions, pages }: Analysis,
): ExportSource {
  return { name, encoding, raw, blocks, corrections, suggestions, pages }
}
