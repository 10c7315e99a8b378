import { expect, test } from 'vitest'
import { previewFix } from '../../../src/renderer/panes/finding/preview.ts'
import { fixesOf } from '../../../src/renderer/session/findings.ts'
import { Shelf } from '../session/book.ts'

const lines = (third: string): string =>
  [
    '【仓储管理】 全县有国有粮库十二个，总仓容六',
    '万吨，比上年增加一万吨。全年开展春秋两季粮',
    third,
    '县粮食局新建粮站一座，位于城东街道，仓容三',
    '万吨，配套烘干设备两台。',
    '全年收购粮食十八万吨，销售粮食二十万吨，轮换',
    '储备粮五万吨。',
  ].join('\n')

/** What the first remedy of this kind would do, as the card shows it. */
function preview(text: string, kind: 'split' | 'join'): readonly string[] | null {
  const { doc, findings } = new Shelf(text).open()
  for (const finding of findings)
    for (const fix of fixesOf(finding)) {
      const shown = fix.kind === kind ? previewFix(doc, finding, fix) : null
      if (shown) return [shown.lead, shown.before, shown.after, shown.trail]
    }
  return null
}

test.each([
  {
    name: 'a border that comes takes no text away',
    third: '油普查，查出各类安全隐患，已经全部整改完毕。',
    kind: 'split' as const,
    shown: ['，已经全部整改完毕。', '', '¶', '县粮食局新建粮站一座'],
  },
  {
    name: 'nor does one that goes',
    third: '油普查，查出各类安全隐患，已经整改完毕。',
    kind: 'join' as const,
    shown: ['隐患，已经整改完毕。', '¶', '', '县粮食局新建粮站一座'],
  },
])('$name', ({ third, kind, shown }) => {
  expect(preview(lines(third), kind)).toEqual(shown)
})
