import { stat } from 'node:fs/promises'

/** Whether two paths lead to one file, by whatever names and links. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  if (one === other) return true
  const [first, second] = await Promise.all([look(one), look(other)])
  return first !== null && second !== null && first.ino === second.ino && first.dev === second.dev
}

function look(path: string): Promise<{ ino: bigint; dev: bigint } | null> {
  return stat(path, { bigint: true }).catch(() => null)
}
