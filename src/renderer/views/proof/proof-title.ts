import type { I18n } from '../../i18n/i18n.svelte.ts'

const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** What the book of the next proof is called: 云山年鉴 → 云山年鉴（二校样） → 云山年鉴（三校样）. */
export function nextTitle(title: string, { t, language }: I18n): string {
  const last = /(?:（([二三四五六七八九])校样）| \(proof (\d{1,2})\))$/u.exec(title)
  const before =
    last === null ? 1 : last[2] === undefined ? ORDINALS.indexOf(last[1] ?? '') + 1 : Number(last[2])
  const next = before + 1
  const ordinal = (language === 'zh' ? ORDINALS[next - 1] : undefined) ?? String(next)
  return title.slice(0, last?.index) + t('proof.next', { ordinal })
}
