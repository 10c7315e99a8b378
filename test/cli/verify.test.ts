import { expect, test } from 'vitest'
import { type Imbalance, verifyDocument } from '../../src/cli/verify.ts'
import { analyse } from '../../src/core/analyse.ts'
import type { CorrectionId } from '../../src/core/corrections/edit.ts'
import { editList } from '../../src/core/corrections/edit.ts'
import { assemble, UNTOUCHED } from '../../src/core/document/parts.ts'
import { ruleId } from '../../src/core/rules/rule.ts'
import type { Analysis } from '../../src/core/structure/block.ts'
import { rawSpan } from '../../src/core/text/offset.ts'
import { rawText } from '../../src/core/text/raw-text.ts'

const made = rawText('【概况】 甲。\n新建粮站18座。\n', '00')
if (!made.ok) throw new Error(made.error.kind)
const raw = made.value
const sound = analyse(raw)
const verify = (analysis: Analysis): Imbalance | null =>
  verifyDocument(assemble(raw, { ...UNTOUCHED, ...analysis }))

test('what the engine makes is let through', () => {
  expect(verify(sound)).toBeNull()
})

test('a block that is lost is found, with its line', () => {
  const last = sound.blocks.at(-1)!
  const line = raw.text.slice(0, last.spans[0].from).split('\n').length
  const corrections = sound.corrections.filter((c) => c.block !== last.id)
  const lost: Analysis = { ...sound, blocks: sound.blocks.slice(0, -1), corrections }
  expect(verify(lost)).toMatchObject({ check: 'ledger', line })
})

test('a digit that a rule changes is found, with its line and both readings', () => {
  const at = raw.text.indexOf('18')
  const [before, ...rest] = sound.blocks.toReversed()
  const id = 'x' as CorrectionId
  const edit = { span: rawSpan(at, at + 2), insert: '81' }
  const edits = editList([...before!.edits, { ...edit, correction: id }])
  if (!edits.ok) throw new Error('edits overlap')
  const changed: Analysis = {
    ...sound,
    blocks: [{ ...before!, edits: edits.value }, ...rest].toReversed(),
    corrections: [
      ...sound.corrections,
      {
        kind: 'replace',
        id,
        origin: { kind: 'rule', rule: ruleId('x'), version: 1 },
        layer: 'character',
        reason: { key: 'x' },
        block: before!.id,
        edits: [edit],
        replaces: ['18'],
      },
    ],
  }
  expect(verify(changed)).toEqual({ check: 'digits', detail: 'edit: 18 -> 81', line: 2 })
})
