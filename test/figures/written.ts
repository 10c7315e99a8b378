import type { BlockId } from '../../src/core/corrections/correction.ts'
import { figureFindings } from '../../src/core/figures/figures.ts'
import { figureBook, type FigureBook } from '../../src/core/figures/read/book.ts'
import { scanned, type ScannedBlock } from '../../src/core/figures/read/scanned.ts'
import type { Role } from '../../src/core/structure/block.ts'

const LINES: readonly (readonly [RegExp, Role])[] = [
  [/^# (.*)$/, 'category'],
  [/^## (.*)$/, 'heading'],
  [/^【(.*)】$/, 'title'],
  [/^\| (.*)$/, 'table'],
  [/^- (.*)$/, 'list'],
  [/^(.*)$/, 'paragraph'],
]

/** A check's example as a whole book. */
export function exampleBook(text: string): FigureBook {
  return written(text.startsWith('#') ? text : `# 综合\n## 综述\n【概况】\n${text}`)
}

/** A book written line by line: `# category`, `## section`, `【title】`, `- list item`, `| table row`, paragraph. */
export function written(text: string): FigureBook {
  const blocks: ScannedBlock[] = []
  for (const line of text.split('\n').map((l) => l.trim())) {
    if (line === '') continue
    for (const [pattern, role] of LINES) {
      const m = pattern.exec(line)
      if (!m) continue
      blocks.push(scanned({ id: `b${String(blocks.length)}` as BlockId, role, level: 1, text: m[1]! }))
      break
    }
  }
  return figureBook(blocks)
}

/** What is reported for it: the rule, then both quotes. */
export function reported(text: string): string[] {
  return figureFindings(written(text)).map((f) => [f.rule.replace('figures/', ''), ...f.quotes].join(' | '))
}
