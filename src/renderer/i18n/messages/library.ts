import type { Translation } from '../catalogue.ts'

export const libraryZh = {
  'view.library': '书库',
} as const

export const libraryEn: Translation<typeof libraryZh> = {
  'view.library': 'Library',
}
