/**
 * Keys in writing: `j`, `Shift+Enter`, `Mod+k`, `/`, `F6`. `Mod` is Ctrl, or the command key on a Mac.
 *
 * Letters go by what they mean, so that they sit where the layout has them; punctuation goes by the place of the key,
 * since Chinese input turns / into 、 and [ into 【. `?` is therefore `Shift+/`.
 */
const PLACES: Readonly<Record<string, string>> = {
  Slash: '/',
  BracketLeft: '[',
  BracketRight: ']',
  Minus: '-',
  Equal: '=',
  Comma: ',',
  Period: '.',
  Semicolon: ';',
  Quote: "'",
  Backslash: '\\',
  Backquote: '`',
  NumpadAdd: '=',
  NumpadSubtract: '-',
  NumpadEnter: 'Enter',
}

/** What of a keyboard event is looked at. */
export interface Pressed {
  readonly key: string
  readonly code: string
  readonly keyCode: number
  readonly isComposing: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** The event in writing; null while a character is being composed and for modifiers alone. */
export function keyOf(event: Pressed, mac: boolean): string | null {
  // 229 is what an input method reports in place of the key that it is about to use.
  if (event.isComposing || event.keyCode === 229) return null
  if (['Shift', 'Control', 'Alt', 'Meta', 'Process', 'Dead', 'Unidentified'].includes(event.key)) return null
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1]
  const letter = /^\p{L}$/u.test(event.key) ? letterOf(event) : null
  // On some layouts the question mark has another place.
  const asked = event.key === '?' || event.key === '？'
  if (asked && !event.ctrlKey && !event.metaKey && !event.altKey) return 'Shift+/'
  const key = letter ?? PLACES[event.code] ?? digit ?? (event.key === ' ' ? 'Space' : event.key)
  const mod = mac ? event.metaKey : event.ctrlKey
  const other = mac ? event.ctrlKey : event.metaKey
  return [
    mod ? 'Mod' : '',
    other ? (mac ? 'Ctrl' : 'Meta') : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
    key,
  ]
    .filter((part) => part !== '')
    .join('+')
}

/** On a layout without Latin letters the place of the key says which one is meant. */
function letterOf({ key, code }: Pressed): string {
  const latin = key.toLowerCase()
  if (/^[a-z]$/.test(latin)) return latin
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? latin
}

/** As it is printed beside a button: `⌘K`, `Ctrl+K`. */
export function showKey(key: string, mac: boolean): string {
  const parts = key === '+' ? ['+'] : key.split(/\+(?=.)/)
  const shown = parts.map(
    (part) => (mac ? MAC[part] : OTHER[part]) ?? (part.length === 1 ? part.toUpperCase() : part),
  )
  return shown.join(mac ? '' : '+').replace(/^Shift\+\/$|^⇧\/$/, '?')
}

const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}
const OTHER: Readonly<Record<string, string>> = { ...ARROWS, Mod: 'Ctrl', Escape: 'Esc', Delete: 'Del' }
const MAC: Readonly<Record<string, string>> = {
  ...ARROWS,
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '⏎',
  Escape: 'Esc',
  Delete: '⌦',
}
