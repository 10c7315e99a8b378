import { EXPORTERS } from '../../../core/export/index.ts'
import type { Label } from '../../i18n/zh.ts'

const NAMES: Readonly<Record<string, { readonly name: Label; readonly use: Label } | undefined>> = {
  json: { name: 'export.json', use: 'export.jsonUse' },
  text: { name: 'export.text', use: 'export.textUse' },
}

/** The formats that are offered, in the order of the core. One without words of its own is called by its ending. */
export const FORMATS = EXPORTERS.map(({ id, extension }) => ({ id, extension, ...NAMES[id] }))
