/** What a text says of the region that it is about. */
export interface Regions {
  /** Names that open its clauses. */
  readonly names: readonly string[]
  /** 县 of 全县, and the like. */
  readonly levels: readonly string[]
}

const NONE: Regions = { names: [], levels: [] }

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

/** The regions that a text names at the start of its clauses, and those whose whole it speaks of. Linear in it. */
export function regionsIn(text: string): Regions {
  const names = namedIn(text)
  const levels = text.includes('全') ? Array.from(text.matchAll(WHOLE), (m) => m[1]!) : []
  return names.length + levels.length === 0 ? NONE : { names, levels }
}

/** All that NAMED finds at the start of a clause, but for kinds of place. */
function namedIn(text: string): string[] {
  const out: string[] = []
  const starts = clauseStarts(text)
  let end = -1
  for (let i = starts.length - 1; i >= 0; i--) {
    NAMED.lastIndex = starts[i]!
    const m = starts[i]! > end ? NAMED.exec(text) : null
    if (!m) continue
    if (!COMMON.test(m[1]!)) out.push(m[1]!)
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
