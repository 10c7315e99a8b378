import { ruleId, type Finding, type Rule } from './rule.ts'

const HAN = /[\p{Script=Han}、。，；：“”《》（）〔〕]/u

/** (…) in Han text: full-width brackets. Pairs only: both or none. */
export const bracketWidth: Rule = {
  id: ruleId('character/bracket-width'),
  version: 2,
  title: { zh: '括号宽度', en: 'Width of brackets' },
  why: {
    zh: '汉文中用全角括号（GB/T 15834）；西文词组内部的半角括号保留。',
    en: 'Han text takes full-width brackets (GB/T 15834); those inside a Latin phrase stay.',
  },
  norm: 'GB/T 15834',
  messages: {
    width: { zh: '汉文中的半角括号改全角', en: 'half-width brackets in Han text become full-width' },
  },
  roles: ['category', 'heading', 'title', 'paragraph', 'list', 'caption', 'table'],
  signs: '()',
  conduct: ['safe'],
  examples: [
    { before: '全县(含城区)有粮站', after: '全县（含城区）有粮站' },
    { before: '(一)新建粮站', after: '（一）新建粮站' },
    { before: '全县(含城区）有粮站', after: '全县（含城区）有粮站' },
    { before: '函数f(x)取值', after: null },
    { before: '(3)GDP增长', after: '（3）GDP增长' },
  ],
  *check({ text }): Iterable<Finding> {
    const open: number[] = []
    for (let i = 0; i < text.length; i++) {
      const c = text[i]!
      if (c === '(' || c === '（') open.push(i)
      else if ((c === ')' || c === '）') && open.length > 0) {
        const from = open.pop()!
        if (text[from] === '（' && c === '）') continue
        if (!inHan(text, from, i)) continue
        for (const [at, mark] of [
          [from, '（'],
          [i, '）'],
        ] as const)
          if (text[at] !== mark) {
            const fixes = [{ id: 'full', layer: 'character' as const, from: at, to: at + 1, insert: mark }]
            yield { from: at, to: at + 1, message: 'width', confidence: 1, apply: true, fixes }
          }
      }
    }
  },
}

/** Han inside, or just outside on a side where no Latin letter touches. */
function inHan(text: string, from: number, to: number): boolean {
  const inner = text.slice(from + 1, to)
  if (HAN.test(inner)) return true
  // (3)GDP增长: the number of an item.
  if (from === 0 && /^[0-9]{1,2}$/.test(inner)) return HAN.test(text)
  if (/[A-Za-z]/.test(text[from - 1] ?? '')) return false
  return HAN.test(text[from - 1] ?? '') || HAN.test(text[to + 1] ?? '')
}
