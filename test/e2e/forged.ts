import type { RuleId } from '../../src/core/corrections/correction.ts'
import type { Logged } from '../../src/core/document/event.ts'
import { openProject } from '../../src/core/project/open-project.ts'
import type { Project } from '../../src/core/project/project.ts'
import { further, unasked } from '../project/made.ts'

/** The log of a book with one correction more, said to be a rule's, that no rule would make. */
export function forged(project: Project, quote: string, insert: string): readonly Logged[] {
  const opened = openProject(project)
  if (!opened.ok) throw new Error(opened.error.kind)
  const document = opened.value
  const rule = { kind: 'rule', rule: 'test/rule' as RuleId, version: 1 } as const
  const made = further({ project, document }, unasked(document, quote, insert, rule))
  if (!made) throw new Error('the book takes no such correction')
  return made.project.events
}
