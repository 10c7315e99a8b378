import type { Translation } from '../catalogue.ts'

export const reviewZh = {
  'view.review': '校对',

  'review.opening': '正在打开',
  'review.failed.replay':
    '操作记录第 {seq} 条与书稿不符（{reason}）。没有改动任何内容。请从备份恢复，或重新导入原文。',
  'review.failed.payload': '导入时的分析结果已损坏（{reason}）。原文和操作记录都在，没有改动。请从备份恢复。',

  'refusal.out-of-order': '操作次序不对',
  'refusal.wrong-analysis': '分析结果不是这一份',
  'refusal.out-of-range': '位置超出范围',
  'refusal.splits-character': '位置落在一个字的中间',
  'refusal.lone-surrogate': '输入的文字含有残缺字符',
  'refusal.raw-mismatch': '此处原文与记录不符',
  'refusal.not-owned': '所选文字不全在这一段内',
  'refusal.overlap': '此处已有另一处更正，两者相交',
  'refusal.no-such-block': '这一段已不存在',
  'refusal.no-such-correction': '这处更正已不存在',
  'refusal.no-such-suggestion': '这条提示已处理过',
  'refusal.no-such-event': '没有这一步操作',
  'refusal.id-taken': '名称已被占用',
  'refusal.not-neighbours': '前后没有可以相接的段落',
  'refusal.empty-block': '分出的部分没有文字',
  'refusal.wrong-role': '这种体例不能这样改',
  'refusal.wrong-place': '这一段的位置已变',
  'refusal.no-effect': '没有需要改的地方',
  'refusal.changed-since': '之后又改过，请先撤销后来的改动',
  'refusal.already-undone': '这一步已撤销',
  'refusal.gap': '原文有一处没有归属',
} as const

export const reviewEn: Translation<typeof reviewZh> = {
  'view.review': 'Review',

  'review.opening': 'Opening',
  'review.failed.replay':
    'Step {seq} of the record does not fit the book ({reason}). Nothing was changed. Restore a backup, or import the text again.',
  'review.failed.payload':
    'What was analysed on import is damaged ({reason}). The raw text and the record are there, nothing was changed. Restore a backup.',

  'refusal.out-of-order': 'steps out of order',
  'refusal.wrong-analysis': 'another analysis than this one',
  'refusal.out-of-range': 'out of range',
  'refusal.splits-character': 'inside a character',
  'refusal.lone-surrogate': 'the typed text holds half a character',
  'refusal.raw-mismatch': 'the raw text here is not what the record says',
  'refusal.not-owned': 'the selection leaves this paragraph',
  'refusal.overlap': 'it meets another correction here',
  'refusal.no-such-block': 'this paragraph is no longer there',
  'refusal.no-such-correction': 'this correction is no longer there',
  'refusal.no-such-suggestion': 'this finding is settled already',
  'refusal.no-such-event': 'no such step',
  'refusal.id-taken': 'the name is taken',
  'refusal.not-neighbours': 'there is no paragraph to join it with',
  'refusal.empty-block': 'one part would have no text',
  'refusal.wrong-role': 'this role cannot be changed like that',
  'refusal.wrong-place': 'this paragraph begins elsewhere now',
  'refusal.no-effect': 'nothing to change',
  'refusal.changed-since': 'it was changed again since: undo that first',
  'refusal.already-undone': 'undone already',
  'refusal.gap': 'part of the raw text belongs to nobody',
}
