// @vitest-environment node
import { expect, test } from 'vitest'
import { receiveProject, sendProject } from '../../../src/renderer/worker/sent-project.ts'
import { random } from '../../project/made.ts'

test('a project comes through as it was sent, its log in portions', async () => {
  const { project } = random(3, 12, 30)
  const [first] = project.events
  const long = {
    ...project,
    events: Array.from({ length: 2_100 }, (_, i) => project.events[i] ?? { ...first!, seq: i + 1 }),
  }
  const sent = structuredClone(await sendProject(long))
  expect(sent.log).toHaveLength(3)
  expect(await receiveProject(sent)).toEqual(long)
})
