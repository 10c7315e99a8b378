import type { Yearbook } from '../core/export/yearbook.ts'

type Json = Readonly<Record<string, unknown>>

/** An export of this program, read back: its JSON, or null where the text is none. Only what a comparison reads is checked. */
export function readYearbook(text: string): Yearbook | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (!isObject(value) || value['format'] !== 'jiaokan.yearbook' || value['version'] !== 1) return null
  return isListOf(value['categories'], isCategory) ? (value as unknown as Yearbook) : null
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isListOf(value: unknown, is: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is)
}

function isString(value: unknown): boolean {
  return typeof value === 'string'
}

function isTitle(value: unknown): boolean {
  return value === null || isString(value)
}

function isCategory(value: unknown): boolean {
  return (
    isObject(value) &&
    isTitle(value['title']) &&
    isTitle(value['titleEn']) &&
    isListOf(value['sections'], isSection)
  )
}

function isSection(value: unknown): boolean {
  return (
    isObject(value) &&
    isTitle(value['title']) &&
    isListOf(value['entries'], isEntry) &&
    isListOf(value['contributors'], isString) &&
    isListOf(value['sections'], isSection)
  )
}

function isEntry(value: unknown): boolean {
  return (
    isObject(value) &&
    isTitle(value['title']) &&
    isListOf(value['paragraphs'], isString) &&
    isListOf(value['captions'], (c) => isObject(c) && isString(c['text']) && isTitle(c['credit'])) &&
    isListOf(value['contributors'], isString)
  )
}
