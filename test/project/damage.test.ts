import { describe, expect, test } from 'vitest'
import type { ProjectFault } from '../../src/core/project/fault.ts'
import type { Project } from '../../src/core/project/project.ts'
import { projectText, readProject } from '../../src/core/project/read-project.ts'
import { verifyProject } from '../../src/core/project/verify-project.ts'
import { writeProject } from '../../src/core/project/write-project.ts'
import type { Result } from '../../src/core/result.ts'
import { decoder as port } from '../../src/cli/decoder.ts'
import { further, imported } from './made.ts'

const made = imported('云山年鉴\n【概况】 2017年，新建粮站18\n\n座，𠮷投2O万元。\n', '甲')
const noted = further(made, {
  type: 'noted',
  note: 'n1' as never,
  span: { from: 0, to: 2 } as never,
  text: '查',
})
const { project } = noted!
const bytes = new TextEncoder().encode(writeProject(project))

/** All of them take a quarter of a minute. */
const EVERY_BIT = process.env['JIAOKAN_PROVE'] !== undefined

function read(damaged: Uint8Array): Result<Project, ProjectFault> {
  const text = projectText(damaged, port)
  return text.ok ? readProject(text.value) : text
}

function lineOf(at: number): number {
  return bytes.subarray(0, at).filter((b) => b === 10).length + 1
}

describe('a project file', () => {
  test('that was cut off at any byte is never taken for a whole one', () => {
    for (let length = 0; length < bytes.length; length++) {
      const cut = read(bytes.subarray(0, length))
      expect([length, cut.ok]).toEqual([length, false])
    }
  })

  test('with any bit turned over is refused, with the line, or reads as it did', () => {
    let harmless = 0
    for (let at = 0; at < bytes.length; at++)
      for (const bit of EVERY_BIT ? [0, 1, 2, 3, 4, 5, 6, 7] : [at % 8, (at + 5) % 8]) {
        const damaged = bytes.slice()
        damaged[at]! ^= 1 << bit
        const back = read(damaged)
        if (back.ok) {
          expect(back.value).toEqual(project)
          harmless++
          continue
        }
        // A file that no longer begins as text, or as one of ours, has no line.
        const { kind, line } = back.error
        if (kind === 'not-a-project') expect(lineOf(at)).toBe(1)
        else expect([at, bit, line]).toEqual([at, bit, lineOf(at)])
      }
    // Every byte counts: nothing in the file is there for show.
    expect(harmless).toBe(0)
  })

  test('with a line lost, doubled or exchanged is refused, and the place is named', () => {
    const lines = writeProject(project).split('\n').slice(0, -1)
    const text = (list: readonly string[]): string => list.map((line) => `${line}\n`).join('')
    for (let i = 1; i < lines.length; i++) {
      const without = readProject(text(lines.toSpliced(i, 1)))
      // The last line has nobody after it to miss it: but it is the one that says that the file is whole.
      expect(without).toMatchObject({ ok: false })
      const twice = verifyProject(text(lines.toSpliced(i, 0, lines[i]!))).faults
      expect(twice[0]).toMatchObject({ kind: 'sequence', line: i + 2 })
      const swapped = lines.with(i, lines[i - 1]!).with(i - 1, lines[i]!)
      expect(readProject(text(swapped))).toMatchObject({ ok: false })
    }
  })

  test('made of two whole ones is refused at the joint', () => {
    const other = imported('云山年鉴\n【概况】 2017年，新建粮站28\n\n座，𠮷投2O万元。\n', '乙')
    const [a, b] = [project, other.project].map((p) => writeProject(p).split('\n'))
    const joined = [...a!.slice(0, 3), ...b!.slice(3)].join('\n')
    expect(readProject(joined)).toMatchObject({ ok: false, error: { kind: 'chain', line: 4 } })
  })
})
