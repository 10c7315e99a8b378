import type { Block, Role } from './block.ts'

/** What the tree looks at; what else a block carries goes through untouched. */
export type TreeBlock = Pick<Block, 'role' | 'level'>

/** A photo's text and the credits that stand with it. A credit whose caption is lost stands alone. */
export interface CaptionNode<B> {
  readonly caption: B | null
  readonly credits: readonly B[]
}

export interface EntryNode<B> {
  /** Null for text that stands before the first title of its section. */
  readonly title: B | null
  /** Paragraphs, list items and table rows. */
  readonly paragraphs: readonly B[]
  readonly captions: readonly CaptionNode<B>[]
  readonly contributors: readonly B[]
}

export interface SectionNode<B> {
  /** Null for text that stands before the first heading of its category. */
  readonly heading: B | null
  readonly entries: readonly EntryNode<B>[]
  readonly contributors: readonly B[]
  readonly sections: readonly SectionNode<B>[]
}

export interface CategoryNode<B> {
  /** Null for text that stands before the first category title. */
  readonly title: B | null
  /** Its English line; several blocks where it was torn. */
  readonly english: readonly B[]
  readonly sections: readonly SectionNode<B>[]
}

export interface Tree<B> {
  readonly categories: readonly CategoryNode<B>[]
  /** Running heads and page numbers, which are printed on each page and are no part of the text. */
  readonly furniture: readonly B[]
}

interface Caption<B> {
  caption: B | null
  credits: B[]
}

interface Entry<B> {
  title: B | null
  paragraphs: B[]
  captions: Caption<B>[]
  contributors: B[]
}

interface Section<B> {
  heading: B | null
  level: number
  entries: Entry<B>[]
  contributors: B[]
  sections: Section<B>[]
  /** Signatures with the entry before each, until it shows whom they sign for. */
  unsettled: { block: B; entry: Entry<B> | null }[]
}

interface Category<B> {
  title: B | null
  english: B[]
  sections: Section<B>[]
}

/**
 * The book that `blocks`, in reading order, spell: category, section, entry, paragraph. Each block stands in
 * exactly one place of it. Linear; never fails, whatever the order of the roles.
 *
 * - A signature signs for its section when no title and no paragraph of that section follows it; otherwise for
 *   the entry before it.
 * - A caption belongs to the entry that it interrupts; before the first entry, to the one that comes.
 * - A heading of level 2 opens a section inside the one before it.
 */
export function tree<B extends TreeBlock>(blocks: Iterable<B>): Tree<B> {
  const growing = new Growing<B>()
  for (const block of blocks) growing.add(block)
  return growing.finish()
}

class Growing<B extends TreeBlock> {
  readonly #categories: Category<B>[] = []
  readonly #furniture: B[] = []
  /** The sections that are open, each inside the one before it. */
  #open: Section<B>[] = []
  /** Captions that no entry stands before. */
  #waiting: Caption<B>[] = []
  /** The caption that a credit would belong to: nothing but credits and furniture has followed it. */
  #credited: Caption<B> | null = null

  add(block: B): void {
    if (block.role === 'furniture') this.#furniture.push(block)
    else if (block.role === 'caption') this.#caption(block)
    else if (block.role === 'credit') this.#credit(block)
    else {
      this.#credited = null
      this.#text(block, block.role)
    }
  }

  #text(block: B, role: Exclude<Role, 'furniture' | 'caption' | 'credit'>): void {
    switch (role) {
      case 'category':
        this.#category(block)
        break
      case 'category-en':
        this.#english(block)
        break
      case 'heading':
        this.#heading(block)
        break
      case 'title':
        this.#entry(block)
        break
      case 'paragraph':
      case 'list':
      case 'table':
        this.#paragraph(block)
        break
      case 'contributor':
        this.#contributor(block)
        break
    }
  }

  finish(): Tree<B> {
    if (this.#waiting.length > 0) this.#entry(null)
    this.#close(0)
    return { categories: this.#categories, furniture: this.#furniture }
  }

  #category(block: B): void {
    this.#close(0)
    const last = this.#categories.at(-1)
    // The English line may be printed above the title it translates.
    if (last?.title === null && last.sections.length === 0) last.title = block
    else this.#categories.push({ title: block, english: [], sections: [] })
  }

  #english(block: B): void {
    const last = this.#categories.at(-1)
    if (last?.sections.length === 0) last.english.push(block)
    else if (last?.title && last.english.length === 0) last.english.push(block)
    else {
      this.#close(0)
      this.#categories.push({ title: null, english: [block], sections: [] })
    }
  }

  #heading(block: B | null): Section<B> {
    const level = block?.level ?? 1
    this.#close(this.#open.findIndex((s) => s.level >= level))
    const section: Section<B> = {
      heading: block,
      level,
      entries: [],
      contributors: [],
      sections: [],
      unsettled: [],
    }
    const outer = this.#open.at(-1)
    if (outer) outer.sections.push(section)
    else this.#lastCategory().sections.push(section)
    this.#open.push(section)
    return section
  }

  #entry(title: B | null): Entry<B> {
    const section = this.#section()
    settle(section)
    const entry: Entry<B> = { title, paragraphs: [], captions: this.#waiting, contributors: [] }
    this.#waiting = []
    section.entries.push(entry)
    return entry
  }

  #paragraph(block: B): void {
    const section = this.#section()
    settle(section)
    const entry = section.entries.at(-1) ?? this.#entry(null)
    entry.paragraphs.push(block)
  }

  #caption(caption: B | null): void {
    this.#credited = { caption, credits: [] }
    const entry = this.#open.at(-1)?.entries.at(-1)
    ;(entry?.captions ?? this.#waiting).push(this.#credited)
  }

  #credit(block: B): void {
    if (!this.#credited) this.#caption(null)
    this.#credited?.credits.push(block)
  }

  #contributor(block: B): void {
    const section = this.#section()
    section.unsettled.push({ block, entry: section.entries.at(-1) ?? null })
  }

  #lastCategory(): Category<B> {
    const last = this.#categories.at(-1)
    if (last) return last
    const first: Category<B> = { title: null, english: [], sections: [] }
    this.#categories.push(first)
    return first
  }

  #section(): Section<B> {
    return this.#open.at(-1) ?? this.#heading(null)
  }

  /** Closes the open sections from index `from` on; none where it is negative. */
  #close(from: number): void {
    if (from < 0) return
    for (const section of this.#open.splice(from)) {
      section.contributors.push(...section.unsettled.map((u) => u.block))
    }
  }
}

/** More text follows in the section: what was signed so far is signed for single entries. */
function settle<B>(section: Section<B>): void {
  for (const { block, entry } of section.unsettled) (entry ?? section).contributors.push(block)
  section.unsettled = []
}
