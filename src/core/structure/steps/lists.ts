import { ruleId } from '../../rules/rule.ts'
import { isAside, type Draft } from '../draft.ts'
import type { Step } from '../step.ts'

const MARKER =
  /^(?:[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]|[①-⑳⑴-⒇]|[0-9０-９]{1,2}[.．、](?![0-9０-９])|[一二三四五六七八九十]{1,3}、)/

/** Does the text at an offset begin like an item of a list: （一） ① 1. 一、 (A look at one character spares the pattern.) */
export function startsListItemAt(text: string, at: number): boolean {
  const c = text.charCodeAt(at)
  const may =
    c === 0xff08 ||
    c === 0x28 ||
    (c >= 0x2460 && c <= 0x2487) ||
    (c >= 0x30 && c <= 0x39) ||
    (c >= 0xff10 && c <= 0xff19)
  return (may || '一二三四五六七八九十'.includes(text[at]!)) && MARKER.test(text.slice(at, at + 8))
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
    let before = ' '
    for (const p of draft.pieces) {
      if (isAside(p.role)) continue
      // After ： ； or a stop only: a bracketed numeral may also be set at the start of a wrapped line.
      if (p.role === null && !p.inline && '：:；;。'.includes(before) && startsListItemAt(draft.text, p.from))
        p.role = 'list'
      before = draft.text[p.to - 1]!
    }
  },
}
