import { errorText } from '../core/error-text.ts'
import type { ProjectFault } from '../core/project/fault.ts'
import type { DecodeError } from '../core/text/decode.ts'
import type { ArgumentFault } from './arguments.ts'
import type { Failure } from './failure.ts'
import type { Advice, Messages } from './messages.ts'
import type { Clash } from './output-plan.ts'

/** A failure in words: what is wrong, where, and what to do. */
export function explain(failure: Failure, m: Messages): Advice {
  switch (failure.kind) {
    case 'missing':
      return m.missing
    case 'folder':
      return m.isFolder
    case 'special':
      return m.special
    case 'link':
      return m.link(failure.target)
    case 'denied':
      return m.denied
    case 'changed':
      return m.changed
    case 'too-many-bytes':
      return m.tooManyBytes(failure.bytes, failure.limit)
    case 'unreadable':
      return m.unreadable(failure.code)
    case 'write-denied':
      return m.writeDenied(failure.path)
    case 'disk-full':
      return m.diskFull(failure.path)
    case 'read-only':
      return m.readOnly(failure.path)
    case 'name-too-long':
      return m.nameTooLong(failure.path)
    case 'in-the-way':
      return m.inTheWay(failure.path)
    case 'unwritable':
      return m.unwritable(failure.path, failure.code)
    case 'stopped':
      return m.stopped
    case 'decode':
      return explainDecoding(failure.error, failure.told, m)
    case 'imbalance': {
      const { check, detail, line } = failure.error
      const what = check === 'digits' ? m.digitsChanged(m.inLine(line)) : m.imbalance(m.inLine(line))
      return { what: `${what} (${detail})`, todo: m.report }
    }
    case 'project':
      return explainProject(failure.error, m)
    case 'export':
      return m.halfCharacter(failure.error.file, failure.error.at)
    case 'bug':
      return {
        what: m.bug(errorText(failure.error)),
        todo: m.report,
      }
  }
}

/** What is wrong with a project file, in words. */
export function explainProject({ kind, line, rawLine, detail }: ProjectFault, m: Messages): Advice {
  const places = [
    ...(line === null ? [] : [m.fileLine(line)]),
    ...(rawLine === null ? [] : [m.rawLine(rawLine)]),
  ]
  const what = [m.projectFault[kind], ...places, ...(detail === '' ? [] : [`(${detail})`])].join(m.then)
  return { what, todo: m.projectAdvice[kind] }
}

/** Why bytes are no text, in words. `told`: the encoding was named on the command line. */
export function explainDecoding(error: DecodeError, told: boolean, m: Messages): Advice {
  switch (error.kind) {
    case 'empty':
      return m.empty
    case 'only-bom':
      return m.onlyBom(error.encoding)
    case 'binary':
      return m.binary(error.what)
    case 'too-large':
      return m.tooLarge(error.units, error.limit)
    case 'invalid': {
      const what = m.invalid(m.at(error.line, error.at), error.bytes, error.encoding)
      if (error.tried.length > 1) return { what, todo: m.triedAll(error.tried.join(m.comma)) }
      return { what, todo: told ? m.notThat : m.fixBytes }
    }
    case 'truncated': {
      const what = m.truncated(m.at(error.line, error.at), error.bytes, error.encoding)
      return { what, todo: told ? m.notThat : m.fetchAgain }
    }
    case 'mixed':
      return m.mixed(m.at(error.line, error.at), error.before, error.after)
    case 'contradicted':
      return m.contradicted(error.marked)
    case 'lone-surrogate':
      return m.loneSurrogate(m.inLine(error.line))
    case 'unsupported':
      return m.unsupported(error.encoding)
  }
}

export function explainClash(clash: Clash, m: Messages): string {
  return clash.kind === 'same-name'
    ? m.sameName(clash.inputs[0], clash.inputs[1], clash.output)
    : m.overInput(clash.input, clash.output)
}

export function explainArgument(fault: ArgumentFault, m: Messages): string {
  return m[fault.kind](fault.option)
}

/** A name for the terminal: what would move the cursor or turn the text around is spelled out. */
export function printable(name: string): string {
  return name.replace(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|[\ud800-\udfff]/gu,
    (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`,
  )
}
