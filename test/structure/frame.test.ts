import { describe, expect, it } from 'vitest'
import type { Role } from '../../src/core/structure/block.ts'
import { frame } from '../../src/core/structure/frame.ts'

/** What is text between the structural marks. */
function inner(role: Role, owned: string): string {
  const { open, close } = frame(role, owned)
  expect(open + close).toBeLessThanOrEqual(owned.length)
  return owned.slice(open, owned.length - close)
}

describe('frame', () => {
  it.each<[Role, string, string]>([
    ['paragraph', '　　新建粮站。\n\n', '新建粮站。'],
    ['paragraph', '（一）新建粮站）\n', '（一）新建粮站）'],
    ['title', '【概况】 ', '概况'],
    ['title', '[概况］\n', '概况'],
    ['title', '概况】', '概况'],
    ['contributor', '（陆珊）\n', '陆珊'],
    ['contributor', '（陆珊\n\n）\n', '陆珊'],
    ['credit', '(县粮食局 供稿)\n', '县粮食局 供稿'],
    ['caption', '新粮站（2019年9月摄）\n', '新粮站（2019年9月摄）'],
    ['furniture', ' \n\t', ''],
    ['title', '】', ''],
    ['title', '【】', ''],
  ])('%s %j', (role, owned, text) => {
    expect(inner(role, owned)).toBe(text)
  })
})
