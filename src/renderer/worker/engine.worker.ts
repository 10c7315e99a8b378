import { expose } from 'comlink'
import { analyseText } from '../../core/analyse.ts'
import { analyseBook } from '../../core/analyse-book.ts'
import { packAnalysis, payloadHash } from '../../core/document/codec.ts'
import type { Project } from '../../core/project/project.ts'
import { writeProject } from '../../core/project/write-project.ts'
import { ok, type Result } from '../../core/result.ts'
import { decode } from '../../core/text/decode.ts'
import { rawText, type RawText } from '../../core/text/raw-text.ts'
import { previewRules } from '../../core/user-rules/preview.ts'
import { readRuleFile, writeRuleFile } from '../../rule-files/rule-file.ts'
import { decoderPort } from './decoder-port.ts'
import type { EngineApi } from './engine-api.ts'
import { figuresBeside } from './figures-thread.ts'
import { makeProof } from './next-proof.ts'
import { checkBook, readBook } from './read-book.ts'
import { receiveProject, sendProject, type Sent } from './sent-project.ts'

/** What the analysis takes of a comparison, roughly. */
const ANALYSIS = 0.7

const api: EngineApi = {
  async decode(bytes, override) {
    const port = await decoderPort(bytes)
    const decoded = decode(bytes, port, override ? { encoding: override } : {})
    if (!decoded.ok) return decoded
    const { raw, encoding, evidence, bom, newline } = decoded.value
    return {
      ok: true,
      value: { text: raw.text, sha256: raw.sha256, encoding, evidence, bom, newline },
    }
  },

  async readProject(bytes) {
    return sent(readBook(bytes, await decoderPort(bytes)))
  },

  async checkBook(project) {
    return checkBook(await receiveProject(project))
  },

  async writeProject(project) {
    return new Blob([writeProject(await receiveProject(project))], { type: 'text/plain;charset=utf-8' })
  },

  async nextProof(given, sentEarlier, onProgress) {
    const request = { ...given, earlier: await receiveProject(sentEarlier) }
    const raw = rawOf(request.source)
    const onAnalysis = (done: number): void => onProgress(done * ANALYSIS)
    const analysis = await analyseBook(raw, { ...request.choice, onProgress: onAnalysis }, figuresBeside)
    return sent(makeProof(request, raw, analysis))
  },

  readRules: readRuleFile,

  writeRules: (rules) => new Blob([writeRuleFile(rules)], { type: 'text/yaml;charset=utf-8' }),

  previewRules(text, rules) {
    const raw = rawText(text.replace(/\r\n?/g, '\n'), 'none')
    // Half a character, at most: nothing that a rule could be tried on.
    return raw.ok ? previewRules(raw.value, analyseText(raw.value).blocks, rules) : []
  },

  async analyse(text, sha256, onProgress, choice) {
    const raw = rawOf({ text, sha256 })
    const analysis = await analyseBook(raw, { ...choice, onProgress }, figuresBeside)
    const payload = packAnalysis(analysis)
    return {
      engine: analysis.engine,
      payload,
      hash: payloadHash(payload),
      // As the open book counts them: readings that were applied are queued for a look.
      findings:
        analysis.suggestions.length +
        analysis.corrections.filter((c) => c.kind === 'replace' && c.markedReading === true).length,
      corrections: analysis.corrections.length,
    }
  },
}

async function sent<T extends { readonly project: Project }, E>(
  made: Result<T, E>,
): Promise<Result<Sent<T>, E>> {
  return made.ok ? ok({ ...made.value, project: await sendProject(made.value.project) }) : made
}

function rawOf({ text, sha256 }: { readonly text: string; readonly sha256: string }): RawText {
  const raw = rawText(text, sha256)
  // It was decoded here before: anything else is a bug of the caller.
  if (!raw.ok) throw new Error(`no raw text: ${raw.error.kind} at ${raw.error.at}`)
  return raw.value
}

expose(api)
