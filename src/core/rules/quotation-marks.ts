import { placesOf } from './patterns.ts'
import { ruleId, type Finding, type Rule } from './rule.ts'

const MARK = /["“”]/g

/** Quotation marks that are straight, or turned the wrong way. */
export const quotationMarks: Rule = {
  id: ruleId('character/quotation-marks'),
  version: 3,
  title: { zh: '引号', en: 'Quotation marks' },
  why: {
    zh: '汉文用弯引号“ ”（GB/T 15834）；直引号、方向相反的引号，段内成对的按次序改，不成对的只提示。',
    en: 'Han text takes curved quotation marks (GB/T 15834): straight or reversed ones are set right in turn where they pair up in the paragraph; an odd one is only reported.',
  },
  norm: 'GB/T 15834',
  messages: {
    turn: {
      zh: '段内引号成对，此处改“{0}”',
      en: 'the marks of this paragraph pair up; this one becomes {0}',
    },
    odd: {
      zh: '段内引号不成对，此处疑为“{0}”',
      en: 'the marks of this paragraph do not pair up; {0} is likely here',
    },
    'lost-open': { zh: '此处的后引号没有前引号', en: 'this closing mark has no opening one before it' },
    'lost-close': { zh: '此处的前引号没有后引号', en: 'this opening mark is never closed' },
  },
  roles: ['heading', 'title', 'paragraph', 'list', 'caption'],
  signs: '"“”',
  conduct: ['safe', 'asks'],
  examples: [
    { before: '获“先进称号。', after: '获“先进称号。' },
    { before: '办好"家门口的粮站"为主线', after: '办好“家门口的粮站”为主线' },
    { before: '评选“好人“30名', after: '评选“好人”30名' },
    { before: '办好“家门口的粮站”为主线', after: null },
    { before: '坚持“零距离“。获”先进”称号', after: '坚持“零距离”。获“先进”称号' },
    { before: '他说：“读过“三国”的人”', after: null },
    { before: '他说：“下段再说。', after: null },
    { before: '获“先进单位称号，被评为银龄行”标兵', after: '获“先进单位称号，被评为银龄行”标兵' },
    { before: '获先进单位”称号，坚持“零距离。', after: '获先进单位”称号，坚持“零距离。' },
  ],
  *check({ text }): Iterable<Finding> {
    const at = placesOf(text, MARK)
    if (nests(text, at)) {
      yield* swallowed(text, at)
      return
    }
    const paired = at.length % 2 === 0 && !(isCurved(text, at) && holdsClause(text, at))
    if (!paired && isCurved(text, at)) {
      yield* lost(text, at)
      return
    }
    for (const [k, from] of at.entries()) {
      const insert = k % 2 === 0 ? '“' : '”'
      if (text[from] === insert) continue
      const fix = { id: 'turn', layer: 'character' as const, from, to: from + 1, insert }
      const base = { from, to: from + 1, values: [insert], fixes: [fix] }
      if (paired) yield { ...base, message: 'turn', confidence: 0.95, apply: true }
      else yield { ...base, message: 'odd', confidence: 0.6, apply: false }
    }
  },
}

/**
 * Curved marks that open and close properly; one pair inside another at most, for a third would take ‘ ’. A name in marks
 * is no sentence: what seems to hold a pair, and sentences too, are two pairs with a mark turned.
 */
function nests(text: string, at: readonly number[]): boolean {
  let depth = 0
  let outer = 0
  let inner = false
  for (const i of at) {
    if (text[i] === '"') return false
    if (text[i] === '“') {
      if (depth === 0) [outer, inner] = [i, false]
      else inner = true
      depth++
    } else depth--
    if (depth < 0 || depth > 2) return false
    if (depth === 0 && inner && text[outer - 1] !== '：' && text.slice(outer, i).includes('。')) return false
  }
  return depth === 0
}

function isCurved(text: string, at: readonly number[]): boolean {
  return at.every((i) => text[i] !== '"')
}

/**
 * Taken in turn, do two marks hold the end of a clause that is no speech? Then marks were lost, and not turned:
 * 坚持零距离”，推行“夜读 are no 零距离“，推行”夜读.
 */
function holdsClause(text: string, at: readonly number[]): boolean {
  for (let k = 0; k + 1 < at.length; k += 2)
    if (text[at[k]! - 1] !== '：' && /[。，；]/.test(text.slice(at[k], at[k + 1]))) return true
  return false
}

/** What follows a name in quotation marks in this genre. */
const FOLLOWS =
  /^[^“”，。；：、！？]{2,20}?(?=称号|主题|专项|活动|行动|工程|标兵|名单|平台|做法|模式|品牌|机制|荣誉|国家宪法日|期间)/
/** What such a name comes after. */
const LEADS =
  /(?:围绕|授予|坚持|开展|获得?|评为|列为|列入|入选[省市县区]?|推行|打造|创建|实施|称为|[。；、])(?:[0-9]{4}年度?)?/g

/** Where one of a pair is missing, the other is pointed at, with the place where the lost one is likely. */
function* lost(text: string, at: readonly number[]): Iterable<Finding> {
  let open = -1
  for (const from of at) {
    const opens = text[from] === '“'
    if (opens ? open >= 0 : open < 0) {
      const wrong = opens ? open : from
      if (!opens || text[open - 1] !== '：') yield pointAt(text, wrong, opens)
    }
    open = opens ? from : -1
  }
  // 他说：“… may run on into the next paragraph.
  if (open >= 0 && text[open - 1] !== '：') yield pointAt(text, open, true)
}

/** A name’s mark and another’s with a clause between them: “先进单位称号，评为银龄行” has lost two. */
const STANDS_AFTER = /称号|主题|专项行动|标兵|名单|做法|平台|期间/

/** Of marks that pair up, those that hold what stands after a name in marks, and more. */
function* swallowed(text: string, at: readonly number[]): Iterable<Finding> {
  for (let k = 0; k + 1 < at.length; k++) {
    const [open, close] = [at[k]!, at[k + 1]!]
    if (text[open] !== '“' || text[close] !== '”' || text[open - 1] === '：') continue
    const held = text.slice(open + 1, close)
    const after = held.search(STANDS_AFTER)
    if (after < 0 || !/[，。]/.test(held.slice(after))) continue
    yield pointAt(text, open, true)
    yield pointAt(text, close, false)
  }
}

function pointAt(text: string, from: number, closeIsLost: boolean): Finding {
  const place = closeIsLost ? closing(text, from) : opening(text, from)
  const insert = closeIsLost ? '”' : '“'
  const fix = { id: 'add', layer: 'character' as const, from: place, to: place, insert }
  return {
    from,
    to: from + 1,
    message: closeIsLost ? 'lost-close' : 'lost-open',
    confidence: 0.8,
    apply: false,
    fixes: place < 0 ? [] : [fix],
  }
}

function closing(text: string, open: number): number {
  const name = FOLLOWS.exec(text.slice(open + 1, open + 28))?.[0]
  return name === undefined ? -1 : open + 1 + name.length
}

function opening(text: string, close: number): number {
  const from = Math.max(0, close - 40)
  const back = text.slice(from, close)
  // 他说：孩子们有了去处。”
  if (/[。！？]$/.test(back)) {
    const said = back.lastIndexOf('：')
    return said < 0 ? -1 : from + said + 1
  }
  const last = [...back.matchAll(LEADS)].at(-1)
  const at = last ? last.index + last[0].length : from === 0 ? 0 : -1
  return at < 0 || close - from - at > 20 || close - from - at < 2 ? -1 : from + at
}
