/** A line of indented JSON, taken apart to be looked at. */
export interface JsonLine {
  /** Spaces at its start. */
  readonly indent: number
  /** `"title": `, or nothing. */
  readonly key: string
  readonly value: string
}

export function jsonLine(line: string): JsonLine {
  const [, blanks = '', key = '', value = ''] = /^( *)("(?:[^"\\]|\\.)*": )?(.*)$/su.exec(line) ?? []
  return { indent: blanks.length, key, value }
}
