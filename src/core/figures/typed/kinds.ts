import type { Unit } from '../scan/units.ts'

/** What a number measures, as coarsely as an editor asks for it. */
export type MeasureKind =
  'number' | 'count' | 'money' | 'area' | 'length' | 'volume' | 'mass' | 'duration' | 'measure'

const KINDS: Readonly<Record<string, MeasureKind>> = {
  count: 'count',
  money: 'money',
  area: 'area',
  mu: 'area',
  length: 'length',
  volume: 'volume',
  mass: 'mass',
  'standard coal': 'mass',
  duration: 'duration',
  minutes: 'duration',
  seconds: 'duration',
  days: 'duration',
  weeks: 'duration',
  months: 'duration',
  years: 'duration',
}

/** `measure` for all that has no kind of its own: energy, temperature, and whatever is so much per another. */
export function kindOf(unit: Unit | null): MeasureKind {
  if (!unit) return 'number'
  const [dimension = '', below] = unit.dimension.split('/')
  const kind = KINDS[dimension] ?? KINDS[dimension.slice(0, dimension.indexOf(':'))] ?? 'measure'
  return below !== undefined && kind !== 'money' ? 'measure' : kind
}
