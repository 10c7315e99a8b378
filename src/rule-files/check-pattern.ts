import { RegExpParser } from '@eslint-community/regexpp'
import { err, ok } from '../core/result.ts'
import type { PatternCheck } from '../core/user-rules/read-rules.ts'
import { automatonOf } from './automaton.ts'
import { growth } from './readings.ts'

const PARSER = new RegExpParser({ ecmaVersion: 2024 })

/** Takes a pattern where it is shown to need time in proportion to the text, and says what is wrong with it otherwise. */
export const checkPattern: PatternCheck = (source, ignoreCase) => {
  const flags = ignoreCase ? 'iu' : 'u'
  try {
    new RegExp(source, flags)
    const automaton = automatonOf(PARSER.parsePattern(source, 0, source.length, { unicode: true }))
    if (automaton.fault) return err(automaton.fault)
    for (const part of [...automaton.looks, automaton]) {
      const fault = growth(part, flags)
      if (fault) return err(fault)
    }
    return ok({ count: automaton.groups, names: automaton.names })
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return err({ kind: 'syntax', detail: error.message })
  }
}
