import type { Draft } from './draft.ts'
import type { Piece } from './piece.ts'

const NUMBER = /^[0-9０-９][0-9０-９.,．，]*$/
const SHORT_NUMBER = /^[0-9０-９]{1,2}$/
const YEAR = /^(?:[12][0-9]{3}|[１２][０-９]{3})$/
const CLASS = /^[0-9]{0,2}[A-Z]{1,3}$/
const DASH = /^[—～~－-]$/
/** A cell counts in it, and holds nothing behind it. */
const UNIT =
  /^(?:[百千万亿]*(?:元|人|户|吨|头|只|羽|亩|件|册|辆|台|套|份|株|次|人次|美元|千克|公斤|公顷|千瓦|千瓦时|吨公里|(?:平方|立方)?(?:米|千米|公里))|[个家座处所名项期场批支届条门起幢栋间宗艘架尾盏眼口年月日时分秒岁号级组班层楼室]|周?岁(?:及?以[上下])?|℃)$/

/**
 * Where an extractor sets digits apart, a cell lies in pieces: 8⏎座, 第⏎1⏎名, 2021⏎年⏎4⏎月, 15⏎—⏎59⏎岁. Does the piece at `k` go on
 * in the cell that the one before it ends in? Told by their words alone, whatever the row they stand in.
 */
export function goesOnAtRun(draft: Draft, flow: readonly Piece[], k: number): boolean {
  const p = flow[k]
  const before = flow[k - 1]
  if (!p || !before || !(p.isRun || before.isRun) || p.role !== null || before.role !== null) return false
  const text = firstWord(draft, p)
  const last = lastWord(draft, before)
  if (before.isRun && NUMBER.test(last)) {
    if (UNIT.test(text)) return true
    return DASH.test(text) && isRange(draft, flow, k - 1)
  }
  if (before.isRun)
    return DASH.test(last)
      ? NUMBER.test(text) && isRange(draft, flow, k - 2)
      : CLASS.test(last) && /^[级类型]$/.test(text)
  if (!NUMBER.test(text)) return false
  if (last.endsWith('第')) return true
  const unit = firstWord(draft, flow[k + 1])
  // 石门镇中街⏎12⏎号
  if (unit === '号') return /[街路道巷弄村]$/.test(last)
  if (!SHORT_NUMBER.test(text)) return false
  return (last === '年' && unit === '月') || (last === '月' && unit === '日')
}

/** 2020⏎年, in a header. */
export function isYearOfColumn(draft: Draft, flow: readonly Piece[], k: number): boolean {
  const [p, next] = [flow[k]!, flow[k + 1]]
  if (!p.isRun || next?.role !== null || draft.text[next.from] !== '年') return false
  return YEAR.test(draft.plain(p))
}

/** A unit behind a number that was set apart: no name of a section. */
export function isTail(draft: Draft, flow: readonly Piece[], k: number): boolean {
  return flow[k - 1]?.isRun === true && UNIT.test(draft.plain(flow[k]!))
}

/** 15⏎—⏎59⏎岁: a dash between two numbers is that of an empty cell elsewhere. */
function isRange(draft: Draft, flow: readonly Piece[], k: number): boolean {
  const [from, dash, to, unit] = [0, 1, 2, 3].map((n) => firstWord(draft, flow[k + n]))
  return NUMBER.test(from!) && DASH.test(dash!) && NUMBER.test(to!) && UNIT.test(unit!)
}

function firstWord(draft: Draft, p: Piece | undefined): string {
  return p?.role === null ? /^[^\s|｜│┃]*/.exec(draft.plain(p))![0] : ''
}

function lastWord(draft: Draft, p: Piece): string {
  return /[^\s|｜│┃]*$/.exec(draft.plain(p))![0]
}
