// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../../src/renderer/styles/tokens.css', import.meta.url), 'utf8')

type Rgb = readonly [number, number, number]

/** `--name: light-dark(#aaa, #bbb)` → name → both, as they stand in the file. */
const tokens = new Map(
  Array.from(css.matchAll(/--([\w-]+): light-dark\((#\w+|rgb\([^)]*\)), (#\w+|rgb\([^)]*\))\)/g), (found) => [
    found[1]!,
    { light: found[2]!, dark: found[3]! },
  ]),
)

const themes = ['light', 'dark'] as const
type Theme = (typeof themes)[number]

/** The colour of a token, laid over `ground` where it is translucent. */
function colour(name: string, theme: Theme, ground?: Rgb): Rgb {
  const value = tokens.get(name)?.[theme]
  if (value === undefined) throw new Error(`no token --${name}`)
  const hex = /^#(..)(..)(..)$/.exec(value)
  if (hex) return [1, 2, 3].map((i) => parseInt(hex[i]!, 16)) as unknown as Rgb
  const parts = /^rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)$/.exec(value)
  if (!parts || !ground) throw new Error(`--${name} is ${value}`)
  const share = Number(parts[4]) / 100
  return [1, 2, 3].map((i) => Number(parts[i]) * share + ground[i - 1]! * (1 - share)) as unknown as Rgb
}

/** WCAG 2 relative luminance. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((channel) => {
    const c = channel / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high! + 0.05) / (low! + 0.05)
}

const TEXT = 4.5
const MARK = 3

/** What stands on what. A name with a slash is a wash on a ground. */
const pairs: readonly (readonly [front: string, ground: string, least: number])[] = [
  ...['paper', 'raised'].flatMap((ground) => [
    ...['ink', 'soft', 'faint', 'cinnabar'].map((front) => [front, ground, TEXT] as const),
    ...['border', 'focus'].map((front) => [front, ground, MARK] as const),
    ...['ink', 'soft', 'cinnabar'].map((front) => [front, `selection/${ground}`, TEXT] as const),
    ...['ink', 'soft', 'faint', 'cinnabar'].map((front) => [front, `hover/${ground}`, TEXT] as const),
  ]),
  ['ink', 'cinnabar-wash', TEXT],
  ['soft', 'cinnabar-wash', TEXT],
  ['cinnabar', 'cinnabar-wash', TEXT],
  ['on-cinnabar', 'cinnabar', TEXT],
  // A primary button, also while the pointer is on it.
  ['paper', 'ink', TEXT],
  ['paper', 'soft', TEXT],
]

describe.each(themes)('in the %s theme', (theme) => {
  test.each(pairs)('--%s on --%s has at least %d:1', (front, ground, least) => {
    const [wash, under] = ground.split('/')
    const base = under === undefined ? colour(ground, theme) : colour(wash!, theme, colour(under, theme))
    expect(contrast(colour(front, theme), base)).toBeGreaterThanOrEqual(least)
  })
})

describe('the tokens', () => {
  test('are the table of the design', () => {
    expect(Object.fromEntries(tokens)).toMatchObject({
      paper: { light: '#fbfaf6', dark: '#1a1917' },
      ink: { light: '#1f1d1a', dark: '#ece7dc' },
      cinnabar: { light: '#a82c1a', dark: '#f28d78' },
    })
  })

  test('have all a colour of the system in high contrast', () => {
    const forced = /@media \(forced-colors: active\) \{([\s\S]*?)\n\}/.exec(css)?.[1] ?? ''
    const named = Array.from(forced.matchAll(/--([\w-]+):/g), (found) => found[1]!)
    expect(named.sort()).toEqual([...tokens.keys(), 'shadow'].sort())
  })

  test('are the only place with colours', () => {
    const base = readFileSync(new URL('../../../src/renderer/styles/base.css', import.meta.url), 'utf8')
    const controls = readFileSync(
      new URL('../../../src/renderer/styles/controls.css', import.meta.url),
      'utf8',
    )
    expect(`${base}${controls}`.match(/#[0-9a-f]{3,8}\b|rgba?\(/gi)).toBeNull()
  })
})

test('contrast is computed as the standard does', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5)
  expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2)
})
