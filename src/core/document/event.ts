import type { BlockId, Reason, Replacement, SuggestionKey } from '../corrections/correction.ts'
import type { CorrectionId } from '../corrections/edit.ts'
import type { Role, Suggestion } from '../structure/block.ts'
import type { Id, RawOffset, Span } from '../text/offset.ts'

export type NoteId = Id<'Note'>

/**
 * What happened to a book, in the words of those who made it happen. All offsets are raw, and each event says
 * where in the raw text it took place, even where a block's id would do: a log can then be laid over the
 * blocks of a later engine. `at` beside a block is the raw offset where the block starts, and is checked. Ids
 * of what an event brings into the world (blocks, corrections, notes) are made by the caller, since core has
 * no chance: so a replay makes the same ones.
 */
export type DocumentEvent =
  | Analysed
  | Found
  | Corrected
  | Dismissed
  | AsPrinted
  | Noted
  | RoleSet
  | Promoted
  | Split
  | Joined
  | Merged
  | Lifted
  | Moved
  | TypedIn
  | MarkedRead
  | Bookmarked
  | Undone

/** First in each log: what the engine decided on import, frozen, as one payload that lies beside the log. */
export interface Analysed {
  readonly type: 'analysed'
  readonly engine: string
  /** `hash64` of the packed analysis. */
  readonly payload: string
}

/**
 * Suggestions that came up after the import, in text that was changed since. They are written down right
 * before one of them is settled, not when they show: a later engine may not find them again, and what was
 * said of them must keep its object.
 */
export interface Found {
  readonly type: 'found'
  readonly suggestions: readonly Suggestion[]
}

/**
 * Text was changed. First `withdrawn` go, then `added` come; one id in both stays the same correction with
 * other edits. A withdrawn relocation goes back to where it stands in the raw text.
 */
export interface Corrected {
  readonly type: 'corrected'
  readonly added: readonly Replacement[]
  readonly withdrawn: readonly CorrectionId[]
  /** Corrections of the engine that the editor has looked at and answers for from now on; nothing else of them changes. */
  readonly confirmed?: readonly CorrectionId[]
  /** The suggestion that this settles. */
  readonly accepts?: SuggestionKey
}

/** A suggestion was turned down. */
export interface Dismissed {
  readonly type: 'dismissed'
  readonly suggestion: SuggestionKey
  readonly note: string
}

/** 照录: the source itself says so. Kept, noted, and the suggestions named here are settled. */
export interface AsPrinted {
  readonly type: 'as-printed'
  readonly span: Span
  readonly replaces: string
  readonly suggestions: readonly SuggestionKey[]
}

/** A note on a stretch of raw text; the same id again writes it anew, an empty text takes it away. */
export interface Noted {
  readonly type: 'noted'
  readonly note: NoteId
  readonly span: Span
  readonly text: string
}

/** `level` is for headings: absent means 1. */
export interface RoleSet {
  readonly type: 'role-set'
  readonly block: BlockId
  readonly at: RawOffset
  readonly role: Role
  readonly level?: number
  readonly accepts?: SuggestionKey
}

/** A heading was set deeper or higher: 1 a section, 2 a section inside a section. */
export interface Promoted {
  readonly type: 'promoted'
  readonly block: BlockId
  readonly at: RawOffset
  readonly level: number
}

/**
 * A block was cut in two. The character at raw `at`, or the end of the block's text, starts the second part,
 * `created`, which comes right after the first and has its role unless `role` says otherwise.
 */
export interface Split {
  readonly type: 'split'
  readonly block: BlockId
  readonly at: RawOffset
  readonly created: BlockId
  /**
   * Of the inserted text that stands at `at` or is cut there: how many UTF-16 units stay with the first part.
   * Absent: all.
   */
  readonly cut?: number
  readonly role?: Role
  readonly level?: number
  readonly accepts?: SuggestionKey
}

