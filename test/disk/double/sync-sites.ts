import type { Call } from './memory-disk.ts'

/**
 * Which sync of the program a call comes from: what is synced, and the function that wants it. Kept as a name, so that a line
 * more or less in the program changes nothing.
 */
export function syncSite({ op, path }: Call): string {
  const what = path
    .replace(/[0-9a-f]{64}/, '<hash>')
    .replace(/\.new-[^/]*/, '<new book>')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '<book>')
    .replace(/\.(label|\d{9}-.*\.snapshot)\.\d+\.tmp$/, '.$1.tmp')
    .replace(/\d{9}-[^/]*\.snapshot/, '<snapshot>')
    .replace(/torn-after-.*/, '<torn>')
  // Who waits for whom is told from the far end of a long stack.
  Error.stackTraceLimit = 50
  const frames = (new Error().stack ?? '')
    .split('\n')
    .filter((line) => /[\\/]src[\\/](?:disk|journal)[\\/]/.test(line))
  const names = frames.flatMap((line) => /at (?:async )?(?:\w+\.)*#?(\w+) \(/.exec(line)?.[1] ?? [])
  const by = names.find((name) => !GENERAL.includes(name)) ?? '?'
  return `${op} ${what} in ${by}`
}

/** Functions that sync for whoever calls them. */
const GENERAL = ['closing', 'writeNew', 'saveAtomic', 'sync', 'syncFolder']
