import type { Bilingual } from '../rules/rule.ts'
import { USER_ROLES } from './user-rule.ts'

/** Why a pattern is refused. `detail` quotes the place, or what the parser said. */
export interface PatternFault {
  /**
   * - syntax: it is no pattern
   * - empty-match: it strikes where nothing stands
   * - backreference, endless-look: no bound can be given for its time
   * - empty-repeat: a repetition of what may be nothing
   * - slow: the same text can be read in ever more ways, so that time grows faster than the text
   * - intricate: nothing of this was found, but it could not be ruled out either
   */
  readonly kind:
    'syntax' | 'empty-match' | 'backreference' | 'endless-look' | 'empty-repeat' | 'slow' | 'intricate'
  readonly detail: string
}

/** What is wrong with a file of rules. */
export interface RuleFault {
  /** The rule's id, or `#3` where it has none; null: the file as a whole. */
  readonly rule: string | null
  readonly kind:
    | PatternFault['kind']
    | 'file-too-big'
    | 'not-yaml'
    | 'not-rules'
    | 'newer'
    | 'no-rules'
    | 'too-many'
    | 'not-a-rule'
    | 'unknown-key'
    | 'bad-id'
    | 'twice'
    | 'no-find'
    | 'two-finds'
    | 'not-text'
    | 'too-long'
    | 'control-character'
    | 'bad-flags'
    | 'bad-roles'
    | 'no-note'
    | 'bad-note'
    | 'unknown-group'
    | 'no-change'
  readonly detail: string
}

/** `{0}` stands for the detail, `{1}` for the roles there are. */
const WORDS: Readonly<Record<RuleFault['kind'], Bilingual>> = {
  'file-too-big': { zh: '文件太大（{0}）；至多 256 KB', en: 'the file is too big ({0}); 256 KB at most' },
  'not-yaml': { zh: '不是 YAML 或 JSON：{0}', en: 'neither YAML nor JSON: {0}' },
  'not-rules': {
    zh: '不是规则文件：第一层应有 jiaokan-rules: 1 和 rules',
    en: 'not a file of rules: jiaokan-rules: 1 and rules are to stand at its top level',
  },
  newer: {
    zh: '规则文件的版本是 {0}，本程序只认 1；请升级程序',
    en: 'the file is of version {0}, and this program knows 1 only; update the program',
  },
  'no-rules': { zh: 'rules 之下没有规则', en: 'there is no rule under rules' },
  'too-many': { zh: '有 {0} 条规则；至多 100 条', en: '{0} rules; 100 at most' },
  'not-a-rule': {
    zh: '不是一条规则：应有 id、find 或 pattern、note',
    en: 'not a rule: it needs id, find or pattern, note',
  },
  'unknown-key': {
    zh: '不认识的键“{0}”；可用 id、find、pattern、flags、replace、roles、note',
    en: 'unknown key “{0}”; known are id, find, pattern, flags, replace, roles, note',
  },
  'bad-id': {
    zh: 'id 应是 1 至 40 个字母、汉字、数字、点或连字符，数字要加引号',
    en: 'id is 1 to 40 letters, digits, dots or hyphens, as text (quote a number)',
  },
  twice: { zh: 'id“{0}”用了两次', en: 'the id “{0}” is used twice' },
  'no-find': { zh: '缺 find 或 pattern，或为空', en: 'find or pattern is missing or empty' },
  'two-finds': { zh: 'find 与 pattern 只能有一个', en: 'find and pattern exclude each other' },
  'not-text': { zh: '{0} 应是文字；数字要加引号', en: '{0} is to be text; quote a number' },
  'too-long': { zh: '{0} 太长；至多 300 字', en: '{0} is too long; 300 characters at most' },
  'control-character': {
    zh: '{0} 里有换行、控制字符或半个字符',
    en: '{0} holds a line break, a control character or half a character',
  },
  'bad-flags': {
    zh: 'flags 只能是 i（不分大小写），且只用于 pattern，这里是“{0}”',
    en: 'flags can only be i (ignore case), with a pattern; here it is “{0}”',
  },
  'bad-roles': {
    zh: 'roles 应是块的种类的列表，可用 {1}；这里是 {0}',
    en: 'roles is a list of the roles of blocks, which are {1}; here it is {0}',
  },
  'no-note': { zh: '缺 note：说给编辑看的理由', en: 'note is missing: the reason that the editor is told' },
  'bad-note': {
    zh: 'note 应是文字，或 zh 与（可省的）en 两项文字',
    en: 'note is text, or texts under zh and (may be left out) en',
  },
  'unknown-group': {
    zh: 'replace 里的“{0}”没有对应的组；“$”本身写作 $$',
    en: '“{0}” in replace names no group; “$” itself is written $$',
  },
  'no-change': {
    zh: 'replace 与 find 相同，什么也不改',
    en: 'replace is the same as find: nothing would change',
  },
  syntax: { zh: 'pattern 写法有误：{0}', en: 'the pattern is not well-formed: {0}' },
  'empty-match': {
    zh: 'pattern 连空处也匹配，处处都会命中',
    en: 'the pattern matches where nothing stands, that is, everywhere',
  },
  backreference: {
    zh: 'pattern 里有回指“{0}”，所需时间没有上限；请写出要找的文字',
    en: 'the pattern refers back (“{0}”), so that no bound can be given for its time; write out what is meant',
  },
  'endless-look': {
    zh: '前后文断言“{0}”里有不限次数的重复，所需时间没有上限；请写明次数，如 {1,20}',
    en: '“{0}” looks around by a repetition without limit, so that no bound can be given for its time; give a limit, as in {1,20}',
  },
  'empty-repeat': {
    zh: '“{0}”重复的内容可以为空，所需时间会成倍增长；请让它至少匹配一个字',
    en: '“{0}” repeats what may be nothing, so that time may double with each character; let it match one character at least',
  },
  slow: {
    zh: '同一段文字（如连写的“{0}”）可有越来越多种读法，所需时间比文字长得快，整本书会停住；请只留一层重复，或把“.”换成 [^，。] 之类',
    en: 'one text (such as “{0}” again and again) can be read in ever more ways, so that time grows faster than the text and a book would stall; keep one repetition, or write [^，。] for “.”',
  },
  intricate: {
    zh: 'pattern 太复杂，无法证明它在任何文字上都够快；请写短些，或分成几条',
    en: 'the pattern is too intricate to be shown fast on every text; make it shorter, or several rules',
  },
}

/** What is wrong, with the rule that it is wrong with. */
export function ruleFaultText({ rule, kind, detail }: RuleFault, language: keyof Bilingual): string {
  const what = WORDS[kind][language].replace('{0}', () => detail).replace('{1}', () => USER_ROLES.join(' '))
  if (rule === null) return what
  return language === 'zh' ? `规则“${rule}”：${what}` : `rule “${rule}”: ${what}`
}
