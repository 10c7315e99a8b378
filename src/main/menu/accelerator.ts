const NAMES: Readonly<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  Meta: 'Super',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Escape: 'Esc',
}

/**
 * A key in the window's writing (`Mod+Shift+z`) as Electron writes it; null where a menu cannot show it. macOS takes every
 * key that its menu shows, even from a text field: there a bare letter is left out.
 */
export function accelerator(key: string, platform: NodeJS.Platform): string | null {
  const parts = key === '+' ? ['+'] : key.split(/\+(?=.)/)
  const isBare = !parts.some((part) => /^(?:Mod|Ctrl|Meta|Alt|F\d+)$/.test(part))
  if (isBare && platform === 'darwin') return null
  const written = parts.map((part) => (part === '+' ? 'Plus' : (NAMES[part] ?? upper(part))))
  // Electron parses ASCII only.
  return written.every((part) => /^[\x21-\x7e]+$/.test(part)) ? written.join('+') : null
}

function upper(part: string): string {
  return part.length === 1 ? part.toUpperCase() : part
}
