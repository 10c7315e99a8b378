import type { DiskJournal } from '../../../src/disk/disk-journal.ts'
import { broken, newProcess, type Step, steps, type Told, untold } from './life.ts'
import { type Call, type Fate, type Meddle, MemoryDisk, PowerCut } from './memory-disk.ts'

/** Processes one after the other; each ends in order. */
export type Story = readonly (readonly Step[])[]

const { create, append, title, snapshot, read, bin, erase, other } = steps

/** All that an editor does with a book. */
export const WORK: Story = [
  [create, append(1), append(4), title('二稿'), snapshot, append(1)],
  [read, append(2), snapshot, title('三稿'), append(1)],
]
export const END: Story = [[create, append(1), other, bin, erase]]
/** What is done after a crash. */
const AFTER: readonly Step[] = [read, append(1)]

/** A disk at one moment, and what the editor had been told by then. */
export interface Moment {
  readonly disk: MemoryDisk
  readonly told: Told
  readonly after: string
}

export interface Options {
  readonly disk?: MemoryDisk
  readonly told?: Told
  readonly meddle?: (call: Call, at: number) => ReturnType<Meddle>
  /** Whether the moments before each call are wanted, or those after each step alone. */
  readonly everyCall?: boolean
}

/** Lives a story and gives its moments. The disks in them are as their process left them, caches and all. */
export async function moments(story: Story, options: Options = {}): Promise<readonly Moment[]> {
  const { disk = new MemoryDisk(), told = untold(), everyCall = true } = options
  const found: Moment[] = []
  const see = (after: string): void => {
    found.push({ disk: disk.killed(), told: { ...told }, after })
  }
  let at = 0
  disk.meddle = (call) => {
    if (everyCall) see(`${call.op} ${call.path}`)
    return options.meddle?.(call, at++) ?? 'pass'
  }
  for (const process of story) {
    const journal: DiskJournal = newProcess(disk)
    for (const step of process) {
      if (!(await step.run(journal, told))) throw new Error(`${step.name} failed`)
      see(step.name)
    }
    await journal.close()
  }
  return found
}

/** A process that is killed at call `at`; null where it had come to its end before. */
export async function killedAt(story: Story, at: number): Promise<Moment | null> {
  const disk = new MemoryDisk()
  const told = untold()
  const meddle = (_call: Call, now: number): ReturnType<Meddle> => {
    if (now >= at) throw new PowerCut()
    return 'pass'
  }
  try {
    await moments(story, { disk, told, meddle, everyCall: false })
    return null
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error
    return { disk: disk.killed(), told, after: `killed at call ${at}` }
  }
}

/** The moments of a process that comes after a killed one. Nothing where there is no book to go on with. */
export async function goingOn(moment: Moment, options: Options = {}): Promise<readonly Moment[]> {
  const there = await newProcess(moment.disk.killed()).list()
  if (!there.ok || there.value.length === 0 || moment.told.there === 'erased') return []
  const told: Told = { ...moment.told, isErasing: false }
  return moments([AFTER], { ...options, disk: moment.disk.killed(), told })
}

/** The first moment and fate after which not all is as the editor was told; null where there is none. */
export async function firstLoss(found: readonly Moment[], fates: readonly Fate[]): Promise<string | null> {
  for (const { disk, told, after } of found) {
    for (const fate of fates) {
      const loss = await broken(disk.cut(fate), told)
      if (loss !== null) return `after ${after}, ${fate.name}: ${loss}`
    }
  }
  return null
}
