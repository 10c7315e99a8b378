import type { Values } from './catalogue.ts'
import { commonZh } from './messages/common.ts'
import { decodeZh } from './messages/decode.ts'
import { diffZh } from './messages/diff.ts'
import { exportZh } from './messages/export.ts'
import { figuresZh } from './messages/figures.ts'
import { libraryZh } from './messages/library.ts'
import { projectZh } from './messages/project.ts'
import { proofZh } from './messages/proof.ts'
import { reviewZh } from './messages/review.ts'
import { rulesZh } from './messages/rules.ts'
import { statsZh } from './messages/stats.ts'

// Chinese is written first; the type of every other language follows from it.
export const zh = {
  ...commonZh,
  ...decodeZh,
  ...libraryZh,
  ...projectZh,
  ...proofZh,
  ...reviewZh,
  ...diffZh,
  ...exportZh,
  ...figuresZh,
  ...rulesZh,
  ...statsZh,
} as const

export type Message = keyof typeof zh

/** A message that stands by itself, with nothing to fill in: titles, buttons. */
export type Label = { [K in Message]: Values<(typeof zh)[K]> extends [] ? K : never }[Message]
