/** Names that parts of a yearbook have everywhere: what stands before, between and after its subjects. */
const FRONT = '目录 总目录 目次 凡例 编辑说明 编纂说明 编写说明 前言 序言 编者的话'
const DOCUMENTS =
  '特载 特辑 特稿 特记 专载 专记 专文 专辑 专题 文献 重要文献 文献选编 文件选编 附录 附件 附记'
const CHRONICLE = '大事记 大事纪要 大事纪略 大事记略 大事要览'
const BACK = '索引 主题索引 统计资料 统计公报 后记 编后记 编后语 人物 人物名录 荣誉榜 光荣榜'

const set = (...lists: string[]): ReadonlySet<string> => new Set(lists.flatMap((l) => l.split(' ')))

const CATEGORIES = set(FRONT, DOCUMENTS, CHRONICLE, BACK)
const ONLY_CATEGORIES = set(FRONT, '特载 特辑 特稿 专载 专记 文献选编 文件选编 附录', CHRONICLE)
const PAPERS = set(DOCUMENTS, '凡例 编辑说明 编纂说明 前言 序言 后记')
const CHRONICLES = set(CHRONICLE)

/** Could a line of this name, spaces taken out, be a category without an English line? `sure`: it is nothing else. */
export function isKnownCategory(name: string, sure = false): boolean {
  return (sure ? ONLY_CATEGORIES : CATEGORIES).has(name)
}

/** 目录, whose lines name other parts. */
export function isContents(name: string): boolean {
  return /^(?:总?目录|目次|CONTENTS)$/i.test(name)
}

/** 特载 and the like: documents in full, each under its own title. */
export function holdsDocuments(name: string): boolean {
  return PAPERS.has(name)
}

/** 大事记: months as headings, a paragraph for each day. */
export function isChronicle(name: string): boolean {
  return CHRONICLES.has(name)
}
