import type { Output } from './io.ts'

/** How a piece of text stands out. */
export type Style = 'plain' | 'strong' | 'faint' | 'removed' | 'changed'

export interface Run {
  readonly text: string
  readonly style: Style
}

const CODES: Readonly<Record<Style, readonly [string, string]>> = {
  plain: ['', ''],
  strong: ['\u001b[1m', '\u001b[22m'],
  faint: ['\u001b[2m', '\u001b[22m'],
  removed: ['\u001b[31m', '\u001b[39m'],
  changed: ['\u001b[32m', '\u001b[39m'],
}

/** Two columns: Han and all that is set in squares. What Unicode leaves open (“ — ·) takes one, as in most terminals. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const NONE = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u

/** Columns that `text` takes on a terminal. */
export function width(text: string): number {
  let columns = 0
  for (const c of text) columns += WIDE.test(c) ? 2 : NONE.test(c) ? 0 : 1
  return columns
}

/** Are colours wanted: on a terminal, and not turned off (no-color.org). */
export function wantsColour(out: Output, env: Readonly<Record<string, string | undefined>>): boolean {
  const off = env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== ''
  return out.isTty && !off && env['TERM'] !== 'dumb'
}

export function paint(runs: readonly Run[], colour: boolean): string {
  return runs
    .map(({ text, style }) => (colour ? CODES[style].join('\0').replace('\0', () => text) : text))
    .join('')
}

/** What may not begin a line: it hangs over into the two columns that are kept free for it. */
const CLOSING = /[，。、：；！？）〕】》”’…]/

/** Cuts runs into lines of at most `columns`; Han text may break anywhere but before closing punctuation. */
export function wrap(runs: readonly Run[], columns: number): Run[][] {
  const lines: Run[][] = [[]]
  const room = columns - 2
  let left = room
  for (const { text, style } of runs) {
    let piece = ''
    for (const c of text) {
      const w = width(c)
      if (w > left && left < room && !(CLOSING.test(c) && left > -2)) {
        if (piece !== '') lines.at(-1)?.push({ text: piece, style })
        lines.push([])
        piece = ''
        left = room
      }
      piece += c
      left -= w
    }
    if (piece !== '') lines.at(-1)?.push({ text: piece, style })
  }
  return lines
}
