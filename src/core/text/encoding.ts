/** How the bytes of a source spell its text. GB18030 holds GBK and GB2312. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

export const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5']

/** How lines ended in the bytes; the decoded text has LF only. A text of one line counts as `lf`. */
export type Newline = 'lf' | 'crlf' | 'cr' | 'mixed'

/** What said which encoding it is. `score` is a judgement, and worth a look by the editor. */
export type Evidence = 'override' | 'bom' | 'nul-pattern' | 'valid' | 'score'

const ALIASES: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  big5: 'big5',
  cp950: 'big5',
}

/** The encoding that a person calls `label` (`GBK`, `utf8`, `UTF-16 LE`), or null. */
export function parseEncoding(label: string): Encoding | null {
  const plain = label.toLowerCase().replace(/[\s_-]/g, '')
  return Object.hasOwn(ALIASES, plain) ? ALIASES[plain]! : null
}
