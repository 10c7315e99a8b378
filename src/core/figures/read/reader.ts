import { codesOf } from '../../text/characters.ts'
import { plain } from '../decimal.ts'
import type { DateQuantity } from '../scan/quantity.ts'
import type { Home } from './home.ts'
import { nounOf, withoutTrail } from './noun.ts'
import type { Passage } from './passage.ts'
import { phrase, type Phrase } from './phrase.ts'
import { clauseScope, type Scope } from './scope.ts'
import { dimension, type Figure, type FigureRole, type Statement } from './statement.ts'
import { dateWhen, wordWhen, type When } from './when.ts'
import {
  AGAIN,
  canonicalAction,
  CHANGE,
  COMPARED_CHANGE,
  COMPARISON,
  DEPENDENT,
  COMPARED,
  CHANGES,
  EACH,
  OF_SEVERAL,
  opensParts,
  PLAN,
  PLANS,
  PORTION,
  QUALITY,
} from './words.ts'

const CLAUSE_ENDS = codesOf('，；：')
const CLAUSE_STOPS = codesOf('，；：。')
const LIST_ENDS = codesOf('，、')
/** How far back the words that set scope and time can stand from the figure. */
const CONTEXT = 160

/** Reads one passage from left to right; scope, time and governing verb are carried along. */
export class Reader {
  /** Did it name the home region outright? */
  outright = false
  readonly #out: Statement[]
  readonly #p: Passage
  readonly #home: Home
  readonly #year: number | null
  readonly #overview: boolean
  #default: Scope
  #scope: Scope
  /** An offset in the clause that named the scope, behind the word; negative where no figure was in it. */
  #said = -1
  #when: When = ''
  /** The time of the passage, as the date at the start of a sentence sets it. */
  #base: When = ''

  constructor(p: Passage, scope: Scope, region: Home, year: number | null) {
    this.#p = p
    this.#out = p.statements
    this.#default = scope
    this.#overview = scope.kind === 'home' && scope.said === 'understood'
    this.#scope = scope
    this.#home = region
    this.#year = year
  }

  /** Puts in the statements of the passage. */
  read(): void {
    const { sentences, quantities, aside } = this.#p
    sentences.forEach((sentence, number) => {
      this.#scope = this.#default
      this.#when = !this.#base.startsWith('m') ? this.#base : this.#default.kind === 'entry' ? 'm' : ''
      let seen = sentence.from
      for (let i = sentence.first; i < sentence.last; i++) {
        const q = quantities[i]!
        this.#look(seen, q.from)
        if (q.kind === 'date') this.#date(q, q.from - sentence.from < 4)
        else if ((q.kind === 'amount' || q.kind === 'share' || q.kind === 'points') && !aside[i]!)
          this.#state(q, i, number)
        if (q.kind === 'date' || !aside[i]!) seen = q.to
      }
    })
  }

  /** Takes in what the words between two quantities say of scope and time. */
  #look(from: number, to: number): void {
    const start = Math.max(from, to - CONTEXT)
    if (start >= to) return
    const text = this.#p.text.slice(start, to)
    let begin = 0
    for (let at = 0; at <= text.length; at++) {
      if (at < text.length && !CLAUSE_ENDS.has(text.charCodeAt(at))) continue
      const scope = clauseScope(text.slice(begin, at), this.#home)
      begin = at + 1
      if (!scope) continue
      this.#scope = scope
      this.#said = at === text.length ? to : -1
      if (scope.kind === 'home') {
        this.outright = true
        if (this.#default.kind === 'entry') this.#default = { kind: 'home', said: 'earlier' }
      }
    }
    const part = wordWhen(text)
    if (part !== null) this.#when = part
  }

  #date(q: DateQuantity, opens: boolean): void {
    const { text } = this.#p
    const when = dateWhen(
      q,
      text.slice(Math.max(0, q.from - 2), q.from),
      text.slice(q.to, q.to + 2),
      this.#year,
    )
    if (when === null) return
    this.#when = when
    if (opens) this.#base = when
  }

