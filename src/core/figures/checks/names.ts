/** How many names a list holds: between `least` and `most`, where a 和 may part two names or stand inside one. */
export interface NameCount {
  readonly least: number
  readonly most: number
  /** 等: there are more than are named. */
  readonly open: boolean
}

/** What a name ends with: a 和 behind it parts two names. */
const ENTITY =
  /(?:公司|集团|中心|学校|小学|中学|幼儿园|大学|学院|医院|卫生院|村|镇|乡|街道|社区|厂|院|所|站|馆|店|局|合作社|农场|项目|工程|基地|园|园区|景区|产品|作品|X|）)$/
const AND = /以及|[和与及暨]/g
const QUOTED = /“[^”]{0,60}”|《[^》]{0,60}》|（[^）]{0,60}）/g

/** Counts the names in `text`; quoted titles and brackets count as part of the name that they stand in. */
export function countNames(text: string): NameCount {
  const masked = masks(text)
  const open = /等$|等(?=\d)/.test(masked)
  let least = 0
  let most = 0
  for (const item of masked.replace(/等$/, '').split('、')) {
    if (item === '') continue
    least++
    most++
    for (const m of item.matchAll(AND)) {
      if (m.index === 0 || m.index + m[0].length === item.length) continue
      most++
      if (ENTITY.test(item.slice(0, m.index)) && ENTITY.test(item)) least++
    }
  }
  return { least, most, open }
}

/** The text with all that is quoted or in brackets masked by X, its length kept: no separator in it counts. */
export function masks(text: string): string {
  return text.replace(QUOTED, (m) => 'X'.repeat(m.length))
}
