import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CORNERS, mixed } from './double/fates.ts'
import { steps } from './double/life.ts'
import type { Call, Meddle } from './double/memory-disk.ts'
import {
  END,
  firstLoss,
  goingOn,
  killedAt,
  type Moment,
  moments,
  type Story,
  WORK,
} from './double/stories.ts'
import { syncSite } from './double/sync-sites.ts'

const fates = [...CORNERS, mixed(1), mixed(2), mixed(3)]

type Scene = (meddle: (call: Call) => ReturnType<Meddle>) => AsyncIterable<readonly Moment[]>

const once = { everyCall: false }

/** Ways to come to a moment where a sync counts. */
const SCENES: readonly Scene[] = [
  async function* work(meddle) {
    yield await moments(WORK, { ...once, meddle })
  },
  async function* end(meddle) {
    yield await moments(END, { ...once, meddle })
  },
  async function* refused(meddle) {
    let appends = 0
    const failing = (call: Call): ReturnType<Meddle> => {
      const isAppend = call.op === 'sync' && syncSite(call).endsWith('journal.log in write')
      return isAppend && ++appends === 2 ? { code: 'EIO' } : meddle(call)
    }
    const { create, append, refused: no } = steps
    yield (await moments([[create, append(1), no]], { ...once, meddle: failing })).slice(-1)
  },
  async function* torn(meddle) {
    const found = await moments(WORK)
    for (const moment of found.filter(({ after }) => /^sync .*journal\.log$/.test(after))) {
      const disk = moment.disk.cut(CORNERS[5]!)
      yield await goingOn({ ...moment, disk }, { ...once, meddle })
    }
  },
  async function* killed(meddle) {
    for (const at of await syncsOf(WORK)) {
      const moment = await killedAt(WORK, at)
      if (moment) yield await goingOn(moment, { ...once, meddle })
    }
  },
]

/** The numbers of the calls of a story that are syncs: right before them there is something to be lost. */
async function syncsOf(story: Story): Promise<readonly number[]> {
  const found: number[] = []
  const meddle = ({ op }: Call, at: number): ReturnType<Meddle> => {
    if (op.startsWith('sync')) found.push(at)
    return 'pass'
  }
  await moments(story, { ...once, meddle })
  return found
}

async function lossWithout(site: string | null, seen: Set<string>): Promise<string | null> {
  const meddle = (call: Call): ReturnType<Meddle> => {
    if (!call.op.startsWith('sync')) return 'pass'
    const here = syncSite(call)
    seen.add(here)
    return here === site ? 'leave-out' : 'pass'
  }
  for (const scene of SCENES) {
    for await (const found of scene(meddle)) {
      const loss = await firstLoss(found, fates)
      if (loss !== null) return `${scene.name}: ${loss}`
    }
  }
  return null
}

test('no sync of the program can be left out', async () => {
  const sites = new Set<string>()
  expect(await lossWithout(null, sites)).toBeNull()
  const table: Record<string, string | null> = {}
  for (const site of [...sites].sort()) table[site] = await lossWithout(site, new Set())
  const file = process.env['JIAOKAN_SYNC_TABLE']
  if (file) writeFileSync(file, JSON.stringify(table, null, 2))

  expect(Object.keys(table).filter((site) => table[site] === null)).toEqual([])
  expect(sites.size).toBeGreaterThan(20)
}, 600_000)
