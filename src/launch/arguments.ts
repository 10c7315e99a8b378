import { parseArgs } from 'node:util'

export interface LaunchArguments {
  /** The ordinary browser is wanted, even where Electron could open. */
  readonly browser: boolean
  /** The default browser is opened at the address. */
  readonly open: boolean
  /** A text or project to open, as it was named on the command line. */
  readonly file: string | null
  /** With hot reload, for those who work on the program. */
  readonly dev: boolean
  readonly help: boolean
}

/** What stands behind `npm start --`. Throws node's own error, which names the argument that it does not know. */
export function launchArguments(words: readonly string[]): LaunchArguments {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: {
      browser: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
      dev: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
    allowPositionals: true,
  })
  if (positionals.length > 1) throw new Error(`one file at most: ${positionals.join(' ')}`)
  return {
    browser: values.browser,
    open: !values['no-open'],
    file: positionals[0] ?? null,
    dev: values.dev,
    help: values.help,
  }
}
