import { describe, expect, it } from 'vitest'
import { Anchor } from '../../../src/renderer/views/review/anchor.ts'

const page = (scrollTop: number): { scrollTop: number; scrollHeight: number; clientHeight: number } => ({
  scrollTop,
  scrollHeight: 10_000,
  clientHeight: 600,
})

describe('the anchor', () => {
  it('is the head of the pane at the head of the book, and the foot at its foot', () => {
    const anchor = new Anchor(0.4)
    for (let at = 0; at <= 9_400; at += 50) anchor.scrolled(page(at))
    expect(anchor.share).toBe(1)
    for (let at = 9_400; at >= 0; at -= 50) anchor.scrolled(page(at))
    expect(anchor.share).toBe(0)
  })

  it('stays where the editor has clicked, and drifts back no faster than the page moves', () => {
    const anchor = new Anchor(0.4)
    anchor.scrolled(page(5_000))
    anchor.set(0.9)
    anchor.scrolled(page(5_030))
    expect(anchor.share).toBeCloseTo(0.9 - 0.025)
    for (let at = 5_030; at < 6_000; at += 30) anchor.scrolled(page(at))
    expect(anchor.share).toBeCloseTo(0.4)
  })
})
