import { posix, win32 } from 'node:path'

/** What the place of the data hangs on. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/** Where the books lie unless someone says otherwise: in JIAOKAN_DATA, or where this system keeps a program's data. */
export function dataFolder({ platform, env, home }: Surroundings): string {
  const path = platform === 'win32' ? win32 : posix
  const own = env['JIAOKAN_DATA']
  if (own) return path.resolve(own)
  // A relative path would make another, empty library of each folder that the program is started in.
  const absolute = (given: string | undefined): string | null =>
    given && path.isAbsolute(given) ? given : null
  if (platform === 'win32')
    return path.join(absolute(env['APPDATA']) ?? path.join(home, 'AppData', 'Roaming'), 'Jiaokan', 'books')
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Jiaokan', 'books')
  return path.join(absolute(env['XDG_DATA_HOME']) ?? path.join(home, '.local', 'share'), 'jiaokan', 'books')
}
