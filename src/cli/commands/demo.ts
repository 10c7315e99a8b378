import { join } from 'node:path'
import type { RuleId } from '../../core/corrections/correction.ts'
import type { ExportSource } from '../../core/export/exporter.ts'
import { ruleName } from '../../core/messages.ts'
import { ok, type Result } from '../../core/result.ts'
import { ALL_RULES } from '../../core/switches.ts'
import { lineNumbers } from '../../core/text/lines.ts'
import type { Arguments } from '../arguments.ts'
import { cleanSource, decodeSource } from '../clean-source.ts'
import { explain } from '../explain.ts'
import type { ExitCode, Io } from '../io.ts'
import type { Messages } from '../messages.ts'
import { captionsInside, cleanView, extent, rawView, showcases, type Showcase } from '../places.ts'
import { readSource } from '../read-source.ts'
import { paint, wantsColour, width, wrap, type Run } from '../terminal.ts'

const PLACES = 5

/** `jiaokan demo`: a handful of places of the sample book before and after, and what was done in all of it. */
export async function demo(args: Arguments, io: Io, m: Messages): Promise<Result<ExitCode, string>> {
  const [extra] = args.positionals
  if (extra !== undefined) return { ok: false, error: m.unwanted(extra) }
  const path = join(io.resources, 'sample', 'sample.txt')
  const bytes = await readSource(io.fs, path)
  const decoded = bytes.ok ? decodeSource(bytes.value, null) : bytes
  const source = decoded.ok
    ? await cleanSource('sample.txt', decoded.value, { strict: false, ...ALL_RULES })
    : decoded
  if (!source.ok) {
    const { what, todo } = explain(source.error, m)
    await io.stderr.write(m.failure(path, what, todo))
    return ok(1)
  }
  const colour = wantsColour(io.stdout, io.env)
  const lines: Run[][] = [[{ text: m.demoTitle, style: 'strong' }]]
  for (const place of showcases(source.value, PLACES)) {
    lines.push([], ...showcase(source.value, place, io.stdout.columns, m))
  }
  lines.push([], ...summary(source.value, m))
  await io.stdout.write(lines.map((line) => `${paint(line, colour)}\n`).join(''))
  return ok(0)
}

function showcase(source: ExportSource, { block, rules }: Showcase, columns: number, m: Messages): Run[][] {
  const { from } = extent(block)
  const line = lineNumbers(source.raw.text)(from)
  const side = Math.max(width(m.demoRaw), width(m.demoClean))
  const room = Math.max(20, columns - side - 3)
  const boxed = (label: string, runs: readonly Run[][]): Run[][] =>
    runs
      .flatMap((r) => wrap(r, room))
      .map((r, i): Run[] => {
        const name = i === 0 ? label : ''
        return [{ text: `${name}${' '.repeat(side - width(name))} │ `, style: 'faint' }, ...r]
      })
  const captions = captionsInside(source, block).map((text): Run[] => [{ text, style: 'plain' }])
  return [
    [
      { text: m.demoLine(line), style: 'strong' },
      { text: `  ${kinds(rules, m)}`, style: 'faint' },
    ],
    ...boxed(m.demoRaw, rawView(source, block)),
    ...boxed(m.demoClean, [cleanView(source, block), ...captions]),
  ]
}

function summary(source: ExportSource, m: Messages): Run[][] {
  const of = (role: string): number => source.blocks.filter((b) => b.role === role).length
  const rules = new Map<RuleId, number>()
  for (const { origin } of source.corrections) {
    if (origin.kind !== 'manual') rules.set(origin.rule, (rules.get(origin.rule) ?? 0) + 1)
  }
  const plain = (text: string): Run[] => [{ text, style: 'plain' }]
  return [
    [{ text: m.demoSummary, style: 'strong' }],
    plain(m.demoCounts(source.raw.text.length, of('title'), of('caption'))),
    plain(m.demoRepairs(source.corrections.length, kinds(rules, m))),
    plain(m.demoOpen(source.suggestions.length)),
    plain(m.demoLedger),
    plain(m.demoDigits),
    [],
    [{ text: m.demoNext, style: 'strong' }],
  ]
}

/** The rules by their titles, the busiest first. */
function kinds(rules: ReadonlyMap<RuleId, number>, m: Messages): string {
  return [...rules]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([rule, n]) => m.times(ruleName(rule, m.language), n))
    .join(m.comma)
}
