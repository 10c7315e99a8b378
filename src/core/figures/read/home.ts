import type { Passage } from './passage.ts'

/** The region a book is about: 全县 and its own name mean the same. */
export interface Home {
  /** Its name, as it opens sentences; null where no name does. */
  readonly name: string | null
  /** 省, 市, 县, 区 …: what 全 stands before where the whole of it is meant. */
  readonly level: string | null
}

const LEVELS = '省市县区旗州盟镇乡'
/** At the start of a clause: 年末，某县有…; 2019年，某区落实…. */
const NAMED =
  /(?<=^|[，。；年月日末])(?![全本该我各老新城县市省区])([\p{Script=Han}]{1,4}?[省市县区旗州盟])(?!委|府|政府|域|\p{Script=Han}{0,4}局)/uy
/** How far it reaches: five characters, of two units at most. */
const REACH = 10
/** What it stands behind, but for the start of the text, and what it ends with. */
const OPENS = 1
const REGION = 2
/** By character: looked up for every one of them. */
const ACTS = new Uint8Array(0x10000)
for (const c of '，。；年月日末') ACTS[c.charCodeAt(0)] = OPENS
for (const c of '省市县区旗州盟') ACTS[c.charCodeAt(0)] = REGION
/** Kinds of place, not names: 建成区, 山区, 城市. */
const COMMON =
  /(?:建成|^城|主城|中心城|老城|新城|园|社|郊|地|辖|灾|^山|库|景|校|小|矿|林|牧|开发|片|街|功能|示范|保护|试验|市|厂)区$|(?:城|超|上|股|门|都|县|菜|夜)市$/
const WHOLE = new RegExp(`全([${LEVELS}])`, 'g')

/** The region that the bodies of entries speak of. */
export function home(passages: Iterable<Passage>): Home {
  const names = new Map<string, number>()
  const levels = new Map<string, number>()
  for (const { text } of passages) {
    for (const name of namedIn(text)) if (!COMMON.test(name)) names.set(name, (names.get(name) ?? 0) + 1)
    if (!text.includes('全')) continue
    for (const m of text.matchAll(WHOLE)) levels.set(m[1]!, (levels.get(m[1]!) ?? 0) + 1)
  }
  const [name, count] = top(names)
  const [level, whole] = top(levels)
  // A name that opens one sentence only may be any place's, unless the whole of its kind is spoken of elsewhere.
  if (name !== null && (count > 1 || name.at(-1) === level)) return { name, level: name.at(-1)! }
  return { name: null, level: whole > 0 ? level : null }
}

/** All that NAMED finds at the start of a clause. */
function namedIn(text: string): string[] {
  const out: string[] = []
  const starts = clauseStarts(text)
  let end = -1
  for (let i = starts.length - 1; i >= 0; i--) {
    NAMED.lastIndex = starts[i]!
    const m = starts[i]! > end ? NAMED.exec(text) : null
    if (!m) continue
    out.push(m[1]!)
    end = NAMED.lastIndex
  }
  return out
}

/** Where clauses start that a region might open, the last first. */
function clauseStarts(text: string): number[] {
  const out: number[] = []
  let region = Infinity
  for (let at = text.length - 1; at >= 0; at--) {
    const act = ACTS[text.charCodeAt(at)]
    if (act === REGION) region = at
    else if (act === OPENS && region - at <= REACH) out.push(at + 1)
  }
  if (region < REACH) out.push(0)
  return out
}

function top(counts: ReadonlyMap<string, number>): [string | null, number] {
  let best: [string | null, number] = [null, 0]
  for (const [key, n] of counts) if (n > best[1]) best = [key, n]
  return best
}