  #state(figure: Figure, index: number, sentence: number): void {
    let words = phrase(this.#p, index)
    const before = this.#out.at(-1) ?? null
    const previous = this.#p.quantities[index - 1]
    const afterDate = previous?.kind === 'date' && previous.to === words.from
    const own = nounOf(words.left, figure, this.#home, afterDate)
    // 213件286人, 473笔、388万元: two measures of one thing.
    const twin =
      words.left === '' && before !== null && previous?.to === words.from - (words.joint === '、' ? 1 : 0)
    if (twin) words = { ...words, from: before.phrase.from }
    const again =
      before?.sentence === sentence && before.role === 'level' && AGAIN.test(own.noun) ? before : null
    const same = twin ? before : dimension(again?.figure ?? figure) === dimension(figure) ? again : null
    const noun = same?.noun ?? own.noun
    const action = twin ? before.action : same ? canonicalAction(own.noun) : own.action
    const right = words.right.startsWith('的') || noun + action === '' ? words.right.replace(/^的/, '') : ''
    const listed = words.joint === '、' || (words.joint === '' && /^(?:和|及|与|以及)/.test(words.left))
    const found = this.#role(figure, words, afterDate ? previous.from : -1)
    // 分别下降12.2%、15.2%和9.8%: what is said of the first number holds for those that follow without a word.
    const role =
      found === 'level' && before && (twin || (listed && before.role === 'each')) ? before.role : found
    const part = this.#isPart(words, listed, figure, before)
    const whole = part ? this.#whole(figure, before, listed) : null
    const governor =
      part && !listed ? whole : before?.role === 'level' && before.sentence === sentence ? before : null
    const inherits = action === '' && !own.verbal && governor !== null && (listed || part)
    this.#out.push({
      passage: this.#p,
      index,
      figure,
      phrase: words,
      role,
      action: inherits ? governor.action : action,
      governed: inherits
        ? 'list'
        : action === '' && !own.verbal && words.joint === '，' && (governor?.action ?? '') !== ''
          ? 'loose'
          : 'own',
      noun,
      full: part && whole ? withWhole(noun, whole.noun) : noun,
      right,
      scope: this.#scopeOf(figure, listed, before),
      when: this.#when,
      plan: isPlanned(words.left) || isPlanned(clauseBefore(this.#p.text, words.from)),
      whole,
      part,
      topic: !part ? topic(before, noun, words, sentence) : whole && QUALITY.test(noun) ? whole.noun : '',
      sentence,
    })
  }

  /**
   * In an overview 全县 holds for its sentence. In an entry about one thing it holds for its own clause; the next
   * one is of that thing: 全县电信诈骗立案…，破案….
   */
  #scopeOf(figure: Figure, listed: boolean, before: Statement | null): Scope {
    if (listed && before) return before.scope
    if (this.#overview || this.#scope.kind !== 'home' || this.#inClause(figure.from)) return this.#scope
    return { kind: 'home', said: 'earlier' }
  }

  /** Has no punctuation come between the word that named the scope and offset `at`? */
  #inClause(at: number): boolean {
    if (this.#said < 0 || this.#said > at || at - this.#said > CONTEXT) return false
    for (let i = this.#said; i < at; i++) if (CLAUSE_STOPS.has(this.#p.text.charCodeAt(i))) return false
    return true
  }

  /** `dateAt` is where the date right before the phrase starts, negative where there is none. */
  #role(figure: Figure, { left, joint }: Phrase, dateAt: number): FigureRole {
    if (figure.kind === 'points') return 'change'
    const rest = withoutTrail(left)
    if (figure.kind === 'share' && PORTION.test(left)) return 'portion'
    if ((OF_SEVERAL.isIn(left) && (EACH.test(left) || EACH.test(rest))) || isMean(figure)) return 'each'
    // 比上年减少312人: 上年 is a date and ends the phrase.
    const compares = COMPARED.isIn(rest) && COMPARISON.test(rest)
    const compared = compares || (dateAt > 0 && /[比较同与]/.test(this.#p.text[dateAt - 1]!))
    // 增至 and 提高到 give a level.
    const towards = /[至到为]$/.test(left) && rest !== left
    const changes = CHANGES.has(rest.charCodeAt(rest.length - 1)) && CHANGE.test(rest)
    if (!towards && (changes || (compared && (COMPARED_CHANGE.test(rest) || joint === '')))) return 'change'
    return !towards && compares ? 'change' : 'level'
  }

  #isPart({ left, from }: Phrase, listed: boolean, figure: Figure, before: Statement | null): boolean {
    if (opensParts(left, this.#p.text, from)) return true
    return listed && before !== null && before.part && dimension(before.figure) === dimension(figure)
  }

  #whole(figure: Figure, before: Statement | null, listed: boolean): Statement | null {
    if (listed && before?.part) return before.whole
    for (let k = this.#out.length - 1; k >= 0 && k >= this.#out.length - 12; k--) {
      const s = this.#out[k]!
      if (s.role === 'level' && !s.part && dimension(s.figure) === dimension(figure) && !/均|每/.test(s.noun))
        return s
    }
    return null
  }
}

/** 3.3人: a broken number of things is a mean. */
function isMean(figure: Figure): boolean {
  if (figure.kind !== 'amount' || figure.value.scale === 0) return false
  return (figure.unit?.counter ?? false) && plain(figure.value).includes('.')
}

/** What a measure is of, behind the thing that is measured. */
const MEASURE =
  /(?:余额|产量|产值|增加值|零售额|销售额|成交额|存栏|出栏|收入|支出|投资|面积|里程|诊疗量|客运量|货运量)$/

function withWhole(noun: string, whole: string): string {
  const measure = MEASURE.exec(whole)?.[0]
  return measure === undefined || noun === '' || MEASURE.test(noun) ? noun : noun + measure
}

function isPlanned(words: string): boolean {
  return PLANS.isIn(words) && PLAN.test(words)
}

/** The clause that ends where a phrase starts. */
function clauseBefore(text: string, at: number): string {
  if (LIST_ENDS.has(text.charCodeAt(at - 1))) return ''
  const base = Math.max(0, at - 30)
  let from = at
  while (from > base && !CLAUSE_STOPS.has(text.charCodeAt(from - 1))) from--
  return text.slice(from, at)
}

/**
 * The thing that a dependent noun hangs on: 普通高中4所，在校生… are pupils of those. '' where it stands for itself.
 */
function topic(before: Statement | null, noun: string, { joint }: Phrase, sentence: number): string {
  if (before?.sentence !== sentence || joint === '；' || joint === '。' || joint === '：') return ''
  if (!DEPENDENT.test(noun)) return ''
  return before.topic !== ''
    ? before.topic
    : before.role === 'level' && !DEPENDENT.test(before.noun)
      ? before.noun
      : ''
}
