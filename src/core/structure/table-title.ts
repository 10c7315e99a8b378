import { codesOf, isDigit, isHan } from '../text/characters.ts'
import type { Draft } from './draft.ts'
import { isFinal } from './layout/stretch.ts'
import type { Piece } from './piece.ts'

const TITLE =
  /^[^。，；：]{2,60}(?:(?<![代发])表|一览|名单|名录)(?:[（(][^（()）]*[）)])?$|^(?:续?表|附表)\s*[0-9０-９一二三四五六七八九十]{1,3}(?:[-—－.·][0-9]{1,3})?(?:\s+[^。；]{2,60})?$/
const NAME = /^[^，。；：、\s]{4,40}\p{Script=Han}(?:[（(][^（()）]*[）)])?$/u
/** 2019年云山县重点水利工程: no 表 in it, but the year of its figures, over a header, and after what is finished. */
const DATED =
  /^[12１２][0-9０-９]{3}(?:[—-][0-9０-９]{4})?年(?![0-9０-９])[^。，；：！？]{4,40}[\p{Script=Han}）)]$/u
/** 单位：万元, between a table’s title and its header. */
const UNIT = /^[（(]?(?:计量)?单位[：:][^。，；：]{1,16}$/
/** The second line of a title has no more characters. */
const LONGEST_REST = 8

/** What stands over a header: its title, maybe torn, and its unit. */
export interface Title {
  readonly pieces: readonly Piece[]
  readonly unit: Piece | null
}

/** What the line over a header begins or ends with, where that alone tells of a title or a unit. */
const BEGINS = codesOf('单计（(表续附')
const ENDS = codesOf('表览单录）)')
const NO_END = codesOf('，。；：、')

/** Can there be a title over the line at `i`? Told by single characters: most lines have none, and need not be read. */
export function mayHaveTitle(draft: Draft, flow: readonly Piece[], i: number): boolean {
  const above = flow[i - 1]
  if (!isPlain(above)) return false
  const [first, last] = [draft.text.charCodeAt(above.from), draft.text.charCodeAt(above.to - 1)]
  if (BEGINS.has(first) || ENDS.has(last)) return true
  if (NO_END.has(last)) return false
  const isWord = [first, last].every((c) => isHan(c) || isDigit(c))
  return !isWord || followsEnd(draft, flow[i - 2]) || followsEnd(draft, flow[i - 3])
}

/** The title over the header at `i`; null where none stands there. */
export function titleAbove(draft: Draft, flow: readonly Piece[], i: number): Title | null {
  const above = flow[i - 1]
  const unit = isPlain(above) && UNIT.test(draft.plain(above)) ? above : null
  const last = unit ? i - 2 : i - 1
  if (!isPlain(flow[last])) return null
  const isTorn = isTornTitle(draft, flow, last)
  const words = draft.plain(flow[last])
  if (!isTorn) {
    if (!TITLE.test(words) && !(DATED.test(words) && followsEnd(draft, flow[last - 1]))) return null
    // …情况一⏎览表, …一览⏎表: it goes on.
    const next = draft.plain(flow[i]!)
    if (/^\S*(?:表|一览|名单|名录)$/.test(next) && TITLE.test(words + next)) return null
  }
  const pieces = flow.slice(isTorn ? last - 1 : last, last + 1)
  // A year before it, that the extractor has set apart, is part of the title.
  const year = flow[last - pieces.length]
  if (isYear(draft, year) && draft.content(pieces[0]!).startsWith('年')) pieces.unshift(year)
  pieces.unshift(...yearsBefore(draft, flow, last - pieces.length))
  return { pieces, unit }
}

/** 石门粮库⏎2016⏎—: what stands before the last year of a title, up to `last`, where the extractor has set the years apart. */
function yearsBefore(draft: Draft, flow: readonly Piece[], last: number): Piece[] {
  const [name, year, dash] = [flow[last - 2], flow[last - 1], flow[last]]
  if (!isPlain(dash) || !/^[—～~－-]$/.test(draft.plain(dash)) || !isYear(draft, year)) return []
  const isNamed = isPlain(name) && !name.isRun && NAME.test(draft.plain(name))
  return isNamed && followsEnd(draft, flow[last - 3]) ? [name, year, dash] : [year, dash]
}

/** 全县主要粮库项目, over what is a table by its rows: after a finished sentence, and nothing of a sentence in it. */
export function nameAbove(draft: Draft, flow: readonly Piece[], i: number): Title | null {
  const name = flow[i - 1]
  if (!isPlain(name) || name.isRun || !NAME.test(draft.plain(name))) return null
  const year = flow[i - 2]
  const pieces = isYear(draft, year) && draft.content(name).startsWith('年') ? [year, name] : [name]
  const before = flow[i - 1 - pieces.length]
  return followsEnd(draft, before) ? { pieces, unit: null } : null
}

/** …情况一⏎览表, after a finished sentence: a title that its line could not hold. */
function isTornTitle(draft: Draft, flow: readonly Piece[], last: number): boolean {
  const first = flow[last - 1]
  if (!isPlain(first)) return false
  const [words, rest] = [draft.plain(first), draft.plain(flow[last]!)]
  if (
    (rest.length > LONGEST_REST && !/^(?:19|20)[0-9]{2}年/.test(words)) ||
    /[。；：]/.test(words) ||
    /(?:表|名单|名录)$/.test(words) ||
    !TITLE.test(words + rest)
  )
    return false
  return followsEnd(draft, flow[isYear(draft, flow[last - 2]) ? last - 3 : last - 2])
}

function followsEnd(draft: Draft, before: Piece | undefined): boolean {
  return before?.role !== null || isFinal(draft.text, before)
}

function isYear(draft: Draft, p: Piece | undefined): p is Piece {
  return p?.role === null && /^[0-9０-９OoIl]{4}$/.test(draft.plain(p))
}

/** Running text that begins its line. */
export function isPlain(p: Piece | undefined): p is Piece {
  return p?.role === null && !p.inline
}
