import type { Reading } from '../read/reading.ts'
import type { Statement } from '../read/statement.ts'

/** A name shorter than this may be shared by chance. */
const NAME = 6
/** How much of the words before a figure may name its subject. */
const REACH = 80
/** Offices have many figures: that the same one tells two proves nothing. */
const OFFICE =
  /^[^，。、]*?(?:局|委|办|厅|部门|政府|委员会|街道|领导|负责人)|^(?:年|月|日|全|工作|建设|发展|实施|开展|完成|推进)/

/** What can stand right before a name. Anything else belongs to it: 人民路 and 解放路 share 路 and no name. */
const BEFORE = /[^\p{Script=Han}]|[的在于为对将与和及由是了其中至到从向被把年月日]/u

/** Do the words before two figures, their titles included, share a name that is more than an office's? */
export function sharedSubject(a: Statement, b: Statement, reading: Reading): boolean {
  const [x, y] = [subject(a, reading, a.phrase.from), subject(b, reading, b.phrase.from)]
  const grams = new Map<string, number>()
  for (let i = 0; i + NAME <= x.length; i++) grams.set(x.slice(i, i + NAME), i)
  const region = reading.home.name?.slice(0, 2)
  for (let k = 0; k + NAME <= y.length; k++) {
    const gram = y.slice(k, k + NAME)
    const i = grams.get(gram)
    if (i === undefined || !isName(gram) || (region !== undefined && gram.includes(region))) continue
    if (isWhole(x, i, y, k)) return true
  }
  return false
}

/** May these characters name a thing? */
export function isName(gram: string): boolean {
  return /^\p{Script=Han}+$/u.test(gram) && !OFFICE.test(gram)
}

/** Does what two texts share at these places begin where a name begins, in one of them at least? */
export function isWhole(x: string, i: number, y: string, k: number): boolean {
  let [p, q] = [i, k]
  while (p > 0 && q > 0 && x[p - 1] === y[q - 1]) {
    p--
    q--
  }
  return [x[p - 1], y[q - 1]].some((c) => c === undefined || BEFORE.test(c))
}

/** The words of a figure's sentence up to offset `to`, with the title of its entry. */
export function subject({ passage, sentence }: Statement, reading: Reading, to: number): string {
  const from = passage.sentences[sentence]?.from ?? 0
  const words = passage.text.slice(Math.max(from, to - REACH), to)
  const title = reading.entries[passage.entry]!.title?.text ?? ''
  return `${title}\n${words}`
}
