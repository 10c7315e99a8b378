const COUNTED =
  /^(?:[.,][0-9]|[%‰℃月日个家项名人所座处户次件场期批岁支辆届条只头株门起笔宗幢]|[万亿]|[元米吨亩]|[平立]方|公[顷里斤]|千[米克瓦伏]|毫[米升]|年(?:$|[，。末初底内]))/

/** Does a text go on from digits before it: with the rest of their number, or a unit? */
export function goesOnFromDigits(text: string): boolean {
  return COUNTED.test(text)
}

/** A unit with punctuation behind it. */
const CLOSED = new RegExp(`${COUNTED.source}[，。；、,）)]`)
/** Names begin with these words, whose first character is a unit, too. */
const WORD = /^(?:人[民大才社]|家[庭长]|户外|项目|场馆|元[旦宵])/

/** Digits stand before a caption, so that either the caption goes on from them or the text after it: is it the text? */
export function goesOnBehind(caption: string, after: string): boolean {
  return COUNTED.test(after) && (!COUNTED.test(caption) || (WORD.test(caption) && CLOSED.test(after)))
}
