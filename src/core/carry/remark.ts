import type { NoteId } from '../document/event.ts'

/** What is made while decisions are carried over has a name that begins so. */
export const CARRIED = 'carried-'

/** Does a note say that a decision of the earlier proof is to be made again? */
export function isRemark(note: NoteId): boolean {
  return note.startsWith(CARRIED)
}
