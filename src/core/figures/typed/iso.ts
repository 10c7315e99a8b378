import type { DayParts } from '../scan/quantity.ts'

/** ISO 8601 with hyphens for what is left out before it: --05-20, ---31. */
export function isoDate({ year, month, day }: DayParts): string {
  const y = year === null ? '-' : String(year).padStart(4, '0')
  if (month === null) return day === null ? y : `---${two(day)}`
  return day === null ? `${y}-${two(month)}` : `${y}-${two(month)}-${two(day)}`
}

export function isoTime(hour: number, minute: number): string {
  return `${two(hour)}:${two(minute)}`
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
