import { plain } from '../decimal.ts'
import { isFigure, type DateQuantity, type Figure } from '../scan/quantity.ts'
import type { Home } from './home.ts'
import { nounOf } from './noun.ts'
import type { ReadPassage } from './read-passage.ts'
import type { Phrase } from './phrase.ts'
import { clauseScope, SCOPES, type Scope } from './scope.ts'
import { dimension, type FigureRole, type Statement } from './statement.ts'
import { dateWhen, TIMES, wordWhen, type When } from './when.ts'
import type { Wording, Wordings } from './wording.ts'
import { AGAIN, canonicalAction, DEPENDENT, followsParts, isPlanned, QUALITY } from './words.ts'

const COMMA = 0xff0c
const COLON = 0xff1a
const SEMICOLON = 0xff1b
const LIST_COMMA = 0x3001
const FULL_STOP = 0x3002
/** How far back the words that set scope and time can stand from the figure. */
const CONTEXT = 160

/** Reads one passage from left to right; scope, time and governing verb are carried along. */
export class Reader {
  /** Did it name the home region outright? */
  outright = false
  readonly #out: Statement[]
  readonly #p: ReadPassage
  readonly #home: Home
  readonly #words: Wordings
  readonly #year: number | null
  readonly #overview: boolean
  #default: Scope
  #scope: Scope
  /** An offset in the clause that named the scope, behind the word; negative where no figure was in it. */
  #said = -1
  #when: When = ''
  /** The time of the passage, as the date at the start of a sentence sets it. */
  #base: When = ''

  constructor(p: ReadPassage, scope: Scope, region: Home, words: Wordings, year: number | null) {
    this.#p = p
    this.#out = p.statements
    this.#default = scope
    this.#overview = scope.kind === 'home' && scope.said === 'understood'
    this.#scope = scope
    this.#home = region
    this.#words = words
    this.#year = year
  }

  /** Gives the passage its statements. To be called once. */
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
        else if (isFigure(q) && !aside[i]!) this.#state(q, i, number)
        if (q.kind === 'date' || !aside[i]!) seen = q.to
      }
    })
  }

  /** Takes in what the words between two quantities say of scope and time. */
  #look(from: number, to: number): void {
    const { text } = this.#p
    const start = Math.max(from, to - CONTEXT)
    const name = this.#home.name?.charCodeAt(0)
    let begin = start
    let scoped = false
    let timed = false
    for (let at = start; at <= to; at++) {
      const c = text.charCodeAt(at)
      if (at < to && !endsClause(c)) {
        scoped ||= SCOPES.has(c) || c === name
        timed ||= TIMES.has(c)
        continue
      }
      if (scoped) this.#scopeIn(text.slice(begin, at), at === to ? to : -1)
      scoped = false
      begin = at + 1
    }
    const part = timed ? wordWhen(text.slice(start, to)) : null
    if (part !== null) this.#when = part
  }

  /** Takes in what a clause says of scope. `end`: where it ends if a figure does; negative where punctuation does. */
  #scopeIn(clause: string, end: number): void {
    const scope = clauseScope(clause, this.#home)
    if (!scope) return
    // 全镇, in a section on that place.
    if (this.#default.kind === 'other' && /全[镇乡街村社]/.test(clause)) {
      this.#scope = this.#default
      return
    }
    this.#scope = scope
    this.#said = end
    if (scope.kind !== 'home') return
    this.outright = true
    if (this.#default.kind === 'entry') this.#default = { kind: 'home', said: 'earlier' }
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
    let words = this.#p.phrases[index]!
    const before = this.#out.at(-1) ?? null
    const previous = this.#p.quantities[index - 1]
    const afterDate = previous?.kind === 'date' && previous.to === words.from
    const wording = this.#words.of(words.left)
    const own = nounOf(wording.stem(figure.kind === 'amount', afterDate), figure)
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
    const listed = words.joint === '、' || (words.joint === '' && wording.isJoined)
    const found = this.#role(figure, wording, words.joint, afterDate ? previous.from : -1)
    // 分别下降12.2%、15.2%和9.8%: what is said of the first number holds for those that follow without a word.
    const role =
      found === 'level' && before && (twin || (listed && before.role === 'each')) ? before.role : found
    const part = this.#isPart(wording, words.from, listed, figure, before)
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
      // Behind the days that an entry tells of, 全年 is of the year again.
      when: this.#when === 'm' && words.left.startsWith('全年') ? '' : this.#when,
      plan: wording.isPlanned || isPlanned(clauseBefore(this.#p.text, words.from)),
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
    for (let i = this.#said; i < at; i++) if (stopsClause(this.#p.text.charCodeAt(i))) return false
    return true
  }

  /** `dateAt` is where the date right before the phrase starts, negative where there is none. */
  #role(figure: Figure, words: Wording, joint: string, dateAt: number): FigureRole {
    if (figure.kind === 'points') return 'change'
    if (figure.kind === 'share' && words.isPortion) return 'portion'
    if (words.isEach || isMean(figure)) return 'each'
    if (words.towards) return 'level'
    // 比上年减少312人: 上年 is a date and ends the phrase.
    const compared = words.compares || (dateAt > 0 && /[比较同与]/.test(this.#p.text[dateAt - 1]!))
    const changes = words.changes || words.compares
    return changes || (compared && (words.changesCompared || joint === '')) ? 'change' : 'level'
  }

  #isPart(words: Wording, from: number, listed: boolean, figure: Figure, before: Statement | null): boolean {
    if (words.opensRow || followsParts(this.#p.text, from)) return true
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

function endsClause(c: number): boolean {
  return c === COMMA || c === SEMICOLON || c === COLON
}

function stopsClause(c: number): boolean {
  return c === FULL_STOP || endsClause(c)
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

/** The clause that ends where a phrase starts. */
function clauseBefore(text: string, at: number): string {
  const last = text.charCodeAt(at - 1)
  if (last === COMMA || last === LIST_COMMA) return ''
  const base = Math.max(0, at - 30)
  let from = at
  while (from > base && !stopsClause(text.charCodeAt(from - 1))) from--
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
