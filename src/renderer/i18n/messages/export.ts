import type { Translation } from '../catalogue.ts'

export const exportZh = {
  'view.export': '导出',
} as const

export const exportEn: Translation<typeof exportZh> = {
  'view.export': 'Export',
}
