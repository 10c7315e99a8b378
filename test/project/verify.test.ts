import { describe, expect, test } from 'vitest'
import type { Replacement, RuleId } from '../../src/core/corrections/correction.ts'
import { rawSpan } from '../../src/core/text/offset.ts'
import type { DocumentEvent, Logged } from '../../src/core/document/event.ts'
import type { Project } from '../../src/core/project/project.ts'
import { verifyProject } from '../../src/core/project/verify-project.ts'
import { writeProject } from '../../src/core/project/write-project.ts'
import { retype } from '../../src/core/document/verbs/retype.ts'
import { cleanSpan } from '../../src/core/corrections/reanchor.ts'
import { further, imported, type Made } from './made.ts'

const start = imported('科技创新\n\n【概况】 2017年，新建粮站18座，投入经费。\n\n【粮站】 三河乡粮站完工。\n')

function retyped(made: Made, quote: string, insert: string, id: string): Made {
  const { document } = made
  const block = document.order
    .map((one) => document.blocks.get(one)!)
    .find((one) => one.spans.some((s) => document.raw.text.slice(s.from, s.to).includes(quote)))!
  const at = document.raw.text.slice(block.spans[0].from, block.spans[0].to).trimStart().indexOf(quote)
  const change = { span: cleanSpan(at, at + quote.length), insert }
  const event = retype(document, block.id, change, id as never)
  return further(made, event.ok && event.value ? event.value : { type: 'undone', seq: 0 })!
}

const made = retyped(retyped(start, '经费', '资金', 'm1'), '完工', '建成', 'm2')

/** The file with an event that says something else, sealed anew as if it had been written so. */
function forged(seq: number, change: (event: DocumentEvent) => unknown): string {
  const events = made.project.events.map((logged) =>
    logged.seq === seq ? ({ ...logged, event: change(logged.event) } as Logged) : logged,
  )
  return writeProject({ ...made.project, events })
}

/** A correction with another first edit, quote or origin. */
function otherwise(event: DocumentEvent, changes: Partial<Replacement>): DocumentEvent {
  if (event.type !== 'corrected') throw new Error(event.type)
  return { ...event, added: event.added.map((one) => ({ ...one, ...changes })) }
}

const kinds = (text: string): string[] => verifyProject(text).faults.map((f) => f.kind)

describe('verify', () => {
  test('finds nothing wrong with a file as it was written', () => {
    const report = verifyProject(writeProject(made.project))
    expect(report).toMatchObject({ faults: [], title: '云山年鉴', events: 3 })
    expect(report.document?.seq).toBe(3)
  })

  test('names an event whose quote does not stand in the raw text, with both lines', () => {
    const text = forged(2, (event) => otherwise(event, { replaces: ['经贵'] }))
    const { faults } = verifyProject(text)
    expect(faults[0]).toMatchObject({ kind: 'anchor', line: 11, rawLine: 3 })
    expect(faults[0]?.detail).toBe('event 2: "经贵"')
    // It does not fit either; and nothing that comes after it is judged.
    expect(faults.map((f) => f.kind)).toEqual(['anchor', 'event'])
  })

  test('goes on behind the first fault', () => {
    const lines = forged(3, (event) => ({ ...event, type: 'unheard-of' })).split('\n')
    lines[1] = lines[1]!.replace('valid', 'score')
    const { faults } = verifyProject(lines.join('\n'))
    expect(faults.map((f) => [f.kind, f.line])).toEqual([
      ['checksum', 2],
      ['place', 3],
      ['place', 9],
      ['record', 12],
      ['incomplete', 14],
    ])
  })

  test('knows an analysis that the log does not name, or that is of another text', () => {
    expect(kinds(forged(1, (event) => ({ ...event, payload: '0'.repeat(16) })))).toEqual(['analysis'])
    const other = imported('科技创新\n\n【概况】 2018年。\n').project
    const mixed: Project = { ...made.project, source: { ...made.project.source, text: other.source.text } }
    expect(kinds(writeProject(mixed))[0]).toBe('anchor')
    expect(kinds(writeProject({ ...mixed, events: mixed.events.slice(0, 1) }))).toEqual(['analysis'])
  })

  test('finds a number that no editor changed', () => {
    // A rule that changes a figure: what the digit lock is there for.
    const at = made.document.raw.text.indexOf('18座')
    const text = forged(2, (event) =>
      otherwise(event, {
        edits: [{ span: rawSpan(at, at + 2), insert: '81' }],
        replaces: ['18'],
        origin: { kind: 'rule', rule: 'test/rule' as RuleId, version: 1 },
      }),
    )
    expect(kinds(text)).toEqual(['digits'])
  })

  test('of a log with a gap names the event', () => {
    const events = made.project.events.filter((e) => e.seq !== 2)
    const { faults } = verifyProject(writeProject({ ...made.project, events }))
    expect(faults[0]).toMatchObject({ kind: 'place', detail: 'event 3 for 2' })
  })
})
