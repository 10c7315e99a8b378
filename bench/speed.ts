import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { decodeSource } from '../src/cli/clean-source.ts'
import { figuresThread } from '../src/cli/figures-thread.ts'
import { analyseBook } from '../src/core/analyse-book.ts'
import { books, LENGTH } from './books.ts'
import { edits } from './edit.ts'
import { lint } from './lint.ts'
import { rounds } from './rounds.ts'

// How long a whole book takes from its bytes to the suggestions, against autocorrect-node's linter (native code) on the same
// text in the same process; and how long an edit takes in that book.

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '5' },
    characters: { type: 'string', default: String(LENGTH) },
    only: { type: 'string' },
    json: { type: 'string' },
  },
})
const times = Number(values.rounds)
const rows: { name: string; value: number; unit: string }[] = []
const add = (name: string, value: number, unit: string): number => rows.push({ name, value, unit })

const figures = figuresThread(new URL('./figures.js', import.meta.url))

/**
 * Bytes to suggestions, as the command line does it, figures in a second thread; the digit lock is held. Gives how many
 * suggestions there are.
 */
async function analysed(bytes: Uint8Array): Promise<number> {
  const decoded = decodeSource(bytes, null)
  if (!decoded.ok) throw new Error(`does not decode: ${decoded.error.kind}`)
  return (await analyseBook(decoded.value.raw, {}, figures)).suggestions.length
}

const cell = (c: string | number): string => (typeof c === 'string' ? c : c.toFixed(c < 100 ? 2 : 0))
const line = (name: string, ...all: readonly (string | number)[]): void =>
  console.log(name.padEnd(18) + all.map((c) => cell(c).padStart(10)).join(''))

console.log(
  `milliseconds: median and least of ${times} runs; cold: the run before them, code not yet compiled`,
)
line('', 'characters', 'analyse', 'least', 'cold', 'lint', 'least', 'ratio')
let worst = { ratio: 0, analyse: 0, lint: 0 }
let sample = ''
for (const { layout, bytes, text } of books(values.seed, Number(values.characters))) {
  if (values.only && !layout.includes(values.only)) continue
  const { own, other } = await rounds({ own: () => analysed(bytes), other: () => lint(text) }, times)
  const ratio = own.median / other.median
  line(layout, String(text.length), own.median, own.least, own.cold, other.median, other.least, ratio)
  add(`${layout} analyse.ms`, own.median, 'ms')
  add(`${layout} autocorrect.lint.ms`, other.median, 'ms')
  if (ratio > worst.ratio) worst = { ratio, analyse: own.median, lint: other.median }
  sample ||= text
}
const { edit } = await rounds({ edit: edits(sample) }, 200)
line('edit in an entry', '', edit.median, edit.least, edit.cold)
console.log(`ratio in the layout where it is worst: ${worst.ratio.toFixed(2)}`)

add('analyse.ms', worst.analyse, 'ms')
add('autocorrect.lint.ms', worst.lint, 'ms')
add('analyse.ratio', worst.ratio, '1')
add('edit.entry.ms', edit.median, 'ms')
if (values.json) writeFileSync(values.json, JSON.stringify({ rows }, null, 2) + '\n')
