/**
 * What may be taken for a digit, a decimal point or a thousands comma, and for nothing else inside a number.
 * Short on purpose: `S` for 5 or `B` for 8 has two readings in codes and names, and waits for a person.
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
 * Does an edit do no more than read look-alikes? Both texts must be of one length: a reading takes one
 * character for one.
 */
export function isReading(replaced: string, inserted: string): boolean {
  if (replaced.length !== inserted.length) return false
  let read = false
  for (let i = 0; i < replaced.length; i++) {
    const before = replaced[i]!
    const after = inserted[i]!
    if (before === after) continue
    if (LOOK_ALIKES[after]?.includes(before)) read = true
    else if (before.normalize('NFKC') !== after) return false
  }
  return read
}
