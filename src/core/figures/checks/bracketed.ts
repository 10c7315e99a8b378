import type { Statement } from '../read/statement.ts'
import type { Amount } from '../scan/quantity.ts'

/** 幼儿园126所（公办58所、民办72所）: so long a bracket at most. */
const LONGEST = 120
const NOUN = /^(?!其中|含|包括|新增|比|较|增|减|约|占|每|各|累计|原|上年|计划|不)\p{Script=Han}{1,8}$/u
/** Where 其中 opens the bracket, it is known what follows: the names may be longer. */
const OPENS = /其中[：，]?/y
const PART = /^(?!新增|比|较|增|减|占)[\p{Script=Han}、]{1,32}$/u

/** Totals, each with the parts that stand in brackets right behind it, if the brackets hold nothing else. */
export function bracketed(statements: readonly Statement[]): (readonly [Statement, Statement[]])[] {
  const out: (readonly [Statement, Statement[]])[] = []
  for (const whole of statements) {
    const { text } = whole.passage
    const open = whole.figure.to
    if (text[open] !== '（' || whole.figure.kind !== 'amount' || whole.role !== 'level') continue
    const close = text.indexOf('）', open)
    if (close < 0 || close - open > LONGEST) continue
    OPENS.lastIndex = open + 1
    const opens = OPENS.exec(text)
    const parts = partsIn(whole, opens ? OPENS.lastIndex : open + 1, close, opens ? PART : NOUN)
    if (parts) out.push([whole, parts])
  }
  return out
}

/** Names and numbers in turn, 、 or ， between them; null where anything else stands there. */
function partsIn(whole: Statement, from: number, to: number, name: RegExp): Statement[] | null {
  const { passage } = whole
  const parts: Statement[] = []
  let at = from
  for (let index = whole.index + 1; index < passage.quantities.length && at < to; index++) {
    const q = passage.quantities[index]!
    const noun = passage.text.slice(at, q.from)
    const next = passage.text[q.to]!
    if (q.kind !== 'amount' || q.to > to || !name.test(noun) || !'、，）'.includes(next)) return null
    parts.push(part(whole, q, index, noun, at))
    at = q.to + 1
  }
  const dimension = (s: Statement): string | undefined => (s.figure as Amount).unit?.dimension
  return parts.length > 1 && at > to && parts.every((p) => dimension(p) === dimension(whole)) ? parts : null
}

function part(whole: Statement, figure: Amount, index: number, noun: string, from: number): Statement {
  const phrase = { left: noun, from, joint: '、', right: '', to: figure.to, bracket: '' }
  return { ...whole, figure, index, phrase, noun, full: noun, right: '', part: true, whole }
}
