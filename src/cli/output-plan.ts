import { basename, join, parse, resolve } from 'node:path'
import type { Exporter } from '../core/export/exporter.ts'
import { err, ok, type Result } from '../core/result.ts'
import type { FileSystem } from './io.ts'

/** One thing to clean: a file, or standard input. */
export interface Input {
  /** As it was given on the command line. */
  readonly given: string
  /** Null for standard input. */
  readonly path: string | null
  /** Its name in the export. */
  readonly name: string
  /** Its name without the last extension, after which the output is named. */
  readonly stem: string
}

/** Why a run would cost someone a file. */
export type Clash =
  | { readonly kind: 'same-name'; readonly inputs: readonly [string, string]; readonly output: string }
  | { readonly kind: 'over-input'; readonly input: string; readonly output: string }

/** The inputs that the arguments name; `-` is standard input. */
export function inputsOf(given: readonly string[], cwd: string): Input[] {
  return given.map((arg) => {
    if (arg === '-') return { given: arg, path: null, name: 'stdin', stem: 'stdin' }
    const name = basename(resolve(cwd, arg))
    return { given: arg, path: resolve(cwd, arg), name, stem: parse(name).name }
  })
}

/**
 * Looks before anything is written whether two outputs have one name, or one the name of an input. Names that
 * differ in case or in composition (NFC, NFD) only are the same on many disks, so they are the same here.
 */
export async function checkOutputs(
  fs: FileSystem,
  inputs: readonly Input[],
  exporters: readonly Pick<Exporter, 'extension'>[],
  folder: string,
): Promise<Result<null, Clash>> {
  const owners = new Map<string, { readonly name: string; readonly input: Input }>()
  for (const input of inputs) {
    for (const { extension } of exporters) {
      const name = input.stem + extension
      const other = owners.get(folded(name))
      if (other) return err({ kind: 'same-name', inputs: [other.input.given, input.given], output: name })
      owners.set(folded(name), { name, input })
    }
  }
  const byPath = new Map<string, Input>()
  const byIdentity = new Map<string, Input>()
  for (const input of inputs) {
    if (input.path === null) continue
    const path = await fs.realpath(input.path).catch(() => null)
    if (path === null) continue
    byPath.set(folded(path), input)
    const id = await identity(fs, path)
    if (id !== null) byIdentity.set(id, input)
  }
  const real = await fs.realpath(folder).catch(() => resolve(folder))
  for (const { name } of owners.values()) {
    const output = join(real, name)
    // The same file under another name: a hard link, or a disk mounted twice.
    const input = byPath.get(folded(output)) ?? byIdentity.get((await identity(fs, output)) ?? '')
    if (input) return err({ kind: 'over-input', input: input.given, output })
  }
  return ok(null)
}

async function identity(fs: FileSystem, path: string): Promise<string | null> {
  const found = await fs.stat(path, { bigint: true }).catch(() => null)
  return found && found.ino > 0n ? `${found.dev}:${found.ino}` : null
}

function folded(name: string): string {
  return name.toUpperCase().toLowerCase().normalize('NFC')
}
