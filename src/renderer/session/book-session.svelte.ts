import type { UserRule } from '../../core/user-rules/user-rule.ts'
import { createContext } from 'svelte'
import type { BlockId } from '../../core/corrections/correction.ts'
import type { CorrectionId } from '../../core/corrections/edit.ts'
import type { Document } from '../../core/document/document.ts'
import type { DocumentEvent, Lifted, Logged, NoteId } from '../../core/document/event.ts'
import { redoTarget, undoTarget } from '../../core/document/history.ts'
import type { Refusal } from '../../core/document/refusal.ts'
import { liftText } from '../../core/document/verbs/lift-text.ts'
import { splitBlock } from '../../core/document/verbs/split-block.ts'
import type { Role } from '../../core/structure/block.ts'
import type { CleanOffset, RawOffset, Span } from '../../core/text/offset.ts'
import {
  accepting,
  confirming,
  joining,
  keepingAsPrinted,
  one,
  rejecting,
  retyping,
  reverting,
  settingRole,
} from './acts.ts'
import { type Changed, changedBy } from './changed.ts'
import { Clock } from './clock.ts'
import type { EventLog, Progress } from './event-log.svelte.ts'
import { type Finding, fixesOf } from './findings.ts'
import type { Names } from './names.ts'
import { type Outline, outline } from './outline.ts'
import { marksOn, readEntries, spansOf } from './read-marks.ts'
import { type Act, doing, redoing, stroke, undoing } from './stroke.ts'
import { Waiting } from './waiting.ts'

/** Who does what when: what core does not take from the air. */
export interface Author {
  readonly names: Names
  readonly now: () => Date
  /** Signs the events. */
  readonly by: string
}

/** Is told of each stroke after it was done: the worker's copy of the book, a view that keeps figures. */
export type Listener = (logged: readonly Logged[], changed: Changed) => void

/**
 * A book under review: the document, what waits for a decision, and all that an editor can do to it. Each verb is done at
 * once and written behind; one that is refused changes nothing, and `refused` says why.
 */
export class BookSession {
  doc: Document
  /** What waits, in reading order. */
  findings: readonly Finding[] = $state.raw([])
  /** The document as it was when blocks last came, went, or became something else. */
  structure: Document
  /** Follows `structure` a moment later, so that no key press waits for it. */
  outline: Outline
  /** Why the last verb did nothing; null after one that did something. */
  refused: Refusal | null = $state.raw(null)
  /** Called right before many findings are accepted at once: the state before that is worth keeping. */
  beforeBulk: () => void = () => undefined
  /** Null: the book can be read only. */
  readonly log: EventLog | null
  readonly #author: Author
  readonly #clock: Clock
  readonly #waiting: Waiting
  #listeners: readonly Listener[] = []
  #timer: ReturnType<typeof setTimeout> | undefined

  /**
   * `log` is given what the library shows of the book. `first` is the outline where
   * it was made beforehand: of a long book it is a task of its own. `userRules` are the editor's own.
   */
  constructor(
    doc: Document,
    author: Author,
    log: ((progress: () => Progress) => EventLog) | null,
    first: Outline = outline(doc),
    userRules: readonly UserRule[] = [],
  ) {
    this.#author = author
    this.#clock = new Clock(author.now)
    this.doc = $state.raw(doc)
    this.structure = $state.raw(doc)
    this.outline = $state.raw(first)
    this.log = log?.(() => this.progress) ?? null
    const more = (): void => {
      this.findings = this.#waiting.list()
    }
    this.#waiting = new Waiting(doc, more, userRules)
    this.findings = this.#waiting.list()
  }

  /** May this window change the book? */
  readonly canEdit: boolean = $derived.by(() => this.log !== null && this.log.ended === null)
  readonly canUndo: boolean = $derived.by(() => this.canEdit && undoTarget(this.doc) !== null)
  readonly canRedo: boolean = $derived.by(() => this.canEdit && redoTarget(this.doc) !== null)
  /** Indexes of the outline's entries that are read. */
  readonly readEntries: ReadonlySet<number> = $derived.by(() => readEntries(this.doc, this.outline))
  /** What the library shows of this book. */
  readonly progress: Progress = $derived.by(() => ({
    findings: this.findings.length,
    read: this.outline.entries === 0 ? 0 : this.readEntries.size / this.outline.entries,
  }))

  finding(id: string): Finding | null {
    return this.findings.find((f) => f.id === id) ?? null
  }

  timeOf(seq: number): string | undefined {
    return this.doc.past.get(seq)?.at
  }

  /** Calls back after each stroke until the returned function is called. */
  onStroke(listener: Listener): () => void {
    this.#listeners = [...this.#listeners, listener]
    return () => {
      this.#listeners = this.#listeners.filter((other) => other !== listener)
    }
  }

