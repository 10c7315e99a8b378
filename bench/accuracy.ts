import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Chance } from '../test/damage/chance.ts'
import { KIND_NAMES, KINDS } from '../test/damage/kinds.ts'
import { LAYOUTS } from '../test/damage/print/layouts.ts'
import { tryOne, type Fault } from '../test/damage/run.ts'
import { Score, type Tally } from '../test/damage/score.ts'
import { MIXED, otherMix, TRIALS } from '../test/damage/trials.ts'
import { WRITTEN } from '../test/damage/written/read.ts'
import { context } from './context.ts'

// How well the engine undoes each kind of damage, alone and mixed, in each layout. Same seed, same numbers.

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    books: { type: 'string', default: '6' },
    only: { type: 'string' },
    show: { type: 'string', default: '0' },
    json: { type: 'string' },
  },
})
const show = Number(values.show)
const books = Number(values.books)
const faults: Fault[] = []
const rows: { name: string; value: number; unit: string }[] = []

const share = (x: number): string => (x >= 0.99995 ? '  1   ' : x.toFixed(4))
const f1 = (t: Tally): string => (t.isEmpty ? '  —   ' : share(t.f1))

function line(name: string, s: Score): void {
  const cells = [s.exactShare, s.coveredShare].map(share)
  console.log(
    [
      name.padEnd(26),
      String(s.entries).padStart(5),
      ...cells,
      s.errorRate.toFixed(5),
      ...[s.boundaries, s.numbers, s.captions, s.contributors, s.heads, s.furniture, s.reported].map(f1),
    ].join('  '),
  )
  const add = (what: string, value: number): number =>
    rows.push({ name: `${name} ${what}`, value, unit: 'share' })
  add('entries exact', s.exactShare)
  add('entries exact or asked', s.coveredShare)
  add('characters wrong', s.errorRate)
  add('paragraph ends F1', s.boundaries.f1)
  add('numbers F1', s.numbers.f1)
  add('captions F1', s.captions.f1)
  add('contributors F1', s.contributors.f1)
  add('headings F1', s.heads.f1)
  add('furniture F1', s.furniture.f1)
  add('figures reported', s.reported.f1)
}

function head(title: string): void {
  console.log(`\n${title.padEnd(26)}  books' entries exact, exact or asked; characters wrong; F1 of the rest`)
  console.log(
    `${''.padEnd(26)}  entr.  exact   asked   wrong    ends    numbers caption signed  heads   furnit. figures`,
  )
}

const wanted = (name: string): boolean => !values.only || name.includes(values.only)

head('each kind alone')
let handled = 0
for (const kind of KIND_NAMES) {
  if (!wanted(kind)) continue
  const trial = TRIALS.get(kind)
  if (!trial) {
    console.log(`${kind.padEnd(26)}  not handled: no generator (${KINDS[kind].what})`)
    rows.push({ name: `${kind} entries exact`, value: 0, unit: 'share' })
    continue
  }
  handled++
  const score = new Score()
  const rounds = Math.ceil((books * 3) / trial.layouts.length)
  for (let i = 0; i < rounds; i++)
    for (const layout of trial.layouts)
      faults.push(...tryOne(score, `${values.seed}/${kind}/${i}/${layout.id}`, layout, trial.rates))
  line(kind, score)
}

head('all kinds mixed')
const total = new Score()
for (const layout of LAYOUTS) {
  if (!wanted(`mixed ${layout.id}`)) continue
  const score = new Score()
  for (let i = 0; i < books; i++) {
    const seed = `${values.seed}/mixed/${i}/${layout.id}`
    faults.push(...tryOne(score, seed, layout, MIXED))
    tryOne(total, seed, layout, MIXED)
  }
  line(`mixed ${layout.id}`, score)
}
if (total.books > 0) line('mixed, all layouts', total)
head('books written by hand, all kinds at other rates')
for (const written of WRITTEN) {
  if (!wanted(`other ${written.yearbook}`)) continue
  const score = new Score()
  for (let i = 0; i < books; i++)
    for (const layout of LAYOUTS) {
      const seed = `${values.seed}/other/${i}/${layout.id}`
      faults.push(...tryOne(score, seed, layout, otherMix(new Chance(seed)), written))
    }
  line(`other ${written.yearbook}`, score)
}
console.log(`\n${handled} of ${KIND_NAMES.length} kinds have a generator`)

for (const fault of faults.slice(0, show)) console.log(context(fault))
if (values.json) writeFileSync(values.json, JSON.stringify({ rows }, null, 2) + '\n')
