import { ruleId } from '../../rules/rule.ts'
import { isAside } from '../draft.ts'
import { isChronicle } from '../known-names.ts'
import { isFinal } from '../layout/stretch.ts'
import { compact } from '../names.ts'
import type { Step } from '../step.ts'

const MONTH = /^(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})月份?$/
const DATE = String.raw`(?:[0-9０-９]{1,2}\s*月\s*)?[0-9０-９]{1,2}\s*(?:日\s*)?(?:[—~～至、-]\s*(?:[0-9０-９]{1,2}\s*月\s*)?[0-9０-９]{1,2}\s*)?日`
const LATER = '同日|是日|当日|同月|是月|本月|当月|月内|[上中下]旬|月[初中末底]|年内|是年|同年|年[初中末底]'
/** A paragraph of a chronicle begins with its day; 3日，… goes on with a sentence. */
const DAY = new RegExp(`^(?:${DATE}|(?:${LATER})[ \\t\\u00a0\\u2003\\u3000])(?![，、,])`)

/** 大事记: months are its headings, and each day begins a paragraph. */
export const chronicle: Step = {
  id: ruleId('structure/chronicle'),
  version: 1,
  title: { zh: '大事记', en: 'Chronicles' },
  why: {
    zh: '大事记以月份为目，按日分段；“同日”“是月”等领起的也各自成段。',
    en: 'A chronicle has its months as headings and a paragraph for each day; 同日, 是月 and the like begin one, too.',
  },
  messages: {},
  run(draft) {
    let inside = false
    let before = -1
    draft.pieces.forEach((p, i) => {
      if (isAside(p.role)) return
      if (p.role === 'category') inside = isChronicle(compact(draft.plain(p)))
      const last = draft.pieces[before]
      before = i
      if (!inside || p.role !== null || p.inline || p.isRun) return
      if (p.to - p.from <= 8 && MONTH.test(compact(draft.plain(p)))) p.role = 'heading'
      else if (last && (last.role !== null || isFinal(draft.text, last)) && DAY.test(draft.plain(p)))
        p.role = 'list'
    })
  },
}
