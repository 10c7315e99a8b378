import type { Translation } from '../catalogue.ts'

export const reviewZh = {
  'view.review': '校对',
} as const

export const reviewEn: Translation<typeof reviewZh> = {
  'view.review': 'Review',
}
