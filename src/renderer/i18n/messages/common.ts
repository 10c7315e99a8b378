import type { Translation } from '../catalogue.ts'

export const commonZh = {
  'app.name': '校勘',
} as const

export const commonEn: Translation<typeof commonZh> = {
  'app.name': 'Jiaokan',
}
