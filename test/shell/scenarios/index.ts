import type { DoubleDesk } from '../double/desk.ts'
import type { Scenario } from '../scenario.ts'
import { ATTACKS } from './attacks.ts'
import { JOURNAL } from './journal.ts'
import { POLICY } from './policy.ts'
import { CRASH, WORK } from './work.ts'

/** What can be played on Electron itself as well. */
export const SHARED: readonly Scenario[] = [...WORK, ...JOURNAL, ...POLICY]

/** All of them, on the stand-in. */
export const ALL: readonly Scenario<DoubleDesk>[] = [...SHARED, ...CRASH, ...ATTACKS]
