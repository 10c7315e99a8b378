import { decoder } from '../../src/cli/decoder.ts'
import { analyse } from '../../src/core/analyse.ts'
import { yearbook, type Yearbook } from '../../src/core/export/yearbook.ts'
import { obey } from '../../src/core/obey.ts'
import { reasonText } from '../../src/core/messages.ts'
import type { Analysis } from '../../src/core/structure/block.ts'
import { decode } from '../../src/core/text/decode.ts'
import type { RawText } from '../../src/core/text/raw-text.ts'

export interface Cleaned {
  readonly raw: RawText
  readonly analysis: Analysis
  readonly book: Yearbook
}

/** From bytes to the export, as the command line does it. */
export function clean(bytes: Uint8Array): Cleaned {
  const decoded = decode(bytes, decoder)
  if (!decoded.ok) throw new Error(`does not decode: ${decoded.error.kind}`)
  const { raw, encoding } = decoded.value
  const analysis = obey(raw, analyse(raw))
  return { raw, analysis, book: exported(raw, analysis, encoding) }
}

/** The book that an analysis spells. */
export function exported(raw: RawText, analysis: Analysis, encoding = 'utf-8'): Yearbook {
  const source = { name: 'x.txt', encoding: encoding as 'utf-8', raw, ...analysis }
  return yearbook(
    { sources: [source] },
    { stem: 'x', messages: (rule, reason) => reasonText(rule, reason, 'zh') },
  )
}
