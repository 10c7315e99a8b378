import { createContext } from 'svelte'
import { fill, type Values } from './catalogue.ts'
import { en } from './en.ts'
import { zh, type Message } from './zh.ts'

export type Language = 'zh' | 'en'
/** What the editor asked for: one language, or whatever the system speaks. */
export type LanguageChoice = Language | 'system'

const CATALOGUES = { zh, en }
const TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' }

/** The words of the window in the language of the moment. What is read in a template changes with it. */
export class I18n {
  readonly #system: Language
  choice = $state<LanguageChoice>('system')
  readonly language: Language = $derived.by(() => (this.choice === 'system' ? this.#system : this.choice))
  readonly tag: string = $derived(TAGS[this.language])
  readonly #number = $derived(new Intl.NumberFormat(this.tag))
  readonly #time = $derived(new Intl.DateTimeFormat(this.tag, { hour: '2-digit', minute: '2-digit' }))
  readonly #day = $derived(new Intl.DateTimeFormat(this.tag, { dateStyle: 'medium' }))
  readonly #name = $derived(new Intl.Collator(this.tag))

  constructor(system: Language) {
    this.#system = system
  }

  /** The message in the language of the moment, its braces filled. */
  readonly t = <K extends Message>(key: K, ...values: Values<(typeof zh)[K]>): string =>
    fill(CATALOGUES[this.language][key], values[0] ?? {}, this.number)

  /** With thousands separators. */
  readonly number = (value: number): string => this.#number.format(value)

  readonly percent = (share: number): string => `${this.number(Math.floor(share * 100))}%`

  /** Hours and minutes of the day. */
  readonly time = (at: Date): string => this.#time.format(at)

  readonly day = (at: Date): string => this.#day.format(at)

  readonly compare = (a: string, b: string): number => this.#name.compare(a, b)
}

/** The language of the window for what a system calls its own: Chinese for every Chinese, English for all others. */
export function languageOf(systemTag: string): Language {
  return /^zh\b/i.test(systemTag) ? 'zh' : 'en'
}

export const [getI18n, setI18n] = createContext<I18n>()
