import type { CleanBook, CleanEntry, CleanParagraph, CleanSection } from '../clean/model.ts'
import { UNIVERSITY } from './qingwu-university.ts'
import { DISTRICT } from './tinglan-district.ts'
import { COUNTY } from './yannan-county.ts'

type Open<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer V)[] ? V[] : T[K] }

/** A list item, by the mark that it begins with. */
const ITEM = /^(?:[①-⑳]|（[0-9一二三四五六七八九十]{1,2}）|[一二三四五六七八九十]、|[0-9]{1,2}\.(?![0-9]))/

/**
 * The books written by hand, beside those that the model draws: `= yearbook year`, `# category | English`, `## section`,
 * `【title】text`, `| table row`, `（names）` alone on a line; any other line is a paragraph.
 */
export const WRITTEN: readonly CleanBook[] = [UNIVERSITY, COUNTY, DISTRICT].map(readBook)

function readBook(text: string): CleanBook {
  const categories: { title: string; titleEn: string | null; sections: Open<CleanSection>[] }[] = []
  let book = { yearbook: '', year: 0 }
  let entry: Open<CleanEntry> | null = null
  for (const line of text.split('\n')) {
    const [mark, rest] = [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]
    const section = categories.at(-1)?.sections.at(-1)
    const title = /^【(.*?)】(.*)$/.exec(line)
    const names = /^（([^）]*)）$/.exec(line)
    if (mark === '=') book = { yearbook: rest.split(' ')[0]!, year: Number(rest.split(' ')[1]) }
    else if (mark === '#') {
      const [name, english] = rest.split(' | ')
      categories.push({ title: name!, titleEn: english ?? null, sections: [] })
    } else if (mark === '##')
      categories.at(-1)!.sections.push({ title: rest, entries: [], contributors: [], sections: [] })
    else if (title) {
      entry = { title: title[1]!, paragraphs: [paragraph(title[2]!)], contributors: [] }
      section!.entries.push(entry)
    } else if (names) section!.contributors.push(...names[1]!.split(' '))
    else if (line !== '') entry!.paragraphs.push(paragraph(line))
  }
  return { ...book, categories }
}

function paragraph(line: string): CleanParagraph {
  if (line.startsWith('| ')) return { kind: 'table', text: line.slice(2) }
  return { kind: ITEM.test(line) ? 'list' : 'text', text: line }
}
