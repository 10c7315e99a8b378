import type { CorrectionId } from '../../../core/corrections/edit.ts'
import type { Role } from '../../../core/structure/block.ts'
import type { Document, PrintedSo } from '../../../core/document/document.ts'
import { cleanOffset, rawSpan, type Span } from '../../../core/text/offset.ts'
import type { I18n } from '../../i18n/i18n.svelte.ts'
import { blockText } from '../../session/block-text.ts'
import type { BookSession } from '../../session/book-session.svelte.ts'
import type { Replica } from '../../session/replica.svelte.ts'
import type { Changed } from '../../session/changed.ts'
import type { Cursor, Selection } from '../../session/cursor.svelte.ts'
import { fixesOf, type Finding } from '../../session/findings.ts'
import { notesAt, printedAt } from '../../session/marks-at.ts'
import type { Place } from '../../session/place.ts'
import { readingOrder } from '../../session/reading-order.ts'
import type { Notices } from '../../ui/notices.svelte.ts'
import type { Hit } from '../../worker/book-api.ts'
import { selectionInRaw } from './raw-selection.ts'
import { sayRefusal } from './say-refusal.ts'

/** Something that lies over the desk. */
export type Sheet = 'go' | 'note' | 'role' | 'facet'

/** A way that has come to its end. */
export type End = 'noNext' | 'noPrevious'

/** What the editor does at the desk: the verbs of the session, applied to where the cursor is. */
export class Desk {
  sheet: Sheet | null = $state(null)
  isFinding = $state(false)
  withFurniture = $state(false)
  /** Below 1440 px the outline is a rail; this opens it over the panes. */
  isOutlineOpen = $state(false)
  /** What is selected in the raw pane. */
  rawSelection: { readonly from: number; readonly to: number } | null = $state.raw(null)
  /** Where the last step found nothing more; null where it did. */
  #end: { readonly doc: Document; readonly place: Place | null; readonly way: End } | null = $state.raw(null)
  readonly #session: BookSession
  readonly #cursor: Cursor
  readonly #replica: Pick<Replica, 'find'>
  readonly #notices: Notices
  readonly #i18n: I18n

  constructor(
    session: BookSession,
    cursor: Cursor,
    replica: Pick<Replica, 'find'>,
    notices: Notices,
    i18n: I18n,
  ) {
    this.#session = session
    this.#cursor = cursor
    this.#replica = replica
    this.#notices = notices
    this.#i18n = i18n
  }

  // ---- findings

  /** That nothing waits in the direction of the last step, for as long as nothing has moved or changed since. */
  get end(): End | null {
    const { doc, place, way } = this.#end ?? {}
    return doc === this.#session.doc && place === this.#cursor.place ? (way ?? null) : null
  }

