import { createContext } from 'svelte'
import type { UserRule } from '../../core/user-rules/user-rule.ts'
import type { Store } from './store.ts'

/** What the editor has set, with what holds until then. */
export interface SettingValues {
  readonly language: 'system' | 'zh' | 'en'
  readonly theme: 'system' | 'light' | 'dark'
  /** Pixels of the text in the structure pane. */
  readonly textSize: number
  /** The comparison in one column. */
  readonly diffInline: boolean
  /** What the imprint pages of books say of their length, by book. */
  readonly printedSizes: Readonly<Record<string, unknown>>
  /** Rules that are left out of the next import, by id. */
  readonly rulesOff: readonly string[]
  /** Rules of the editor's own, checked when they were loaded. */
  readonly userRules: readonly UserRule[]
  /** Own keys, by command. */
  readonly keys: Readonly<Record<string, readonly string[]>>
}

export const DEFAULTS: SettingValues = {
  language: 'system',
  theme: 'system',
  textSize: 17,
  diffInline: false,
  printedSizes: {},
  rulesOff: [],
  userRules: [],
  keys: {},
}
export const TEXT_SIZES = { least: 14, most: 24 }

/** The settings, remembered as they change. A view that needs one of its own adds it to SettingValues. */
export class Settings {
  values = $state.raw<SettingValues>(DEFAULTS)
  readonly #store: Pick<Store, 'putSetting'>

  constructor(store: Pick<Store, 'putSetting'>, stored: ReadonlyMap<string, unknown> | null) {
    this.#store = store
    // What an older or newer program has stored is taken only where it has the shape that is expected.
    const known = Object.entries(DEFAULTS).map(([key, usual]: [string, unknown]) => {
      const value = stored?.get(key)
      return [key, value !== undefined && typeof value === typeof usual ? value : usual]
    })
    this.values = Object.fromEntries(known) as SettingValues
  }

  set<K extends keyof SettingValues>(key: K, value: SettingValues[K]): void {
    this.values = { ...this.values, [key]: value }
    // If it cannot be stored it holds for this window; the store says elsewhere that it cannot write.
    void this.#store.putSetting(key, value)
  }
}

export const [getSettings, setSettings] = createContext<Settings>()
