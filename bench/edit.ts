import { analyse } from '../src/core/analyse.ts'
import type { CorrectionId } from '../src/core/corrections/edit.ts'
import { blocksOf, type Document } from '../src/core/document/document.ts'
import { fromAnalysis } from '../src/core/document/from-analysis.ts'
import { step } from '../src/core/document/replay.ts'
import { retype } from '../src/core/document/verbs/retype.ts'
import { obey } from '../src/core/obey.ts'
import type { Result } from '../src/core/result.ts'
import { RULES } from '../src/core/rules/index.ts'
import { runRules } from '../src/core/rules/runner.ts'
import type { Block } from '../src/core/structure/block.ts'
import { correctedText } from '../src/core/structure/segments.ts'
import { cleanOffset, type Id } from '../src/core/text/offset.ts'
import { LAYOUTS } from '../test/damage/print/layouts.ts'
import { specimen } from '../test/damage/specimen.ts'
import { MIXED } from '../test/damage/trials.ts'

/** Characters of the entry that is edited, all in one paragraph: the worst case, since a paragraph is looked at whole. */
const ENTRY = 5_000
const TITLE = '城乡粮站改造'

/**
 * An edit in a book: gives what happens between a keystroke and the new suggestions. The event is made and applied, and the
 * rules look at the touched entry again; the rest of the book is not looked at. Each call types one more character.
 */
export function edits(text: string): () => void {
  const raw = { text: `${text}\n【${TITLE}】${longEntry()}`, sha256: 'bench' as Id<'Sha256'> }
  let doc = must(fromAnalysis(raw, obey(raw, analyse(raw))))
  const entry = blocksOf(doc).at(-1)!.id
  let typed = 0
  return () => {
    const block = doc.blocks.get(entry)!
    const middle = cleanOffset(correctedText(doc.raw, block).length >> 1)
    const change = { span: { from: middle, to: middle }, insert: String.fromCharCode(0x4e00 + typed) }
    const event = must(retype(doc, entry, change, `typed-${typed++}` as CorrectionId))
    doc = must(step(doc, { seq: doc.seq + 1, at: '2020-01-01T00:00:00Z', by: 'bench', event: event! }))
    looked(doc, doc.blocks.get(entry)!)
  }
}

function looked(doc: Document, block: Block): void {
  const length = correctedText(doc.raw, block).length
  if (length < ENTRY) throw new Error(`the entry has ${length} characters only`)
  runRules(doc.raw, block, RULES)
}

/** Damaged text on one line. */
function longEntry(): string {
  let out = ''
  for (let i = 0; out.length < ENTRY * 1.1; i++) {
    const lines = specimen(`entry/${i}`, LAYOUTS[0]!, MIXED).text.split('\n')
    out += lines.filter((line) => line.length > 60 && line.endsWith('。') && !line.startsWith('【')).join('')
  }
  return out.slice(0, ENTRY * 1.1)
}

function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
