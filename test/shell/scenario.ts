import type { Desk } from './desk.ts'

/** What the program must do, told once: over the stand-in and over Electron itself. */
export interface Scenario<D extends Desk = Desk> {
  readonly name: string
  /** Puts files there before the program starts; what it returns is named on the command line. */
  readonly before?: (folder: string) => readonly string[]
  readonly run: (desk: D) => Promise<void>
}
