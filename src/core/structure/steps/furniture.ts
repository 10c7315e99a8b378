import { ruleId } from '../../rules/rule.ts'
import type { Draft } from '../draft.ts'
import { headLine, type HeadLine } from '../furniture/head-line.ts'
import { Heads } from '../furniture/heads.ts'
import { isPageNumber, numberedPages } from '../furniture/page-numbers.ts'
import { PageEdges } from '../furniture/page-edges.ts'
import type { Step } from '../step.ts'

/** Running heads and page numbers: what is printed on each page and is no part of the text. */
export const furniture: Step = {
  id: ruleId('structure/furniture'),
  version: 2,
  title: { zh: '书眉与页码', en: 'Running heads and page numbers' },
  why: {
    zh: '页边处重复出现的短行是书眉，成对符号间或页边的数字是页码，都不属于正文。',
    en: 'Short lines that recur at page edges are running heads; numbers in paired marks or at page edges are page numbers.',
  },
  messages: {
    maybe: {
      zh: '“{0}”在页边重出，也见于别处，已留作正文；是书眉则删',
      en: '“{0}” recurs at page edges, but stands elsewhere, too: kept as text; a running head goes',
    },
  },
  run(draft) {
    const lines = new Map<number, HeadLine>()
    draft.pieces.forEach((_, i) => {
      const line = headLine(draft, i)
      if (line) lines.set(i, line)
    })
    const edges = new PageEdges(draft)
    const number = (): number => {
      const found = numberedPages(draft, lines, edges)
      for (const i of found) take(draft, edges, i)
      return found.length
    }
    number()
    const heads = new Heads(draft, lines, edges)
    for (const i of heads.numbered()) take(draft, edges, i)
    // A head may make the line beside it an edge, and so on: thrice at most, for no page has more of them.
    for (let round = 0; round < 3; round++) {
      let found = round === 0 ? 0 : number()
      heads.recount()
      for (const line of lines.values()) {
        if (line.piece.role || !heads.isHead(line)) continue
        take(draft, edges, line.index)
        found++
      }
      for (const line of lines.values()) {
        if (line.piece.role || !isPageNumber(draft, line, edges)) continue
        take(draft, edges, line.index)
        found++
      }
      if (found === 0) break
    }
    for (const line of lines.values())
      if (!line.piece.role && heads.isDoubtful(line))
        line.piece.question = {
          rule: furniture.id,
          version: furniture.version,
          remove: true,
          reason: { key: 'maybe', values: [draft.content(line.piece)] },
          confidence: 0.5,
        }
  },
}

function take(draft: Draft, edges: PageEdges, i: number): void {
  draft.pieces[i]!.role = 'furniture'
  edges.extend(i)
}
