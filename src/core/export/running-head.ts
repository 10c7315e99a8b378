import { compact } from '../structure/names.ts'

const DIGIT = '[0-9〇○零一二三四五六七八九]'
const YEAR = `[（(〔]?${DIGIT}{4}(?:[—–~～-]${DIGIT}{2,4})?年?(?:卷|版)?[）)〕]?`
/** · 86 · or 第86页 beside the head, with a gap between or in paired marks. */
const NUMBER = '[^\\p{L}0-9]*(?:第\\s*)?[0-9]{1,4}(?:\\s*页)?[^\\p{L}0-9（(〔[]*'
const PAGE_BEFORE = new RegExp(`^${NUMBER}\\s`, 'u')
const PAGE_AFTER = new RegExp(`(?:\\s${NUMBER}|([·•●∙・~—–-])\\s*[0-9]{1,4}\\s*\\1)$`, 'u')
const YEAR_BEFORE = new RegExp(`^${YEAR}[·・:：]?`)
const YEAR_AFTER = new RegExp(`[·・:：]?${YEAR}$`)

/**
 * The title of the yearbook as its running heads print it (`云山年鉴2020`, `2020云山年鉴`, letter-spaced or
 * not), its year taken off; null where no head is one. Of several the most frequent, of equals the first.
 * `heads` are the texts of all furniture, repetitions included.
 */
export function yearbookTitle(heads: Iterable<string>): string | null {
  const seen = new Map<string, number>()
  for (const head of heads) {
    const plain = head.normalize('NFKC').replace(PAGE_BEFORE, '').replace(PAGE_AFTER, '')
    const title = compact(plain).replace(YEAR_BEFORE, '').replace(YEAR_AFTER, '')
    if (/^\p{Script=Han}[\p{Script=Han}·（）()]*年鉴$/u.test(title))
      seen.set(title, (seen.get(title) ?? 0) + 1)
  }
  let best: string | null = null
  for (const [title, times] of seen) if (best === null || times > seen.get(best)!) best = title
  return best
}
