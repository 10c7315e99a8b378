import { EXPORTERS } from '../core/export/index.ts'
import type { Result } from '../core/result.ts'
import { ENCODINGS } from '../core/text/encoding.ts'
import { parse, type Arguments, type OptionKinds } from './arguments.ts'
import { carry, CARRY_OPTIONS } from './commands/carry.ts'
import { check, CHECK_OPTIONS } from './commands/check.ts'
import { clean, CLEAN_OPTIONS } from './commands/clean.ts'
import { demo } from './commands/demo.ts'
import { diff } from './commands/diff.ts'
import { exportProjects } from './commands/export.ts'
import { rules } from './commands/rules.ts'
import { verifyFiles } from './commands/verify.ts'
import { explainArgument, printable } from './explain.ts'
import { codeOf } from './failure.ts'
import { EXPORT_OPTIONS } from './formats.ts'
import { ReaderGone, type ExitCode, type Io } from './io.ts'
import { languageOf, parseLanguage } from './language.ts'
import { messagesIn, type Messages } from './messages.ts'

interface Command {
  readonly options: OptionKinds
  run(args: Arguments, io: Io, m: Messages): Promise<Result<ExitCode, string>>
}

const COMMANDS: Readonly<Record<string, Command>> = {
  clean: { options: CLEAN_OPTIONS, run: clean },
  check: { options: CHECK_OPTIONS, run: check },
  carry: { options: CARRY_OPTIONS, run: carry },
  diff: { options: {}, run: diff },
  export: { options: EXPORT_OPTIONS, run: exportProjects },
  rules: { options: {}, run: rules },
  verify: { options: {}, run: verifyFiles },
  demo: { options: {}, run: demo },
}

const COMMON: OptionKinds = { help: 'flag', version: 'flag' }

/** The command line: arguments after the program's name in, exit code out. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { label, rest } = takeLanguage(argv)
  const m = messagesIn(parseLanguage(label ?? '') ?? languageOf(io.env, io.locale))
  try {
    if (label !== null && !parseLanguage(label))
      return await wrong(io, m, m.badValue('--lang', label, 'zh en'))
    return await dispatch(rest, io, m)
  } catch (error) {
    // `| head` has seen enough.
    if (error instanceof ReaderGone) return 0
    const debug = io.env['JIAOKAN_DEBUG'] && error instanceof Error ? `${error.stack ?? ''}\n` : ''
    await io.stderr.write(`jiaokan: ${m.bug(codeOf(error))}\n${debug}`).catch(() => undefined)
    return 1
  }
}

/** --lang may stand anywhere and is found before all else: usage errors speak it, too. */
function takeLanguage(argv: readonly string[]): { label: string | null; rest: readonly string[] } {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  if (at < 0) return { label: null, rest: argv }
  const inline = argv[at]?.split('=')[1]
  return { label: inline ?? argv[at + 1] ?? '', rest: argv.toSpliced(at, inline === undefined ? 2 : 1) }
}

async function dispatch(argv: readonly string[], io: Io, m: Messages): Promise<ExitCode> {
  const help = m.help(EXPORTERS.map((e) => e.id).join(' '), ENCODINGS.join(' '))
  const named = argv[0] !== undefined && !argv[0].startsWith('-') ? argv[0] : null
  const command = named !== null && Object.hasOwn(COMMANDS, named) ? COMMANDS[named] : undefined
  if (named !== null && !command) return wrong(io, m, m['unknown-command'](printable(named)))
  const args = parse(named === null ? argv : argv.slice(1), { ...COMMON, ...command?.options })
  if (!args.ok) return wrong(io, m, explainArgument(args.error, m))
  if (args.value.flags.has('help')) return say(io, help)
  if (args.value.flags.has('version')) return say(io, `jiaokan ${io.version}\n`)
  if (!command) {
    await io.stderr.write(help)
    return 2
  }
  const result = await command.run(args.value, io, m)
  return result.ok ? result.value : wrong(io, m, result.error)
}

async function say(io: Io, text: string): Promise<ExitCode> {
  await io.stdout.write(text)
  return 0
}

async function wrong(io: Io, m: Messages, what: string): Promise<ExitCode> {
  await io.stderr.write(m.usage(what))
  return 2
}