  /** By its fix of this number, from 0. */
  accept(fix = 0): void {
    const { finding } = this.#cursor
    if (!finding) {
      this.next()
      return
    }
    if (!this.#hasFix(finding)) return
    const chosen = fixesOf(finding)[fix]
    if (finding.kind === 'suggestion' && !chosen) return
    this.#done(this.#cursor.settle(() => this.#session.accept(finding, chosen?.id)))
  }

  /** Shows all of this kind, to accept them together. */
  showFacet(): void {
    const { finding } = this.#cursor
    if (finding && this.#hasFix(finding)) this.sheet = 'facet'
  }

  /** Several, as one stroke. */
  acceptAll(findings: readonly Finding[]): void {
    this.#done(this.#cursor.settle(() => this.#session.acceptAll(findings)))
  }

  reject(): void {
    this.#settle((finding) => this.#session.reject(finding))
  }

  asPrinted(): void {
    this.#settle((finding) => this.#session.asPrinted(finding))
  }

  next(): void {
    this.#step(1, 'noNext')
  }

  previous(): void {
    this.#step(-1, 'noPrevious')
  }

  /** Goes to a place that was looked for. */
  goToHit({ from, to }: Hit): void {
    this.#cursor.goRaw(from)
    this.#cursor.found = rawSpan(from, to)
  }

  /** Goes to where a finding quotes from: of several places, to the one after this. */
  async goToQuote(quote: string): Promise<void> {
    const { hits } = await this.#replica.find(quote)
    const here = this.#cursor.place?.raw ?? 0
    const hit = hits.find((one) => one.from > here) ?? hits[0]
    if (hit) this.goToHit(hit)
  }

  // ---- text

  /** Opens a place for typing: at the finding in hand, else at the caret. */
  edit(): void {
    const { finding, place } = this.#cursor
    const { doc } = this.#session
    const id = finding?.block ?? place?.block
    const block = id === undefined ? undefined : doc.blocks.get(id)
    if (!this.#session.canEdit || !block) return
    const { mapping } = blockText(doc.raw, block)
    const from = finding ? mapping.toClean(finding.span.from, 1) : (place?.clean ?? 0)
    const to = finding ? mapping.toClean(finding.span.to, -1) : from
    this.#cursor.editing = { block: block.id, from: from ?? 0, to: Math.max(from ?? 0, to ?? 0) }
    if (place) this.#cursor.reveal = { place, source: 'keys' }
  }

  retype(block: Selection['block'], text: string): void {
    this.#cursor.editing = null
    const found = this.#session.doc.blocks.get(block)
    if (!found || blockText(this.#session.doc.raw, found).text === text) return
    this.#done(this.#session.retype(block, text))
  }

  /** Typing was left without a change; what was typed can be had back. */
  leave(block: Selection['block'], typed: string): void {
    this.#cursor.editing = null
    const found = this.#session.doc.blocks.get(block)
    if (!found || blockText(this.#session.doc.raw, found).text === typed) return
    this.#notices.say(this.#i18n.t('review.left'), {
      label: this.#i18n.t('review.goOnTyping'),
      run: () => (this.#cursor.editing = { block, from: typed.length, to: typed.length, text: typed }),
    })
  }

  split(): void {
    const { place } = this.#cursor
    if (!place) return
    const created = this.#session.split(place.block, place.clean)
    if (created) this.#cursor.goText(created, 0)
    this.#done(created !== null)
  }

  join(): void {
    const { place } = this.#cursor
    if (place) this.#done(this.#session.join(place.block))
  }

  /** Takes out what is selected, in either pane. */
  lift(role: Role = 'caption'): void {
    const selection = this.selection
    if (!selection) {
      this.#notices.say(this.#i18n.t('review.selectFirst'))
      return
    }
    const created = this.#session.lift(selection.block, selection.span, role)
    if (created) this.#cursor.goText(created, 0)
    this.#done(created !== null)
  }

  setRole(role: Role, level?: number): void {
    const { place } = this.#cursor
    if (place) this.#done(this.#session.setRole(place.block, role, level))
  }

  /** Takes back the correction under the pointer, or under the caret. */
  revert(): void {
    const [id, printed] = [this.correction, this.printed]
    if (printed) this.#done(this.#session.undoEvent(printed.seq))
    else if (id) this.#done(this.#session.revert(id))
  }

  // ---- marks

  /** Writes a note here, or the one that is here anew; without a text it goes. */
  note(text: string): void {
    const { span } = this
    const [old] = this.notes
    if (span && (old || text.trim() !== ''))
      this.#done(this.#session.note(old?.span ?? span, text.trim(), old?.id))
  }

  /** Marks the entry read, or unread where it is, and goes on to the next one. */
  toggleRead(): void {
    const { node } = this.#cursor
    const entry = this.#session.outline.nodes[node]
    if (!entry) return
    const isRead = this.#session.readEntries.has(node)
    if (this.#session.markRead(entry.blocks, !isRead) && !isRead) this.#cursor.stepEntry(1)
  }

  toggleBookmark(): void {
    const { place } = this.#cursor
    if (!place) return
    const isThere = this.#session.doc.bookmarks.has(place.raw)
    this.#done(this.#session.bookmark(place.raw, isThere ? null : this.#i18n.t('review.bookmark')))
  }

  // ---- back and forth

  undo(): void {
    this.#back(() => this.#session.undo())
  }

  redo(): void {
    this.#back(() => this.#session.redo())
  }

  /** What is selected, in corrected text. */
  get selection(): Selection | null {
    return (
      this.#cursor.selection ?? (this.rawSelection && selectionInRaw(this.#session.doc, this.rawSelection))
    )
  }

  /** The raw text that is meant: that of the finding in hand, else the place of the caret. */
  get span(): Span | null {
    const { finding, place } = this.#cursor
    return finding?.span ?? (place && rawSpan(place.raw, place.raw))
  }

  get notes(): ReturnType<typeof notesAt> {
    return this.span ? notesAt(this.#session.doc, this.span) : []
  }

  /** What was left as printed under the caret. */
  get printed(): PrintedSo | null {
    const { finding, peeked } = this.#cursor
    return this.span && !finding && peeked === null ? printedAt(this.#session.doc, this.span) : null
  }

  /** The correction under the pointer, or under the caret. */
  get correction(): CorrectionId | null {
    const { peeked, place, finding } = this.#cursor
    if (peeked !== null) return peeked
    if (!place || finding) return null
    const { doc } = this.#session
    const edits = doc.blocks.get(place.block)?.edits ?? []
    const at = (e: (typeof edits)[number]): boolean => e.span.from <= place.raw && place.raw <= e.span.to
    const shown = edits.filter((e) => at(e) && doc.corrections.get(e.correction)?.layer !== 'layout')
    return (shown.at(-1) ?? edits.findLast(at))?.correction ?? null
  }

  /** Whether there is something to accept; says so where there is not. */
  #hasFix(finding: Finding): boolean {
    const has = finding.kind !== 'suggestion' || fixesOf(finding).length > 0
    if (!has) this.#notices.say(this.#i18n.t('review.noFix'))
    return has
  }

  #step(by: 1 | -1, way: End): void {
    if (!this.#cursor.step(by)) this.#end = { doc: this.#session.doc, place: this.#cursor.place, way }
  }

  #settle(act: (finding: Finding) => boolean): void {
    const { finding } = this.#cursor
    if (finding) this.#done(this.#cursor.settle(() => act(finding)))
  }

  /** After an undo the cursor goes to where it happened: nothing is taken back out of sight. */
  #back(act: () => boolean): void {
    const changed: Changed[] = []
    const { findings, readEntries } = this.#session
    const off = this.#session.onStroke((_logged, what) => changed.push(what))
    const isDone = act()
    off()
    this.#done(isDone)
    changed.forEach((what) => this.#goTo(what, { findings, readEntries }))
  }

  /**
   * To the question that is open again or no more, else to the text, else to the entry that was marked read: not every
   * stroke touches a block.
   */
  #goTo({ blocks }: Changed, before: Pick<BookSession, 'findings' | 'readEntries'>): void {
    const { doc, findings, readEntries, outline } = this.#session
    const idOf = ({ id }: Finding): string => id
    const opened = lacking(findings, before.findings, idOf)
    const closed = lacking(before.findings, findings, idOf)
    const order = readingOrder(doc)
    const [first] = [...blocks]
      .filter((id) => order.has(id))
      .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    if (opened) this.#cursor.take(opened)
    else if (closed) this.#cursor.goRaw(closed.span.from)
    else if (first) this.#cursor.goText(first, cleanOffset(0))
    else {
      const marked =
        lacking(readEntries, before.readEntries) ?? lacking(before.readEntries, readEntries) ?? -1
      const entry = outline.nodes[marked]
      if (entry) this.#cursor.goText(entry.first, cleanOffset(0))
    }
  }

  #done(isDone: boolean): void {
    this.#cursor.refresh()
    if (!isDone) sayRefusal(this.#session, this.#notices, this.#i18n)
  }
}

/** The first of `some` that is not among the `others`, by its name. */
function lacking<T>(
  some: Iterable<T>,
  others: Iterable<T>,
  nameOf: (one: T) => unknown = (one) => one,
): T | undefined {
  const known = new Set(Array.from(others, nameOf))
  return Array.from(some).find((one) => !known.has(nameOf(one)))
}
