import type { Translation } from './catalogue.ts'
import { commonEn } from './messages/common.ts'
import { decodeEn } from './messages/decode.ts'
import { diffEn } from './messages/diff.ts'
import { exportEn } from './messages/export.ts'
import { figuresEn } from './messages/figures.ts'
import { libraryEn } from './messages/library.ts'
import { projectEn } from './messages/project.ts'
import { proofEn } from './messages/proof.ts'
import { reviewEn } from './messages/review.ts'
import { rulesEn } from './messages/rules.ts'
import { statsEn } from './messages/stats.ts'
import type { zh } from './zh.ts'

export const en: Translation<typeof zh> = {
  ...commonEn,
  ...decodeEn,
  ...libraryEn,
  ...projectEn,
  ...proofEn,
  ...reviewEn,
  ...diffEn,
  ...exportEn,
  ...figuresEn,
  ...rulesEn,
  ...statsEn,
}
