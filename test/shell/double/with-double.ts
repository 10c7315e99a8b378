import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Scenario } from '../scenario.ts'
import { DoubleDesk, type Start } from './desk.ts'

/** Plays a scenario on a program of its own, in a folder of its own. Gives what the page's console complained of. */
export async function withDouble(
  start: Pick<Start, 'browser' | 'built'>,
  { before, run }: Scenario<DoubleDesk>,
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jiaokan-shell-'))
  const complaints: string[] = []
  try {
    const desk = await DoubleDesk.start({ ...start, folder, files: before?.(folder) ?? [] })
    desk.page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    desk.page.on('pageerror', (error) => complaints.push(String(error)))
    try {
      await run(desk)
    } finally {
      await desk.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return complaints
}
