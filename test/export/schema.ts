import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'

const file = new URL('../../resources/schema/jiaokan.yearbook.schema.json', import.meta.url)
const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true })
const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object)

/** The faults of `value` against the published schema; none where it is valid. */
export function faults(value: unknown): string[] {
  return validate(value) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message ?? ''}`)
}

export function assertValid(value: unknown): void {
  const found = faults(value)
  if (found.length > 0) throw new Error(found.join('\n'))
}
