import type { Exporter } from './exporter.ts'
import { json } from './json.ts'
import { text } from './text.ts'

/** All formats, in the order in which they are offered. */
export const EXPORTERS: readonly Exporter[] = [json, text]
