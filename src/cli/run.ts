import { EXPORTERS } from '../core/export/index.ts'
import type { Language } from '../core/messages.ts'
import type { Result } from '../core/result.ts'
import { ENCODINGS } from '../core/text/encoding.ts'
import { parse, type Arguments, type OptionKinds } from './arguments.ts'
import { clean, CLEAN_OPTIONS } from './commands/clean.ts'
import { demo } from './commands/demo.ts'
import { explainArgument, printable } from './explain.ts'
import { codeOf } from './failure.ts'
import { ReaderGone, type ExitCode, type Io } from './io.ts'
import { languageOf, parseLanguage } from './language.ts'
import { messagesIn, type Messages } from './messages.ts'

interface Command {
  readonly options: OptionKinds
  run(args: Arguments, io: Io, m: Messages): Promise<Result<ExitCode, string>>
}

const COMMANDS: Readonly<Record<string, Command>> = {
  clean: { options: CLEAN_OPTIONS, run: clean },
  demo: { options: {}, run: demo },
}

const COMMON: OptionKinds = { lang: 'value', help: 'flag', version: 'flag' }

/** The command line: arguments after the program's name in, exit code out. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const m = messagesIn(wantedLanguage(argv) ?? languageOf(io.env, io.locale))
  try {
    return await dispatch(argv, io, m)
  } catch (error) {
    // `| head` has seen enough.
    if (error instanceof ReaderGone) return 0
    const debug = io.env['JIAOKAN_DEBUG'] && error instanceof Error ? `${error.stack ?? ''}\n` : ''
    await io.stderr.write(`jiaokan: ${m.bug(codeOf(error))}\n${debug}`).catch(() => undefined)
    return 1
  }
}

async function dispatch(argv: readonly string[], io: Io, m: Messages): Promise<ExitCode> {
  const help = m.help(EXPORTERS.map((e) => e.id).join(' '), ENCODINGS.join(' '))
  const named = argv[0] !== undefined && !argv[0].startsWith('-') ? argv[0] : null
  const command = named !== null && Object.hasOwn(COMMANDS, named) ? COMMANDS[named] : undefined
  const args = parse(named === null ? argv : argv.slice(1), { ...COMMON, ...command?.options })
  const usage = async (what: string): Promise<ExitCode> => {
    await io.stderr.write(m.usage(what))
    return 2
  }
  if (named !== null && !command) return usage(m['unknown-command'](printable(named)))
  if (!args.ok) return usage(explainArgument(args.error, m))
  const lang = args.value.values.get('lang')
  if (lang !== undefined && !parseLanguage(lang)) return usage(m.badValue('--lang', lang, 'zh en'))
  if (args.value.flags.has('help')) return say(io, help)
  if (args.value.flags.has('version')) return say(io, `jiaokan ${io.version}\n`)
  if (!command) {
    await io.stderr.write(help)
    return 2
  }
  const result = await command.run(args.value, io, m)
  return result.ok ? result.value : usage(result.error)
}

async function say(io: Io, text: string): Promise<ExitCode> {
  await io.stdout.write(text)
  return 0
}

/** The language that --lang asks for, found before all else: usage errors speak it, too. */
function wantedLanguage(argv: readonly string[]): Language | null {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const [, inline] = argv[at]?.split('=') ?? []
  return parseLanguage(inline ?? argv[at + 1] ?? '')
}
