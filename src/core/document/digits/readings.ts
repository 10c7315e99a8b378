/**
 * What may be taken for a digit, a decimal point or a thousands comma, and for nothing else inside a number. Short on purpose:
 * `S` for 5 or `B` for 8 has two readings in codes and names, and waits for a person.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '0': 'Oo〇○◯ＯｏΟοОо',
  '1': 'lI|ｌＩ｜',
  '.': '·．•・‧∙',
  ',': '，',
}

const GROUPED = /^\p{Nd}{1,3}(?:,\p{Nd}{3})+(?:\.\p{Nd}+)?$/u
const POINTED = /^\p{Nd}+(?:\.\p{Nd}+)+$/u

/** Is a run with a point or comma in it written as one number is? Commas need groups of three. */
export function isOneNumber(run: string): boolean {
  return run.includes(',') ? GROUPED.test(run) : POINTED.test(run)
}

/**
 * Which units of `inserted` are readings of look-alikes in `replaced`; null where something else was changed, or
 * nothing. Both must be of one length: a reading takes one character for one.
 */
export function readingsIn(replaced: string, inserted: string): ReadonlySet<number> | null {
  if (replaced.length !== inserted.length) return null
  const read = new Set<number>()
  for (let i = 0; i < replaced.length; i++) {
    const before = replaced[i]!
    const after = inserted[i]!
    if (before === after || before.normalize('NFKC') === after) continue
    if (!LOOK_ALIKES[after]?.includes(before)) return null
    read.add(i)
  }
  return read.size > 0 ? read : null
}