/**
 * The second block went into the first. Between them stands at most what is no running text; if that is more
 * than furniture, `move` names the relocation that takes the second block's text ahead of it. The break
 * between them is among the edits of `added`.
 */
export interface Joined {
  readonly type: 'joined'
  readonly first: BlockId
  readonly second: BlockId
  /** Raw offset where the second block starts. */
  readonly at: RawOffset
  readonly added: readonly Replacement[]
  readonly withdrawn: readonly CorrectionId[]
  readonly move?: CorrectionId
  readonly accepts?: SuggestionKey
}

/** Several neighbours became one, or an entry became a part of the one before it. */
export interface Merged {
  readonly type: 'merged'
  readonly what:
    | {
        readonly kind: 'blocks'
        /** In reading order, at least two. */
        readonly blocks: readonly BlockId[]
        /** Raw offset where the last one starts. */
        readonly at: RawOffset
        readonly added: readonly Replacement[]
        readonly withdrawn: readonly CorrectionId[]
        readonly move?: CorrectionId
      }
    | {
        readonly kind: 'entry'
        /** The title that is none; what follows it falls to the entry before. */
        readonly title: BlockId
        readonly at: RawOffset
        /** What the title is: a paragraph, or furniture where it repeats the title before it. */
        readonly role: Role
      }
}

/**
 * Text was taken out of a block into one of its own, read before or after the rest. `spans` are in reading
 * order, each inside one owned span. Edits inside go along; one across a border is divided, its inserted text
 * with the part that comes first in the raw text.
 */
export interface Lifted {
  readonly type: 'lifted'
  readonly block: BlockId
  readonly spans: readonly Span[]
  readonly replaces: readonly string[]
  readonly created: BlockId
  readonly role: Role
  readonly level?: number
  readonly place: 'before' | 'after'
  /** Names the relocation. Not used where the reading order stays the same, at the edge of a block. */
  readonly correction: CorrectionId
  readonly reason: Reason
  /** Corrections whose insertions right at a border go along; others stay. */
  readonly along: readonly CorrectionId[]
}

/** Text, or a whole block, is read elsewhere now. */
export interface Moved {
  readonly type: 'moved'
  readonly correction: CorrectionId
  readonly reason: Reason
  readonly what:
    | {
        readonly kind: 'text'
        /** In the new reading order, each inside one owned span. */
        readonly spans: readonly Span[]
        readonly replaces: readonly string[]
        readonly into: BlockId
        /** The raw offset, owned by `into`, after which the text is read; null where it heads the block. */
        readonly after: RawOffset | null
      }
    | {
        readonly kind: 'block'
        readonly block: BlockId
        readonly at: RawOffset
        /** The block after which it is read; null where it heads the book. */
        readonly after: BlockId | null
      }
}

/**
 * A block that the source has not: typed in by hand, with an empty span at raw `at`, where the block before
 * it ends.
 */
export interface TypedIn {
  readonly type: 'typed-in'
  readonly created: BlockId
  readonly after: BlockId | null
  readonly at: RawOffset
  readonly role: Role
  readonly level?: number
  readonly correction: CorrectionId
  readonly text: string
}

/** An entry, or any stretch of raw text, was read through, or is to be read again. */
export interface MarkedRead {
  readonly type: 'marked-read'
  readonly spans: readonly Span[]
  readonly read: boolean
}

/** `label` null takes the bookmark away. */
export interface Bookmarked {
  readonly type: 'bookmarked'
  readonly at: RawOffset
  readonly label: string | null
}

/**
 * Takes back one earlier event, and redoes it when that one is itself an undoing. Any event may be taken back
 * as long as nothing that it changed was changed since; the last one always can.
 */
export interface Undone {
  readonly type: 'undone'
  readonly seq: number
}

/**
 * An event as it stands in the log. Numbers count 1, 2, 3 …; `by` and `at` (a time) come from outside and
 * decide nothing.
 */
export interface Logged {
  readonly seq: number
  readonly at: string
  readonly by: string
  readonly event: DocumentEvent
}
