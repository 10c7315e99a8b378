import type { Fault } from '../test/damage/run.ts'

/** A fault as a reader wants to see it: what was wanted, what came, and the raw text around the first difference. */
export function context({ entry, difference, seed, layout, raw, asked }: Fault): string {
  if (difference) {
    const { what, missed, invented } = difference
    return `\n--- ${seed} (${layout}) ${what}\n  missed    ${missed.join(' | ')}\n  invented  ${invented.join(' | ')}`
  }
  if (!entry) return ''
  const { wanted, got } = entry
  const a = wanted.paragraphs.join('⏎')
  const b = got?.paragraphs.join('⏎') ?? ''
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const near = (text: string): string => text.slice(Math.max(0, at - 24), at) + '⟦' + text.slice(at, at + 48)
  const title = wanted.title ?? ''
  return [
    `\n--- ${seed} (${layout}) ${wanted.path} 【${title}】${got ? '' : ' not found'}${asked ? ' (asked)' : ''}`,
    `  wanted  ${near(a)}`,
    `  got     ${near(b)}`,
    `  raw     ${rawNear(raw, a.slice(Math.max(0, at - 8), at + 8))}`,
  ].join('\n')
}

/** The stretch of raw text that holds most of these characters in their order. */
function rawNear(raw: string, text: string): string {
  const chars = Array.from(text.replace(/\s/g, ''))
  for (let size = chars.length; size >= 2; size--)
    for (let i = 0; i + size <= chars.length; i++) {
      const pattern = chars
        .slice(i, i + size)
        .map((ch) => ch.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('[^\\p{L}\\p{N}]{0,12}')
      const found = new RegExp(pattern, 'u').exec(raw)
      if (found)
        return raw
          .slice(Math.max(0, found.index - 60), found.index + found[0].length + 60)
          .replaceAll('\n', '⏎')
          .replaceAll('\f', '␌')
    }
  return ''
}
