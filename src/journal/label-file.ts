import type { JournalLabel } from '../contract/journal.ts'
import { isObject, isString, isWhole } from '../core/document/codec/shapes.ts'
import { decodeChecked, encodeChecked } from '../core/journal/checked-json.ts'
import { joined } from './bytes.ts'
import type { FileSystem } from './file-system.ts'
import type { Floor } from './journal-lines.ts'
import { utf8 } from './utf8.ts'
import { readWhole, saveAtomic } from './whole-files.ts'
import { join } from './paths.ts'

export const LABEL = 'label'

/** What stands on the shelf, and the last event there was when it was written. */
export interface Label extends JournalLabel, Floor {}

const FORMAT = 'jiaokan.label'
const VERSION = 1

/** As a file: the same line twice, and an empty one between them, so that a damaged bit costs nothing. */
export function encodeLabel({ title, deleted, seq, hash }: Label): Uint8Array {
  const line = encodeChecked({ format: FORMAT, version: VERSION, title, deleted, seq, hash }, utf8)
  return joined([line, line.subarray(-1), line])
}

/** Null where there is none, or where both copies are damaged. Of a later version what this one knows is read. */
export async function readLabel(fs: FileSystem, folder: string): Promise<Label | null> {
  const bytes = (await readWhole(fs, join(folder, LABEL))) ?? new Uint8Array()
  for (let from = 0; from < bytes.length;) {
    const lf = bytes.indexOf(0x0a, from)
    const end = lf < 0 ? bytes.length : lf
    const label = labelOf(decodeChecked(bytes.subarray(from, end), utf8))
    if (label) return label
    from = end + 1
  }
  return null
}

export async function saveLabel(fs: FileSystem, folder: string, label: Label, unique: string): Promise<void> {
  await saveAtomic(fs, join(folder, LABEL), encodeLabel(label), unique)
}

function labelOf(value: unknown): Label | null {
  if (!isObject(value) || value['format'] !== FORMAT) return null
  const { title, deleted, seq, hash } = value as Record<string, unknown>
  if (!isString(title) || !isString(hash) || !isWhole(seq)) return null
  return deleted === null || isWhole(deleted) ? { title, deleted, seq, hash } : null
}
