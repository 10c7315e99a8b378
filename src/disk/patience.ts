import { codeOf } from '../journal/disk-error.ts'

const PASSING = ['EPERM', 'EACCES', 'EBUSY']
const LONGEST = 2_560

/**
 * Renames, and on Windows tries again for about five seconds where it is refused: a virus scanner or an indexer is looking
 * at the file, and is soon done. There is no other way in place of it: a file that is written over directly may be lost.
 */
export async function withPatience(
  platform: NodeJS.Platform,
  rename: () => Promise<void>,
  pause: (ms: number) => Promise<void> = (ms) => new Promise((done) => setTimeout(done, ms)),
): Promise<void> {
  for (let wait = 20; ; wait *= 2) {
    try {
      await rename()
      return
    } catch (error) {
      if (platform !== 'win32' || !PASSING.includes(codeOf(error)) || wait > LONGEST) throw error
      await pause(wait)
    }
  }
}
