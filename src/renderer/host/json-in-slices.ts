import { nextTask } from '../next-task.ts'

/** So many entries of a list are written in one task. */
const ENTRIES = 1_000

/**
 * JSON of a value, as `JSON.stringify` writes it, made so that the window does not stand still for a long list in it: a book comes
 * to its copy with all its events.
 */
export async function jsonInSlices(value: unknown): Promise<string> {
  const parts: string[] = []
  await write(value, parts)
  return parts.join('')
}

async function write(value: unknown, parts: string[]): Promise<void> {
  if (!isLong(value, 2)) {
    parts.push(JSON.stringify(value))
    return
  }
  const isList = Array.isArray(value)
  parts.push(isList ? '[' : '{')
  let isFirst = true
  const next = (): void => {
    if (!isFirst) parts.push(',')
    isFirst = false
  }
  if (isList && value.length > ENTRIES)
    for (let at = 0; at < value.length; at += ENTRIES) {
      next()
      parts.push(JSON.stringify(value.slice(at, at + ENTRIES)).slice(1, -1))
      await nextTask()
    }
  else if (isList)
    for (const entry of value) {
      next()
      await write(entry, parts)
    }
  else
    for (const [name, entry] of Object.entries(value as object)) {
      if (entry === undefined) continue
      next()
      parts.push(`${JSON.stringify(name)}:`)
      await write(entry, parts)
    }
  parts.push(isList ? ']' : '}')
}

/** Whether a long list is in it, not deeper than so many steps. */
function isLong(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value) && value.length > ENTRIES) return true
  return depth > 0 && Object.values(value).some((entry) => isLong(entry, depth - 1))
}
