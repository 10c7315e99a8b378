import { analyseText, checksOf, compareFigures, type AnalyseOptions } from './analyse.ts'
import type { FiguresBeside } from './figures/beside.ts'
import { obey } from './obey.ts'
import type { Analysis } from './structure/block.ts'
import { withFigures } from './suggest.ts'
import type { RawText } from './text/raw-text.ts'

/** From so many characters on, a thread that is still to be started pays. */
const LONG = 200_000

/**
 * All that the engine makes of a raw text, with the laws held. Figures of a long text are compared beside, where there is
 * another thread for it, while this one goes on; what comes out is the same. Where that thread fails, they are compared
 * here. Never throws on any raw text (what `onProgress` throws passes through); linear in its length.
 */
export async function analyseBook(
  raw: RawText,
  options: AnalyseOptions = {},
  beside: (() => FiguresBeside) | null = null,
): Promise<Analysis> {
  const other = beside && raw.text.length >= LONG ? beside() : null
  const analysis = analyseText(raw, options, other)
  const found = other?.findings(checksOf(options)).catch(() => null)
  const lawful = obey(raw, analysis)
  const findings = (await found) ?? compareFigures(raw, analysis.blocks, options)
  return withFigures(raw, lawful, analysis.blocks, findings)
}
