import { decimal } from '../decimal.ts'
import { hanNumber } from './numerals.ts'
import type { Fraction, Ratio, Reader } from './quantity.ts'

const NUMBER = String.raw`\d+(?:\.\d+)?`
const RATIO = new RegExp(String.raw`${NUMBER}(?:\s?[∶:：]\s?${NUMBER})+`, 'y')
const SCORE = new RegExp(`(${NUMBER})比(${NUMBER})`, 'y')
const FRACTION = /(\d+)\/(\d+)(?![\d/.])/y
const HAN = /([〇零一二两三四五六七八九十百千]+|\d+)分之([〇零一二两三四五六七八九十百千点]+|\d+(?:\.\d+)?)/y

/** 1∶3, 4:4:2, 3比1. */
export const readRatio: Reader<Ratio> = (text, at) => {
  RATIO.lastIndex = at
  const m = RATIO.exec(text)
  if (m) {
    const terms = m[0].split(/\s?[∶:：]\s?/).map(decimal)
    return { kind: 'ratio', from: at, to: at + m[0].length, terms }
  }
  SCORE.lastIndex = at
  const s = SCORE.exec(text)
  return s ? { kind: 'score', from: at, to: at + s[0].length, terms: [decimal(s[1]!), decimal(s[2]!)] } : null
}

/** 3/5, 三分之二. What is 百分之 or 千分之 is a share. */
export const readFraction: Reader<Fraction> = (text, at) => {
  FRACTION.lastIndex = at
  const m = FRACTION.exec(text)
  if (m)
    return {
      kind: 'fraction',
      from: at,
      to: at + m[0].length,
      numerator: decimal(m[1]!),
      denominator: decimal(m[2]!),
    }
  HAN.lastIndex = at
  const h = HAN.exec(text)
  if (!h || h[1] === '百' || h[1] === '千' || h[1] === '万') return null
  const [denominator, numerator] = [number(h[1]!), number(h[2]!)]
  if (!denominator || !numerator) return null
  return { kind: 'fraction', from: at, to: at + h[0].length, numerator, denominator }
}

function number(digits: string): ReturnType<typeof hanNumber> {
  return /^\d/.test(digits) ? decimal(digits) : hanNumber(digits)
}
