import type { Carried } from '../../src/core/carry/carried.ts'
import { carryOver, type CarriedOver } from '../../src/core/carry/carry-over.ts'
import { nameOf } from '../../src/core/carry/decisions.ts'
import { cleanSpan } from '../../src/core/corrections/reanchor.ts'
import { blocksOf, type Document } from '../../src/core/document/document.ts'
import type { DocumentEvent } from '../../src/core/document/event.ts'
import { retype } from '../../src/core/document/verbs/retype.ts'
import { startOf } from '../../src/core/project/open-project.ts'
import { correctedText } from '../../src/core/structure/segments.ts'
import { further, imported, type Made } from '../project/made.ts'

export const RAW = [
  '科技创新',
  '【概况】 2017年，云山县共有科技人员206人，其中高级职称38人，',
  '比上年增加12人。全县投入科研经费1234万元，新建粮食质量检验站18座。',
  '【科技下乡】 8月，组织专家12人次赴三河乡，发放资料3000分。',
  '（周明远）',
  '【粮食科技】 推广低温储粮技术，覆盖粮站2 6座。群众普遍反映良好。',
  '10月，县科协举办讲座，听讲者四百余人。',
  '',
].join('\n')

export function retyped(made: Made, from: string, to: string): Made {
  const { document } = made
  const block = document.order
    .map((id) => document.blocks.get(id)!)
    .find((b) => correctedText(document.raw, b).includes(from))!
  const at = correctedText(document.raw, block).indexOf(from)
  const change = { span: cleanSpan(at, at + from.length), insert: to }
  const event = retype(document, block.id, change, `m${document.seq}` as never)
  if (!event.ok || !event.value) throw new Error(from)
  return did(made, event.value)
}

export function did(made: Made, event: DocumentEvent): Made {
  const next = further(made, event)
  if (!next) throw new Error(JSON.stringify(event))
  return next
}

export function carried(made: Made, text: string): CarriedOver {
  const start = startOf(made.project.source, made.project.events[0]?.event)
  if (!start.ok) throw new Error(start.error.kind)
  const reviewed = { start: start.value, document: made.document, log: made.project.events }
  const ports = { at: '', by: 'carried', remark: (one: Carried) => `再看：${one.quote}` }
  return carryOver(reviewed, imported(text).document, ports)
}

export const outcomes = (result: CarriedOver): string[] =>
  result.decisions.map((one) =>
    [nameOf(one.decision), one.outcome, ...(one.reason === null ? [] : [one.reason])].join(' '),
  )

export const textOf = ({ document }: CarriedOver): string =>
  document.order.map((id) => correctedText(document.raw, document.blocks.get(id)!)).join('\n')

/** The same words on other lines, as a new extraction has them. */
export const REWRAPPED = RAW.replace('12人。全县投入', '12人。全县投\n入').replace('38人，\n', '38人，')

/** The book as it reads, block by block. */
export const lines = (doc: Document): string[] =>
  blocksOf(doc).map((b) => `${b.role} ${correctedText(doc.raw, b)}`)