  // ---- verbs

  /** By the suggestion's first fix unless another is named. A reading that is accepted is confirmed. */
  accept(finding: Finding, fix: string = fixesOf(finding)[0]?.id ?? ''): boolean {
    return this.perform(accepting(finding, fix, this.#author.names))
  }

  /** Several at once, as one stroke: all of them, or none. */
  acceptAll(findings: readonly Finding[]): boolean {
    if (this.canEdit && findings.length > 1) this.beforeBulk()
    return this.perform(findings.flatMap((f) => accepting(f, fixesOf(f)[0]?.id ?? '', this.#author.names)))
  }

  reject(finding: Finding, note = ''): boolean {
    return this.perform(rejecting(finding, note, this.#author.names))
  }

  /** 照录: what stands in the raw text is right. */
  asPrinted(finding: Finding): boolean {
    return this.perform(keepingAsPrinted(finding, this.#author.names))
  }

  /** The same id again writes the note anew; an empty text takes it away. */
  note(span: Span, text: string, note: NoteId = this.#author.names.note()): boolean {
    return this.dispatch({ type: 'noted', note, span, text })
  }

  /** Takes one correction back, the engine's or the editor's own. */
  revert(correction: CorrectionId): boolean {
    return this.perform(reverting(correction, this.#author.names))
  }

  /** The engine's correction was looked at and is right: it is the editor's from now on. */
  confirm(correction: CorrectionId): boolean {
    return this.perform(confirming(correction))
  }

  /** The block's text is this now. */
  retype(block: BlockId, text: string): boolean {
    return this.perform(retyping(this.doc, block, text, this.#author.names))
  }

  /** With the next block of running text. */
  join(block: BlockId): boolean {
    return this.perform([joining(block, this.#author.names)])
  }

  /** Cuts a block at an offset of its corrected text. Returns the block that starts there now. */
  split(block: BlockId, at: CleanOffset, role?: Role): BlockId | null {
    const created = this.#author.names.block()
    return this.perform([(doc) => one(splitBlock(doc, block, at, created, role))]) ? created : null
  }

  /** Takes a selection of corrected text out into a block of its own, which is returned. */
  lift(
    block: BlockId,
    selection: Span<CleanOffset>,
    role: Role,
    place: Lifted['place'] = 'after',
  ): BlockId | null {
    const to = {
      created: this.#author.names.block(),
      correction: this.#author.names.correction(),
      role,
      place,
    }
    return this.perform([(doc) => one(liftText(doc, block, selection, to))]) ? to.created : null
  }

  setRole(block: BlockId, role: Role, level?: number): boolean {
    return this.perform([settingRole(block, role, level)])
  }

  /** Marks the raw text of these blocks, an entry mostly, as read or as unread. */
  markRead(blocks: readonly BlockId[], read: boolean): boolean {
    const spans = read ? spansOf(this.doc, blocks) : marksOn(this.doc, blocks)
    return this.dispatch({ type: 'marked-read', spans, read })
  }

  bookmark(at: RawOffset, label: string | null): boolean {
    return this.dispatch({ type: 'bookmarked', at, label })
  }

  undo(): boolean {
    const act = undoing(this.doc)
    return act !== null && this.perform([act])
  }

  redo(): boolean {
    const act = redoing(this.doc)
    return act !== null && this.perform([act])
  }

  /** Takes back one earlier event; refused where what it changed was changed again since. */
  undoEvent(seq: number): boolean {
    return this.dispatch({ type: 'undone', seq })
  }

  dispatch(event: DocumentEvent): boolean {
    return this.perform([doing(event)])
  }

  /** Does all of it as one stroke, or nothing. */
  perform(acts: readonly Act[]): boolean {
    if (!this.canEdit) return false
    const done = stroke(this.doc, acts, this.#clock.after(this.timeOf(this.doc.seq) ?? ''), this.#author.by)
    this.refused = done.ok ? null : done.error
    if (!done.ok || done.value.logged.length === 0) return false
    const { doc, logged } = done.value
    const changed = changedBy(doc, logged)
    this.#waiting.take(doc, changed)
    this.doc = doc
    if (changed.isStructural) this.#restructure(doc)
    this.findings = this.#waiting.list()
    this.log?.add(logged)
    for (const listener of this.#listeners) listener(logged, changed)
    return true
  }

  /** Resolves when all is on the disk, or could not be put there. */
  async saved(): Promise<void> {
    await this.log?.flush()
  }

  dispose(): void {
    clearTimeout(this.#timer)
    this.#waiting.dispose()
    this.log?.dispose()
  }

  #restructure(doc: Document): void {
    this.structure = doc
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.outline = outline(this.structure)
    }, 0)
  }
}

export const [getSession, setSession] = createContext<BookSession>()
