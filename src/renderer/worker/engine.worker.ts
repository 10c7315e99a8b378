import { expose } from 'comlink'
import { analyse } from '../../core/analyse.ts'
import { obey } from '../../core/obey.ts'
import { packAnalysis, payloadHash } from '../../core/document/codec.ts'
import { writeProject } from '../../core/project/write-project.ts'
import { decode } from '../../core/text/decode.ts'
import { rawText, type RawText } from '../../core/text/raw-text.ts'
import { previewRules } from '../../core/user-rules/preview.ts'
import { readRuleFile, writeRuleFile } from '../../rule-files/rule-file.ts'
import { decoderPort } from './decoder-port.ts'
import type { EngineApi } from './engine-api.ts'
import { makeProof } from './next-proof.ts'
import { checkBook, readBook } from './read-book.ts'

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
    return readBook(bytes, await decoderPort(bytes))
  },

  checkBook,

  writeProject: (project) => new Blob([writeProject(project)], { type: 'text/plain;charset=utf-8' }),

  nextProof(request, onProgress) {
    const raw = rawOf(request.source)
    const onAnalysis = (done: number): void => onProgress(done * ANALYSIS)
    return makeProof(request, raw, obey(raw, analyse(raw, { ...request.choice, onProgress: onAnalysis })))
  },

  readRules: readRuleFile,

  writeRules: (rules) => new Blob([writeRuleFile(rules)], { type: 'text/yaml;charset=utf-8' }),

  previewRules(text, rules) {
    const raw = rawText(text.replace(/\r\n?/g, '\n'), 'none')
    // Half a character, at most: nothing that a rule could be tried on.
    return raw.ok ? previewRules(raw.value, analyse(raw.value).blocks, rules) : []
  },

  analyse(text, sha256, onProgress, choice) {
    const raw = rawOf({ text, sha256 })
    const analysis = obey(raw, analyse(raw, { ...choice, onProgress }))
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

function rawOf({ text, sha256 }: { readonly text: string; readonly sha256: string }): RawText {
  const raw = rawText(text, sha256)
  // It was decoded here before: anything else is a bug of the caller.
  if (!raw.ok) throw new Error(`no raw text: ${raw.error.kind} at ${raw.error.at}`)
  return raw.value
}

expose(api)
