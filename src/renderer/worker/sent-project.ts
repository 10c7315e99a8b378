import type { Logged } from '../../core/document/event.ts'
import type { Project } from '../../core/project/project.ts'
import { nextTask } from '../next-task.ts'

/** So many events are written or read between two tasks. */
const EVENTS = 1_000

/**
 * A project on its way between threads: its log as JSON, so many events at a time. What a browser clones it clones in one task,
 * and 50,000 events took it half a second on each side; strings cost nothing, and are taken apart bit by bit.
 */
export interface SentProject extends Omit<Project, 'events'> {
  readonly log: readonly string[]
}

/** Something that holds a project, on its way. */
export type Sent<T extends { readonly project: Project }> = Omit<T, 'project'> & {
  readonly project: SentProject
}

export async function sendProject({ events, ...rest }: Project): Promise<SentProject> {
  const log: string[] = []
  for (let at = 0; at < events.length; at += EVENTS) {
    log.push(JSON.stringify(events.slice(at, at + EVENTS)))
    await nextTask()
  }
  return { ...rest, log }
}

export async function receiveProject({ log, ...rest }: SentProject): Promise<Project> {
  const events: Logged[] = []
  for (const part of log) {
    events.push(...(JSON.parse(part) as Logged[]))
    await nextTask()
  }
  return { ...rest, events }
}
