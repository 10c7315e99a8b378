import { LAYOUTS } from '../../test/damage/print/layouts.ts'
import { specimen } from '../../test/damage/specimen.ts'
import { MIXED } from '../../test/damage/trials.ts'

const VOLUME = { categories: 8, sections: 8, entries: 24, english: 1, nested: false }

/** A book of so many characters at least, printed in lines and damaged in all ways at once. Same size, same book. */
export function largeBook(characters: number): string {
  const layout = LAYOUTS.find(({ id }) => id === 'row-dropped')
  if (!layout) throw new Error('there is no such layout')
  const volumes: string[] = []
  for (let size = 0, seed = 1; size < characters; seed++) {
    const { text } = specimen(`large/${seed}`, layout, MIXED, VOLUME)
    volumes.push(text)
    size += text.length
  }
  return volumes.join('\f')
}
