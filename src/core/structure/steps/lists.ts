import { ruleId } from '../../rules/rule.ts'
import { isAside, type Draft } from '../draft.ts'
import type { Step } from '../step.ts'

const MARKER = /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[①-⑳⑴-⒇]|[0-9０-９]{1,2}[.．、](?![0-9０-９])|[一二三四五六七八九十]{1,3}、)/

/** Does a line begin like an item of a list: （一） ① 1. 一、 */
export function startsListItem(text: string): boolean {
  return MARKER.test(text)
}

/** List items on lines of their own. */
export const lists: Step = {
  id: ruleId('structure/lists'),
  version: 1,
  title: { zh: '分项', en: 'List items' },
  why: {
    zh: '独占一行的（一）①1.是分项，各自成段。',
    en: 'Items such as （一） ① 1. that begin a line are paragraphs of their own.',
  },
  messages: {},
  run(draft: Draft) {
    let before = ''
    for (const p of draft.pieces) {
      if (isAside(p.role)) continue
      const content = draft.content(p)
      // After ： ； or a stop only: a bracketed numeral may also be set at the start of a wrapped line.
      if (p.role === null && !p.inline && startsListItem(content) && /[：:；;。]$/.test(before)) p.role = 'list'
      before = content
    }
  },
}
