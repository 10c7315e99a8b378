const COUNTED =
  /^(?:[.,][0-9]|[%‰℃月日个家项名人所座处户次件场期批岁支辆届条只头株门]|[万亿]?[元米吨亩]|年(?:$|[，。末初底内]))/

/** Does a text go on from digits before it: with the rest of their number, or a unit? */
export function goesOnFromDigits(text: string): boolean {
  return COUNTED.test(text)
}
