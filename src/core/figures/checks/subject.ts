import type { Reading } from '../read/reading.ts'
import type { Statement } from '../read/statement.ts'

/** A name shorter than this may be shared by chance. */
const NAME = 6
/** How much of the words before a figure may name its subject. */
const REACH = 80
/** Offices have many figures: that the same one tells two proves nothing. */
export const OFFICE = /^[^，。、]*?(?:局|委|办|厅|部门|政府|委员会|街道|领导|负责人)|^(?:年|月|日|全|工作|建设|发展|实施|开展|完成|推进)/

/** Do the words before two figures, their titles included, share a name that is more than an office's? */
export function sharedSubject(a: Statement, b: Statement, reading: Reading): boolean {
  const [x, y] = [subject(a, reading, a.phrase.from), subject(b, reading, b.phrase.from)]
  const grams = new Set<string>()
  for (let i = 0; i + NAME <= x.length; i++) grams.add(x.slice(i, i + NAME))
  for (let i = 0; i + NAME <= y.length; i++) {
    const gram = y.slice(i, i + NAME)
    if (!grams.has(gram) || !/^\p{Script=Han}+$/u.test(gram) || OFFICE.test(gram)) continue
    const home = reading.home.name
    if (home === null || !gram.includes(home.slice(0, 2))) return true
  }
  return false
}

/** The words of a figure's sentence up to offset `to`, with the title of its entry. */
export function subject({ passage, sentence }: Statement, reading: Reading, to: number): string {
  const from = passage.sentences[sentence]?.from ?? 0
  const words = passage.text.slice(Math.max(from, to - REACH), to)
  const title = reading.entries[passage.entry]!.title?.text ?? ''
  return `${title}\n${words}`
}
