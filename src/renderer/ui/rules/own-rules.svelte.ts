import { errorText } from '../../../core/error-text.ts'
import { ruleFaultText } from '../../../core/user-rules/rule-fault.ts'
import type { RulePreview } from '../../../core/user-rules/preview.ts'
import type { UserRule } from '../../../core/user-rules/user-rule.ts'
import type { I18n } from '../../i18n/i18n.svelte.ts'
import type { Settings } from '../../store/settings.svelte.ts'
import type { Engine } from '../../worker/engine.ts'
import type { TryRules } from '../frame.svelte.ts'

/** What came of the file that was loaded last. */
export type Loading =
  | { readonly kind: 'loaded'; readonly name: string; readonly count: number }
  | { readonly kind: 'refused'; readonly name: string; readonly faults: readonly string[] }

/** The editor's own rules: loaded from files, tried on a text, and kept in the settings. */
export class OwnRules {
  loading: Loading | null = $state.raw(null)
  previews: readonly RulePreview[] = $state.raw([])
  /** Why the last trial gave nothing. */
  trouble: string | null = $state.raw(null)
  readonly #settings: Settings
  readonly #engine: Engine
  readonly #i18n: I18n

  constructor(settings: Settings, engine: Engine, i18n: I18n) {
    this.#settings = settings
    this.#engine = engine
    this.#i18n = i18n
  }

  get rules(): readonly UserRule[] {
    return this.#settings.values.userRules
  }

  /** Takes all rules of a file or none; one that has the id of an earlier rule takes its place. */
  async load(file: File): Promise<boolean> {
    const { name } = file
    const refused = (...faults: string[]): boolean => {
      this.loading = { kind: 'refused', name, faults }
      return false
    }
    const bytes = await file.arrayBuffer().catch(() => null)
    if (!bytes) return refused(this.#i18n.t('rules.unreadable'))
    const text = utf8(bytes)
    if (text === null) return refused(this.#i18n.t('rules.notUtf8'))
    const read = await this.#engine.run(async (api) => await api.readRules(text))
    if (!read.ok) return refused(...read.error.map((fault) => ruleFaultText(fault, this.#i18n.language)))
    const earlier = this.rules.filter(({ id }) => !read.value.some((rule) => rule.id === id))
    this.#keep([...earlier, ...read.value])
    this.loading = { kind: 'loaded', name, count: read.value.length }
    return true
  }

  remove(id: string): void {
    this.#keep(this.rules.filter((rule) => rule.id !== id))
  }

  file(): Promise<Blob> {
    return this.#engine.run(async (api) => await api.writeRules(this.rules))
  }

  tryOn(text: string): TryRules {
    return (rules) => this.#engine.run(async (api) => await api.previewRules(text, rules))
  }

  /** Counts what the rules would propose, by whoever has the text. */
  async try(tryRules: TryRules): Promise<void> {
    this.trouble = null
    try {
      this.previews = await tryRules(this.rules)
    } catch (error) {
      this.trouble = errorText(error)
    }
  }

  #keep(rules: readonly UserRule[]): void {
    this.previews = []
    this.#settings.set('userRules', rules)
  }
}

function utf8(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
