import { err, ok, type Result } from '../../result.ts'
import { hash64 } from '../../text/hash.ts'
import { isObject, isString, type Json } from './shapes.ts'

/** What a packed string says of itself before its body. */
export interface Format {
  readonly name: string
  readonly version: number
}

export interface EnvelopeError {
  readonly kind: 'not-json' | 'other-format' | 'newer-version' | 'damaged'
  readonly detail: string
}

/** Puts a body of JSON under the name and version of its format, with a hash of its very characters. */
export function seal(format: Format, body: string): string {
  return `${head(format, hash64(body))}${body}}`
}

/** The body of a sealed string, if it is whole and of this format, this version or an older one. */
export function unseal(format: Format, packed: string): Result<Json, EnvelopeError> {
  const parsed = parse(packed)
  if (!parsed.ok) return parsed
  const file = parsed.value
  if (!isObject(file) || file['format'] !== format.name || typeof file['version'] !== 'number')
    return err({ kind: 'other-format', detail: `expected ${format.name}` })
  const { version, check, body } = file as Record<string, unknown>
  if (Number(version) > format.version)
    return err({ kind: 'newer-version', detail: `version ${Number(version)}` })
  // The very characters are checked, so that nothing has to be written again to be compared.
  const start = isString(check) ? head({ name: format.name, version: Number(version) }, check) : ''
  const whole = start !== '' && packed.startsWith(start) && hash64(packed.slice(start.length, -1)) === check
  if (!whole || !isObject(body)) return err({ kind: 'damaged', detail: 'the check does not fit' })
  return ok(body)
}

function head({ name, version }: Format, hash: string): string {
  return `{"format":"${name}","version":${version},"check":"${hash}","body":`
}

function parse(text: string): Result<unknown, EnvelopeError> {
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    return err({ kind: 'not-json', detail: error instanceof Error ? error.message : '' })
  }
}
