const NUMBER = /[0-9]+(?:[.,][0-9]+)*/g
const HAN_NUMERAL = /[〇○零一二三四五六七八九十百千万亿两]/g
/** What may continue a number on either side, as long as numbers are. */
const AROUND = 32
const CONTINUES = /[0-9０-９.,．，]/

/**
 * Does replacing `before` by `after` change a number? Digit runs are compared with what stands around them, so that a
 * lost point and a number put together count, and a change of width does not. Han numerals are compared by themselves.
 * `left` and `right` are the corrected text on both sides.
 */
export function changesFigures(left: string, before: string, after: string, right: string): boolean {
  let from = left.length
  while (from > 0 && left.length - from < AROUND && CONTINUES.test(left[from - 1]!)) from--
  let to = 0
  while (to < right.length && to < AROUND && CONTINUES.test(right[to]!)) to++
  const [open, close] = [left.slice(from), right.slice(0, to)]
  const same = (pattern: RegExp, a: string, b: string): boolean =>
    (a.match(pattern) ?? []).join(' ') === (b.match(pattern) ?? []).join(' ')
  return (
    !same(NUMBER, (open + before + close).normalize('NFKC'), (open + after + close).normalize('NFKC')) ||
    !same(HAN_NUMERAL, before, after)
  )
}
