import type { DecodeError } from '../../core/text/decode.ts'
import type { I18n } from './i18n.svelte.ts'

/** Why a file could not be turned into text, where, and what to do about it. */
export function decodeMessage(error: DecodeError, { t }: I18n): string {
  switch (error.kind) {
    case 'empty':
    case 'only-bom':
      return t(`decode.${error.kind}`)
    case 'binary':
      if (error.what === 'nul') return t('decode.nul', { at: error.at + 1 })
      return t('decode.binary', { what: t(`binary.${error.what}`) })
    case 'too-large':
      return t('decode.too-large', { units: error.units, limit: error.limit })
    case 'invalid':
    case 'truncated': {
      // Bytes are counted from 1 for people.
      const place = { line: error.line, at: error.at + 1 }
      return t(`decode.${error.kind}`, {
        ...place,
        bytes: error.bytes,
        encoding: t(`encoding.${error.encoding}`),
      })
    }
    case 'mixed':
      return t('decode.mixed', {
        line: error.line,
        at: error.at + 1,
        before: t(`encoding.${error.before}`),
        after: t(`encoding.${error.after}`),
      })
    case 'contradicted':
      return t('decode.contradicted', { marked: t(`encoding.${error.marked}`) })
    case 'lone-surrogate':
      return t('decode.lone-surrogate', { line: error.line })
    case 'unsupported':
      return t('decode.unsupported', { encoding: t(`encoding.${error.encoding}`) })
  }
}

/** Whether another encoding might help. */
export function worthAnotherEncoding(error: DecodeError): boolean {
  return (
    ['invalid', 'truncated', 'mixed', 'contradicted'].includes(error.kind) ||
    (error.kind === 'binary' && error.what === 'nul')
  )
}
