const COUNTED =
  /^(?:[.,][0-9]|[%‰℃月日个家项名人所座处户次件场期批岁支辆届条只头株门]|[万亿]?[元米吨亩]|年(?:$|[，。末初底内]))/

/** The same with punctuation behind it: 人， and not 人民医院. */
const CLOSED = new RegExp(`${COUNTED.source}[，。；、,）)]`)

/** Does a text go on from digits before it: with the rest of their number, or a unit? */
export function goesOnFromDigits(text: string): boolean {
  return COUNTED.test(text)
}

/** Digits stand before a caption, so that either the caption goes on from them or the text after it: is it the text? */
export function goesOnBehind(caption: string, after: string): boolean {
  return COUNTED.test(after) && (!COUNTED.test(caption) || (CLOSED.test(after) && !CLOSED.test(caption)))
}
