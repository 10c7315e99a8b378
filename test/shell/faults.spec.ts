import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { resolveConfig } from 'electron-vite'
import { build, mergeConfig, type InlineConfig, type Plugin } from 'vite'
import type { DoubleDesk } from './double/desk.ts'
import { withDouble } from './double/with-double.ts'
import { FAULTS, type Fault } from './faults.ts'
import type { Scenario } from './scenario.ts'
import { ALL } from './scenarios/index.ts'

// A check that cannot fail proves nothing: the shell is built with one fault at a time, and the scenario that should
// see it must.

const root = fileURLToPath(new URL('../../', import.meta.url))
const renderer = process.env['JIAOKAN_E2E_ROOT'] ?? ''

/** Puts the fault in while the shell is built; throws where its place is not found exactly once. */
function plant({ file, from, to, name }: Fault): { plugin: Plugin; isPlanted: () => boolean } {
  let isPlanted = false
  const plugin: Plugin = {
    name: 'fault',
    enforce: 'pre',
    transform(code, id) {
      if (dirname(id) !== dirname(join(root, 'src', file)) || !id.endsWith(`/${file.replace(/^.*\//u, '')}`))
        return null
      if (code.split(from).length !== 2)
        throw new Error(`${name}: its place in ${file} is not there, or not once`)
      isPlanted = true
      return code.replace(from, () => to)
    },
  }
  return { plugin, isPlanted: () => isPlanted }
}

async function buildWith(fault: Fault, folder: string): Promise<void> {
  const inline = { configFile: join(root, 'electron.vite.config.ts'), logLevel: 'silent' as const }
  const { config } = await resolveConfig(inline, 'build', 'production')
  const { plugin, isPlanted } = plant(fault)
  for (const part of ['main', 'preload'] as const) {
    const own = {
      configFile: false,
      root,
      logLevel: 'silent',
      plugins: [plugin],
      build: { outDir: join(folder, part) },
    }
    await build(mergeConfig(config?.[part] ?? {}, own) as InlineConfig)
  }
  if (!isPlanted()) throw new Error(`${fault.name}: ${fault.file} was not built`)
}

// Each fault is a build of its own: `npm test` takes every sixth, the whole list is part of `npm run prove`.
const isWhole = process.env['JIAOKAN_PROVE'] === '1'

for (const fault of FAULTS.filter((_, at) => isWhole || at % 6 === 0)) {
  test(`${fault.name} is seen by: ${fault.caughtBy}`, async ({ browser }) => {
    const scenario = ALL.find(({ name }) => name === fault.caughtBy)
    if (!scenario) throw new Error(`no such scenario: ${fault.caughtBy}`)
    const built = mkdtempSync(join(tmpdir(), 'jiaokan-fault-'))
    try {
      await buildWith(fault, built)
      symlinkSync(renderer, join(built, 'renderer'), 'dir')
      let hasStarted = false
      const watched: Scenario<DoubleDesk> = {
        ...scenario,
        run: (desk) => {
          hasStarted = true
          return scenario.run(desk)
        },
      }
      const failure = await withDouble({ browser, built }, watched).then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      )
      // A program that does not start at all would fail every scenario, and say nothing of this fault.
      expect(hasStarted, failure ?? '').toBe(true)
      expect(failure, 'the scenario fails').not.toBeNull()
    } finally {
      rmSync(built, { recursive: true, force: true })
    }
  })
}
