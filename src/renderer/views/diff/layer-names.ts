import type { Layer } from '../../../core/corrections/correction.ts'
import type { Label } from '../../i18n/zh.ts'

export const LAYER_NAMES: Readonly<Record<Layer, Label>> = {
  layout: 'diff.layout',
  character: 'diff.character',
  substance: 'diff.substance',
}
