import { parseArgs } from 'node:util'
import { err, ok, type Result } from '../core/result.ts'

/** Options of a command: does one stand alone (`flag`), or does a value follow (`value`)? */
export type OptionKinds = Readonly<Record<string, 'flag' | 'value'>>

export interface Arguments {
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
  readonly positionals: readonly string[]
}

export interface ArgumentFault {
  readonly kind: 'unknown-option' | 'value-missing' | 'value-unexpected' | 'given-twice'
  readonly option: string
}

/**
 * Sorts command line arguments. node:util splits them; what is wrong with them is said here, since its own
 * errors are English sentences.
 */
export function parse(argv: readonly string[], kinds: OptionKinds): Result<Arguments, ArgumentFault> {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? 'boolean' : 'string' } as const,
    ]),
  )
  const { tokens } = parseArgs({
    args: [...argv],
    options: { ...options, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const flags = new Set<string>()
  const values = new Map<string, string>()
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const option = token.rawName
    const kind =
      token.name === 'help' ? 'flag' : Object.hasOwn(kinds, token.name) ? kinds[token.name] : undefined
    if (!kind) return err({ kind: 'unknown-option', option })
    if (kind === 'flag') {
      if (token.value !== undefined) return err({ kind: 'value-unexpected', option })
      flags.add(token.name)
      continue
    }
    // `--out --format json` forgot a folder; it does not name one.
    const missing =
      token.value === undefined || token.value === '' || (!token.inlineValue && /^-./.test(token.value))
    if (missing) return err({ kind: 'value-missing', option })
    if (values.has(token.name)) return err({ kind: 'given-twice', option })
    values.set(token.name, token.value)
  }
  return ok({ flags, values, positionals })
}
