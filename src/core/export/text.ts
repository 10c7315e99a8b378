import { glueOf } from '../document/verbs/join-blocks.ts'
import { err, ok } from '../result.ts'
import type { EntryNode, SectionNode } from '../structure/tree.ts'
import { loneSurrogate } from '../text/surrogates.ts'
import type { Exporter } from './exporter.ts'
import { bookTree, lineOf, namesOf, type Placed } from './placed.ts'

/**
 * The book as plain text, one block a line, LF: category title and its English line; a blank line before each
 * category and section; 【title】 and the first paragraph on one line; captions after their entry as
 * 〔图〕text（credit）; names last, in brackets.
 */
export const text: Exporter = {
  id: 'text',
  extension: '.txt',
  write(book, options) {
    const file = `${options.stem}.txt`
    const lines: string[] = []
    for (const { title, english, sections } of bookTree(book).categories) {
      const head = [...(title ? [title] : []), ...english].map((b) => b.text)
      if (head.length > 0) part(lines, head)
      for (const section of sections) addSection(lines, section)
    }
    const out = lines.map((line) => `${oneLine(line)}\n`).join('')
    const at = loneSurrogate(out)
    return at < 0 ? ok(new Map([[file, out]])) : err({ kind: 'lone-surrogate', file, at })
  },
}

/** Begins a part of the book: a blank line, unless it is the first, and its head. */
function part(lines: string[], head: readonly string[]): void {
  if (lines.length > 0) lines.push('')
  lines.push(...head)
}

function addSection(lines: string[], section: SectionNode<Placed>): void {
  part(lines, section.heading ? [section.heading.text] : [])
  for (const entry of section.entries) addEntry(lines, entry)
  addNames(lines, section.contributors)
  for (const inner of section.sections) addSection(lines, inner)
}

function addEntry(lines: string[], entry: EntryNode<Placed>): void {
  const paragraphs = entry.paragraphs.map((p) => p.text)
  if (entry.title) lines.push(`【${entry.title.text}】${paragraphs.shift() ?? ''}`)
  lines.push(...paragraphs)
  for (const { caption, credits } of entry.captions) {
    const credit = lineOf(credits)
    lines.push(`〔图〕${caption?.text ?? ''}${credit === null ? '' : `（${credit}）`}`)
  }
  addNames(lines, entry.contributors)
}

function addNames(lines: string[], contributors: readonly Placed[]): void {
  const names = namesOf(contributors)
  if (names.length > 0) lines.push(`（${names.join(' ')}）`)
}

/** A break that is left inside a block: a line is a block here. */
function oneLine(line: string): string {
  return line.replace(/\s*[\n\v\f\u0085\u2028\u2029]\s*/g, (gap: string, at: number) =>
    glueOf(line.charCodeAt(at - 1), line.charCodeAt(at + gap.length)),
  )
}
