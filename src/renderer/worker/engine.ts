import { proxy, wrap, type Remote } from 'comlink'
import { createContext } from 'svelte'
import { errorText } from '../../core/error-text.ts'
import type { ProjectFault } from '../../core/project/fault.ts'
import type { Project } from '../../core/project/project.ts'
import { ok, type Result } from '../../core/result.ts'
import type { DecodeError } from '../../core/text/decode.ts'
import { ALL_RULES, type RuleChoice } from '../../core/switches.ts'
import type { Encoding } from '../../core/text/encoding.ts'
import type { MadeProof, ProofRequest } from './proof.ts'
import type { AnalysedSource, DecodedSource, EngineApi, ReadProject } from './engine-api.ts'
import { receiveProject, sendProject, type Sent } from './sent-project.ts'

/** The work was called off. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

/** The engine itself stopped working: a bug, or no memory left. */
export class EngineFailed extends Error {
  override readonly name = 'EngineFailed'
}

/** A worker with its one proxy: a second proxy for it would be told that the worker is done when the first is collected. */
interface Helper {
  readonly worker: Worker
  readonly api: Remote<EngineApi>
  /** Rejects when the worker breaks down, as it may before it has any work. */
  readonly broken: Promise<never>
}

/**
 * The core, off the main thread. Each call has a worker to itself, so that calling one off (which ends its worker, for
 * the core cannot be interrupted) disturbs no other; one idle worker is kept for the next call.
 */
export class Engine {
  readonly #spawn: () => Worker
  #idle: Helper | null = null

  constructor(spawn: () => Worker) {
    this.#spawn = spawn
  }

  /** Bytes to text. The encoding is detected where `override` is null. */
  decode(
    bytes: Uint8Array,
    override: Encoding | null,
    signal?: AbortSignal,
  ): Promise<Result<DecodedSource, DecodeError>> {
    return this.run(async (api) => await api.decode(bytes, override), signal)
  }

  /** Text to packed analysis; `onProgress` gets the share that is done, 0 to 1. */
  analyse(
    source: { readonly text: string; readonly sha256: string },
    onProgress: (done: number) => void,
    signal?: AbortSignal,
    choice: RuleChoice = ALL_RULES,
  ): Promise<AnalysedSource> {
    return this.run((api) => api.analyse(source.text, source.sha256, proxy(onProgress), choice), signal)
  }

  /** The book of a later proof; nothing of it is stored yet. `onProgress` gets the share that is done, 0 to 1. */
  nextProof(
    request: ProofRequest,
    onProgress: (done: number) => void,
    signal: AbortSignal,
  ): Promise<Result<MadeProof, ProjectFault>> {
    return this.run(async (api) => {
      const { earlier, ...rest } = request
      return received(await api.nextProof(rest, await sendProject(earlier), proxy(onProgress)))
    }, signal)
  }

  /** All of a project file, or the first thing that is wrong with it. */
  readProject(bytes: Uint8Array, signal: AbortSignal): Promise<Result<ReadProject, ProjectFault>> {
    return this.run(async (api) => received(await api.readProject(bytes)), signal)
  }

  /** The project file of a book. */
  writeProject(project: Project): Promise<Blob> {
    return this.run(async (api) => await api.writeProject(await sendProject(project)))
  }

  /** What is wrong with a book that came back from its copy. */
  checkBook(project: Project): Promise<readonly ProjectFault[]> {
    return this.run(async (api) => await api.checkBook(await sendProject(project)))
  }

  /** Makes a worker ready before it is needed. */
  warm(): void {
    this.#idle ??= this.#start()
  }

  /** Any call of the worker's. Rejects with Cancelled or EngineFailed. */
  async run<T>(call: (api: Remote<EngineApi>) => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) throw new Cancelled()
    const helper = this.#idle ?? this.#start()
    const { worker, api, broken } = helper
    this.#idle = null
    const over = new AbortController()
    try {
      const calledOff = new Promise<never>((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Cancelled()), { signal: over.signal })
      })
      const value = await Promise.race([call(api), broken, calledOff])
      this.#keep(helper)
      return value
    } catch (error) {
      worker.terminate()
      if (error instanceof Cancelled || error instanceof EngineFailed) throw error
      throw new EngineFailed(errorText(error), { cause: error })
    } finally {
      over.abort()
    }
  }

  #start(): Helper {
    const worker = this.#spawn()
    const broken = new Promise<never>((_resolve, reject) => {
      worker.addEventListener('error', (event) => reject(new EngineFailed(event.message)))
      worker.addEventListener('messageerror', () => reject(new EngineFailed('messageerror')))
    })
    // Whoever uses the worker hears of it; until then nobody waits.
    broken.catch(() => undefined)
    return { worker, api: wrap<EngineApi>(worker), broken }
  }

  #keep(helper: Helper): void {
    if (this.#idle) helper.worker.terminate()
    else this.#idle = helper
  }
}

async function received<T extends { readonly project: Project }, E>(
  came: Result<Sent<T>, E>,
): Promise<Result<T, E>> {
  if (!came.ok) return came
  return ok({ ...came.value, project: await receiveProject(came.value.project) } as unknown as T)
}

export const [getEngine, setEngine] = createContext<Engine>()
