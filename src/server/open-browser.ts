import { spawn } from 'node:child_process'

export interface Opener {
  readonly command: string
  readonly args: readonly string[]
}

/** What opens an address in the default browser of this system; null where there is no display to open it on. */
export function opener(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  url: string,
): Opener | null {
  if (platform === 'darwin') return { command: 'open', args: [url] }
  // `start` takes its first quoted argument for a window title.
  if (platform === 'win32') return { command: 'cmd', args: ['/c', 'start', '""', url] }
  const display = env['DISPLAY'] ?? env['WAYLAND_DISPLAY']
  return display ? { command: 'xdg-open', args: [url] } : null
}

/** Opens it, or does nothing: the address has been printed, and that is enough. */
export function openWith({ command, args }: Opener): void {
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
