import type { RuleId } from '../corrections/correction.ts'
import { layerOf } from '../corrections/layer.ts'
import type { Bilingual, Finding, Rule, RuleFix } from '../rules/rule.ts'
import { ROLES, type Role } from '../structure/block.ts'
import { hash64 } from '../text/hash.ts'
import { expand } from './replacement.ts'

/** A rule that an editor wrote, as it is kept: plain values, checked by `readRules`. */
export interface UserRule {
  /** As in the file; in the book it is `user/` and this. */
  readonly id: string
  /** A text as it stands, or a pattern. */
  readonly find:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'pattern'; readonly source: string; readonly ignoreCase: boolean }
  /** What it proposes; null: it points out only. In that of a pattern `$1`, `$<name>`, `$&` and `$$` have a meaning. */
  readonly replace: string | null
  readonly roles: readonly Role[]
  /** What the editor is told where it strikes. */
  readonly note: Bilingual
}

/** Where a user rule may look. Furniture is no part of the text. */
export const USER_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'furniture')

const PREFIX = 'user/'

/**
 * A pattern sees a long paragraph in stretches of so many characters. Within one, trying a pattern from every character
 * may take time with the square of the stretch; the whole of a book stays linear so.
 */
const STRETCH = 1000
/** A rule that strikes oftener than at each tenth character points at nothing any more. */
const MOST_IN_STRETCH = STRETCH / 10

/** Reasons that user rules give: the note, and a warning where digits would change. */
export const USER_MESSAGES: Readonly<Record<string, Bilingual>> = {
  note: { zh: '{0}', en: '{1}' },
  digits: {
    zh: '{0}（采纳会改动数字：“{2}”改为“{3}”）',
    en: '{1} (accepting changes digits: “{2}” becomes “{3}”)',
  },
}

/** Is this the rule of an editor? */
export function isUserRule(id: RuleId): boolean {
  return id.startsWith(PREFIX)
}

/** The id of a user rule in analyses, events and exports. */
export function userRuleId({ id }: Pick<UserRule, 'id'>): RuleId {
  return `${PREFIX}${id}` as RuleId
}

/** The rule as the engine runs it. It only ever proposes: nothing of it is applied without a yes. */
export function asRule(definition: UserRule): Rule {
  const pattern = patternOf(definition)
  const { note, roles } = definition
  return {
    id: userRuleId(definition),
    version: versionOf(definition),
    title: { zh: definition.id, en: definition.id },
    why: note,
    messages: USER_MESSAGES,
    roles,
    conduct: ['asks'],
    examples: [],
    *check({ text }) {
      for (const [from, to] of stretches(text)) {
        let struck = 0
        for (const match of text.slice(from, to).matchAll(pattern)) {
          if (match[0] === '') continue
          const finding = findingOf(definition, match, from + match.index)
          if (!finding) continue
          yield finding
          if (++struck === MOST_IN_STRETCH) break
        }
      }
    },
  }
}

/** Another number wherever the rule may find or propose something else; a new note alone leaves it as it was. */
function versionOf({ find, replace, roles }: UserRule): number {
  return Number.parseInt(hash64(JSON.stringify([find, replace, roles])).slice(0, 8), 16)
}

function patternOf({ find }: UserRule): RegExp {
  if (find.kind === 'pattern') return new RegExp(find.source, find.ignoreCase ? 'giu' : 'gu')
  return new RegExp(find.text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`), 'gu')
}

function findingOf(rule: UserRule, match: RegExpExecArray, from: number): Finding | null {
  const [quote] = match
  const insert =
    rule.replace === null ? null : rule.find.kind === 'text' ? rule.replace : expand(rule.replace, match)
  if (insert === quote) return null
  const to = from + quote.length
  const fixes: RuleFix[] =
    insert === null ? [] : [{ id: 'replace', layer: layerOf(quote, insert), from, to, insert }]
  const changesDigits = insert !== null && digits(insert) !== digits(quote)
  return {
    from,
    to,
    message: changesDigits ? 'digits' : 'note',
    values: [rule.note.zh, rule.note.en, quote, insert ?? ''],
    confidence: 0.8,
    apply: false,
    fixes,
  }
}

function digits(text: string): string {
  return (text.normalize('NFKC').match(/[0-9]+(?:[.,][0-9]+)*/g) ?? []).join(' ')
}

/** A long text in stretches, cut after a mark that ends a sentence or a clause where there is one. */
function* stretches(text: string): Iterable<readonly [number, number]> {
  for (let from = 0; from < text.length;) {
    let to = Math.min(text.length, from + STRETCH)
    if (to < text.length) to = from + (lastCut(text.slice(from, to)) ?? STRETCH)
    yield [from, to]
    from = to
  }
}

/** The end of a sentence is sought first, then that of a clause. */
const CUTS = ['。！？；\n', '，、 ']

function lastCut(stretch: string): number | null {
  for (const marks of CUTS)
    for (let i = STRETCH - 1; i >= STRETCH / 2; i--) if (marks.includes(stretch[i]!)) return i + 1
  // Not inside a character of two units.
  return /[\ud800-\udbff]$/.test(stretch) ? STRETCH - 1 : null
}
