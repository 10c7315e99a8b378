import type { Encoding } from './encoding.ts'

/** What a file is that only looks like text. */
export type BinaryKind =
  'pdf' | 'zip' | 'ole' | 'png' | 'jpeg' | 'gif' | 'tiff' | 'gzip' | 'rar' | '7z' | 'rtf' | 'utf-32' | 'nul'

/** A place in the bytes of a source. */
export interface BytePlace {
  /** Byte offset, from 0. */
  readonly at: number
  /** Line of that byte, from 1; a line ends at LF, CR or CRLF. */
  readonly line: number
}

/** Why bytes could not be turned into text. */
export type DecodeError =
  | { readonly kind: 'empty' }
  /** Nothing but a byte order mark. */
  | { readonly kind: 'only-bom'; readonly encoding: Encoding }
  /** Magic bytes of another format, or more NULs than a text can have. */
  | { readonly kind: 'binary'; readonly what: BinaryKind; readonly at: number }
  /** More UTF-16 units than one string can hold. */
  | { readonly kind: 'too-large'; readonly units: number; readonly limit: number }
  /** The bytes (hex) at this place are no character; `truncated` where the text ends within one. */
  | (BytePlace & {
      readonly kind: 'invalid' | 'truncated'
      readonly encoding: Encoding
      readonly bytes: string
      readonly tried: readonly Encoding[]
    })
  /** Two texts in one file: what stands before this place, and what from it on. */
  | (BytePlace & { readonly kind: 'mixed'; readonly before: Encoding; readonly after: Encoding })
  /** The file begins with the byte order mark of another encoding than the one it was said to have. */
  | { readonly kind: 'contradicted'; readonly marked: Encoding }
  /** Text that came as a string holds half a character, which is no text. */
  | { readonly kind: 'lone-surrogate'; readonly line: number }
  /** The host's decoder does not know this encoding. */
  | { readonly kind: 'unsupported'; readonly encoding: Encoding }
