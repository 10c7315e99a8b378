import type { Document } from '../../../core/document/document.ts'
import { lineOf, type Outline } from '../../session/outline.ts'
import { lineAt, lineCount, startOfLine } from '../../session/printed-lines.ts'

/** Somewhere to go. */
export type Target = { readonly raw: number; readonly line: number } & (
  | { readonly kind: 'line' }
  | { readonly kind: 'page'; readonly page: string }
  | { readonly kind: 'entry'; readonly title: string }
  | { readonly kind: 'bookmark'; readonly words: string }
)

const MOST = 50

/** What a few words or a number may mean: a printed page, a line, an entry. Without any, the bookmarks. */
export function targets(doc: Document, outline: Outline, query: string): Target[] {
  const words = query.trim().normalize('NFKC')
  if (words === '') return bookmarks(doc)
  const out: Target[] = []
  const asked = /^(?:p\.?|第)?\s*(\d{1,7})\s*页?$/iu.exec(words)?.[1]
  if (asked !== undefined) {
    const page = doc.pages.find((one) => one.printed === String(Number(asked)))
    if (page) out.push({ kind: 'page', page: asked, raw: page.from, line: lineAt(doc.raw, page.from) })
  }
  const line = /^(?:l|行|第)?\s*(\d{1,7})\s*行?$/iu.exec(words)?.[1]
  if (line !== undefined && Number(line) >= 1 && Number(line) <= lineCount(doc.raw))
    out.push({ kind: 'line', line: Number(line), raw: startOfLine(doc.raw, Number(line)) })
  for (const node of outline.nodes) {
    if (out.length >= MOST) break
    const { text, isTitle } = lineOf(doc, node)
    if (!isTitle || !text.normalize('NFKC').includes(words)) continue
    const raw = doc.blocks.get(node.first)?.spans[0].from ?? 0
    out.push({ kind: 'entry', title: text, raw, line: lineAt(doc.raw, raw) })
  }
  return out
}

function bookmarks(doc: Document): Target[] {
  return [...doc.bookmarks.keys()]
    .sort((a, b) => a - b)
    .map((raw) => {
      const words = doc.raw.text.slice(raw, raw + 24).replace(/\s+/gu, '')
      return { kind: 'bookmark', words, raw, line: lineAt(doc.raw, raw) }
    })
}
