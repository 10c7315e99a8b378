import { Guard } from '../guard.ts'
import type { Home } from './home.ts'
import { actionAt } from './words.ts'

/**
 * What a figure is about. `home`: the book's region, said outright or understood from an overview entry; `other`: a
 * wider or a narrower region, an institution, by name; `entry`: whatever its entry is about.
 */
export type Scope =
  | { readonly kind: 'home'; readonly said: 'outright' | 'understood' | 'earlier' }
  | { readonly kind: 'other'; readonly name: string }
  | { readonly kind: 'entry' }

const OVERVIEW = /^(?:概况|综述|概述|综合|总述|简况|概貌|基本情况|.{0,8}(?:概况|综述|概述))$/
const WHOLE =
  /全(国|省|市|县|区|旗|州|盟|镇|乡|街道|村|校|院|局|行|厂|园|公司|集团|系统|社区)(?![\p{Script=Han}]?[委局])/u
/** An institution or a smaller place that opens a clause: what follows is its own, if it does or has something. */
const SUBJECTS =
  '公司|集团|学校|中学|小学|幼儿园|大学|学院|医院|中心|合作社|工作室|园区|景区|开发区|水库|工程|项目|基地|镇|乡|街道|村|社区|协会|银行|支行|农场|剧团|图书馆|博物馆|文化馆|科技馆|平台|电站|码头|大桥|园舍|学生|企业'
const SUBJECT = new RegExp(String.raw`^[\p{Script=Han}“”·A-Za-z]{0,16}?(?:${SUBJECTS})`, 'u')
/** What SUBJECTS begin with, and how far from the start of a clause: sixteen characters, of two units at most. */
const FIRSTS = SUBJECTS.split('|').map((word) => word[0]!)
const SUBJECT_FIRSTS = new Guard(FIRSTS.join(''))
const SUBJECT_REACH = 32
const DOES = /^(?:[，、有于由被为设占投藏共现总]|全年|年内|年末|年底|在(?![校园读建职岗]))/
/** Kinds of place, not one of them. */
const KIND = /(?:城镇|乡镇|村镇|建制镇|农村|乡村|行政村|建制村|城乡|中小学|全镇|全村)$/
const OWN = /^(?:该|其(?!中))/
/** What stands in all clauses that name a scope, but for those that name the region. */
export const SCOPES = new Guard(['全', '该', '其', ...FIRSTS].join(''))

/** Is it the title of what sums up the rest? So is text without a title. */
export function isOverview(title: string | null): boolean {
  return title === null || OVERVIEW.test(title.replace(/\s/g, ''))
}

/** 青石镇, 城东街道: a place in the region; 乡镇, 小镇 are kinds of place. */
const PLACE = /^\p{Script=Han}{2,5}(?:[镇乡]|街道|社区|村)$/u
const NO_PLACE = /(?:城镇|乡镇|村镇|小镇|建制镇|强镇|名镇|农村|乡村|新村|名村|行政村)$/

/** Is it the name of one place, as far as its form tells? */
export function isPlace(name: string): boolean {
  return PLACE.test(name) && !NO_PLACE.test(name)
}

/** The scope that a figure has where its sentence says nothing; in a section on a place, that place. */
export function entryScope(title: string | null, heading: string | null): Scope {
  const place = heading?.replace(/\s/g, '') ?? ''
  if (isPlace(place)) return { kind: 'other', name: place }
  return isOverview(title) ? { kind: 'home', said: 'understood' } : { kind: 'entry' }
}

/** The last region or institution that a clause names as its subject; null where it names none. */
export function clauseScope(clause: string, home: Home): Scope | null {
  const found: { at: number; scope: Scope }[] = []
  if (home.name !== null) {
    const at = clause.lastIndexOf(home.name)
    if (at >= 0 && !isOffice(clause.slice(at + home.name.length)))
      found.push({ at, scope: { kind: 'home', said: 'outright' } })
  }
  for (let from = 0; clause.includes('全', from);) {
    const m = WHOLE.exec(clause.slice(from))
    if (!m) break
    const at = from + m.index
    const whole: Scope =
      m[1] === home.level ? { kind: 'home', said: 'outright' } : { kind: 'other', name: `全${m[1]!}` }
    found.push({ at, scope: whole })
    from = at + m[0].length
  }
  if (found.length > 0) return found.sort((a, b) => a.at - b.at).at(-1)!.scope
  if (OWN.test(clause)) return { kind: 'other', name: 'own' }
  if (actionAt(clause) !== '') return null
  const named = clause.startsWith('其中') ? clause.slice(2) : clause
  if (!mayNameSubject(named)) return null
  const subject = SUBJECT.exec(named)?.[0]
  if (subject === undefined || KIND.test(subject)) return null
  const rest = named.slice(subject.length)
  return DOES.test(rest) || actionAt(rest) !== '' ? { kind: 'other', name: subject } : null
}

function mayNameSubject(clause: string): boolean {
  const end = Math.min(clause.length, SUBJECT_REACH + 1)
  for (let i = 0; i < end; i++) if (SUBJECT_FIRSTS.has(clause.charCodeAt(i))) return true
  return false
}

/** 某县教育局: an office of the region, not the region. */
function isOffice(rest: string): boolean {
  return /^(?:委|政府|人大|政协|纪委|法院|检察院|[^有共完实新建列入被获设拥召开举]{1,8}?(?:局|办|厅|委员会|中心|公司))/.test(
    rest,
  )
}
