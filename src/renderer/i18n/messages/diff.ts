import type { Translation } from '../catalogue.ts'

export const diffZh = {
  'view.diff': '比对',
} as const

export const diffEn: Translation<typeof diffZh> = {
  'view.diff': 'Diff',
}
