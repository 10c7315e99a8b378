import { describe, expect, test } from 'vitest'
import { broken, newProcess, type Step, steps, untold } from './double/life.ts'
import { CORNERS } from './double/fates.ts'
import { MemoryDisk } from './double/memory-disk.ts'

const { create, append, title, snapshot, read } = steps
const TITLE = title('二稿')
const WORK: readonly Step[] = [create, append(1), append(4), TITLE, snapshot, read, append(2)]

const isLong = process.env['JIAOKAN_PROVE'] !== undefined

interface Outcome {
  /** How many calls there were, and whether call `k` came. */
  readonly calls: number
  readonly refused: readonly string[]
}

/**
 * Work on a disk whose calls fail from `k` on, `times` calls long. After each step that was refused the disk is looked at by
 * another process, as it is and after a power cut; then the work goes on with the next step, on a disk that works again.
 */
async function workWith(code: string, k: number, times: number): Promise<Outcome> {
  const disk = new MemoryDisk()
  const told = untold()
  const refused: string[] = []
  let at = 0
  disk.meddle = () => (at >= k && at++ < k + times ? { code } : (at++, 'pass'))
  let journal = newProcess(disk)
  for (const step of WORK) {
    const begun = at
    const before = { ...told }
    const done = await step.run(journal, told)
    const end = at
    // Whatever fails now fails no more.
    at = Math.max(at, k < end ? k + times : at)
    if (!done) {
      refused.push(step.name)
      expect(end, `${step.name} refused without a reason`).toBeGreaterThan(k)
      expect(begun).toBeLessThanOrEqual(k + times)
      // What was refused is not there. Only a disk that failed when this was to be made good may still have it.
      const allowed = times === 1 ? { ...before, newTitle: null } : told
      if (step === create) told.isCreating = times > 1
      if (step === TITLE && times > 1) told.newTitle = '二稿'
      expect(await broken(disk.killed(), step === create ? told : allowed)).toBeNull()
    }
    for (const fate of CORNERS) expect(await broken(disk.killed().cut(fate), told)).toBeNull()
    if (!done && step === create) {
      // Again: nothing of the first try is in the way, or it is there as a whole.
      const isMade = await step.run(journal, told)
      expect(isMade || (times > 1 && (await read.run(journal, told)))).toBe(true)
    }
  }
  const calls = at
  expect(told.seq).toBeGreaterThan(2)
  await journal.close()
  expect(await broken(disk.killed(), told)).toBeNull()
  journal = newProcess(disk)
  expect(await append(1).run(journal, told)).toBe(true)
  return { calls, refused }
}

describe.each(['EIO', 'ENOSPC', 'EACCES'])('a disk that says %s', (code) => {
  test('at any one call loses nothing, and goes on', async () => {
    const { calls } = await workWith(code, Infinity, 1)
    let hits = 0
    const step = isLong ? 1 : code === 'EIO' ? 4 : 13
    for (let k = 0; k < calls; k += step) hits += (await workWith(code, k, 1)).refused.length > 0 ? 1 : 0
    expect(hits).toBeGreaterThan(calls / step / 4)
  }, 600_000)

  test('to everything for a while loses nothing, and goes on', async () => {
    const { calls } = await workWith(code, Infinity, 1)
    for (let k = 0; k < calls; k += isLong ? 1 : 13) await workWith(code, k, 1000)
  }, 600_000)
})
