import { Chance } from './chance.ts'
import { clean } from './clean.ts'

/** How a page's number may be printed; a line each, and lines of its own where an extractor sets its marks apart. */
export const PAGE_NUMBERS: readonly ((n: number) => string)[] = [
  (n) => `· ${n} ·`,
  (n) => `·${n}·`,
  (n) => `- ${n} -`,
  (n) => `-${n}-`,
  (n) => `—${n}—`,
  (n) => `－ ${n} －`,
  (n) => `~ ${n} ~`,
  (n) => `• ${n} •`,
  (n) => `.${n}.`,
  (n) => `第${n}页`,
  (n) => `第 ${n} 页`,
  (n) => `${n}`,
  (n) => `[ ${n} ]`,
  (n) => `〔${n}〕`,
  (n) => `（${n}）`,
  (n) => `· ${n}`,
  (n) => `${n} ·`,
  (n) => `${n} |`,
  (n) => `${n}/360`,
  (n) => `·\n${n}\n·`,
  (n) => `-\n${n}\n-`,
  (n) => `第\n${n}\n页`,
  (n) => `云山年鉴\n${n}`,
  (n) => `云山年鉴 · ${n} ·`,
]

/** What stands on both sides of a page's turn, a number at it; words are parted by spaces. */
const TURNS = [
  '全年比上年增长|2020 年',
  '全县新建粮站|18 座',
  '全县新建粮站 18|座',
  '产值 1,234.5|万元',
  '占比|8.5% ，',
  '占比 8.5%|，',
  '占比 8|.5% ，',
  '产值 1,|234 万元',
  '于 5 —|9 月',
  '于 2020|年',
  '于 5 月|18 日',
  '有 18 个村、|36 个组',
  '收到文件 〔 2019 〕|12 号',
  '电话 0571-|88206655 ，',
  '在上午 9|:30 开会',
  '按 GB/T|28001—2011 执行',
  '投入资金 36 万元。|2020 年',
] as const

export const PAGE_LAYOUTS = {
  whole: { lines: (t: readonly string[]) => [t.join('')], gap: '\n' },
  rows: { lines: wrapped, gap: '\n' },
  'rows, blank lines': { lines: wrapped, gap: '\n\n' },
  runs: { lines: apart, gap: '\n' },
  'runs, blank lines': { lines: apart, gap: '\n\n' },
} as const

const IS_RUN = /^[\x21-\x7e—]+$/
const CLAUSES = [
  '县粮食局组织轮换储备粮',
  '改造仓房',
  '开展技术培训',
  '落实检查制度',
  '参加保管员',
  '服务水平提高',
]

/** Words and numbers by turns. */
function prose(c: Chance, clauses: number): string[] {
  return Array.from({ length: clauses }, () => {
    const number = c.pick([
      `${c.int(2, 999)}`,
      `${c.int(1, 99)}.${c.int(1, 9)}`,
      `${c.int(1, 9)},${c.int(100, 999)}`,
    ])
    return [c.pick(CLAUSES), number, c.pick(['人，', '个，', '万元，', '座，'])]
  }).flat()
}

/** Rows of print: no number is parted. */
function wrapped(tokens: readonly string[]): string[] {
  const rows = ['']
  for (const unit of tokens.flatMap((t) => (IS_RUN.test(t) ? [t] : Array.from(t)))) {
    if (rows.at(-1)!.length + unit.length > 24 && !/^[，。、〕]$/.test(unit)) rows.push('')
    rows.push(rows.pop()! + unit)
  }
  return rows
}

/** The same rows, numbers on lines of their own. */
function apart(tokens: readonly string[]): string[] {
  const lines: string[] = []
  let at = 0
  for (const token of tokens) {
    if (IS_RUN.test(token)) lines.push(token)
    else {
      const split = Math.max(1, token.length - Math.max(0, at + token.length - 24))
      lines.push(...[token.slice(0, split), token.slice(split)].filter(Boolean))
      at = (at + token.length) % 24
    }
  }
  return lines
}

const groups = (text: string): string => (text.match(/[0-9]+(?:[.,:][0-9]+)*/g) ?? []).join(' ')

/** What became of the numbers at so many page turns: all kept as printed, asked about at each turn, or neither. */
export function turnPages(
  seed: string,
  print: (n: number) => string,
  layout: (typeof PAGE_LAYOUTS)[keyof typeof PAGE_LAYOUTS],
  pages: number,
): { fate: 'kept' | 'asked' | 'wrong'; raw: string; got: string } {
  const c = new Chance(seed)
  // Items of lists have smaller numbers.
  const first = c.int(31, 340)
  const mark = c.pick(['\n', '\n\f', '\n '])
  let raw = '粮食\n\n综述\n\n【概况】\n'
  let said = ''
  let tokens = prose(c, 5)
  const places: number[] = []
  for (const [p, turn] of c.some(TURNS, pages).entries()) {
    const [before, after] = turn.split('|').map((side) => side.split(' '))
    const page = [...tokens, ...before!]
    said += page.join('')
    raw += layout.lines(page).join(layout.gap) + layout.gap
    places.push(raw.length)
    raw += print(first + p).replaceAll('\n', layout.gap) + (mark === '\n' ? layout.gap : mark)
    tokens = [...after!, ...prose(c, 6)]
  }
  tokens.push('全县粮食安全。')
  said += tokens.join('')
  raw += `${layout.lines(tokens).join(layout.gap)}\n【学校建设】\n${layout.lines(prose(c, 6)).join(layout.gap)}\n`
  const { book, analysis } = clean(new TextEncoder().encode(raw))
  const got = book.categories
    .flatMap((k) => k.sections.flatMap((s) => s.entries))
    .filter((e) => e.title === '概况')
    .flatMap((e) => e.paragraphs)
    .join('\n')
  if (groups(got) === groups(said)) return { fate: 'kept', raw, got }
  const isRemoved = (at: number): boolean =>
    analysis.blocks.some((b) => b.role === 'furniture' && b.spans.some((s) => s.from <= at + 4 && s.to > at))
  const isAsked = (at: number): boolean =>
    analysis.suggestions.some((s) => s.span.to >= at - 12 && s.span.from <= at + 20)
  return { fate: places.every((at) => isRemoved(at) || isAsked(at)) ? 'asked' : 'wrong', raw, got }
}
