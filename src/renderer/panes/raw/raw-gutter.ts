import type { Extension } from '@codemirror/state'
import { type BlockInfo, type EditorView, gutter, GutterMarker } from '@codemirror/view'
import type { Role } from '../../../core/structure/block.ts'
import { roleOfLine } from './raw-marks.ts'
import { rawState, show } from './raw-state.ts'

/** What stands beside a line: its number, a ribbon that says what it is, a letter where a block begins. */
class Beside extends GutterMarker {
  readonly number: string
  readonly role: Role | null
  readonly letter: string
  override readonly elementClass: string

  constructor(number: string, role: Role | null, letter: string, isHere: boolean) {
    super()
    this.number = number
    this.role = role
    this.letter = letter
    this.elementClass = isHere ? 'is-here' : ''
  }

  override eq(other: Beside): boolean {
    return (
      other.number === this.number &&
      other.role === this.role &&
      other.letter === this.letter &&
      other.elementClass === this.elementClass
    )
  }

  override toDOM(): Node {
    const box = document.createElement('span')
    box.className = 'beside'
    for (const [name, text] of [
      ['number', this.number],
      [`ribbon is-${this.role ?? 'none'}`, ''],
      ['letter', this.letter],
    ] as const) {
      const part = document.createElement('span')
      part.className = name
      part.textContent = text
      box.append(part)
    }
    return box
  }
}

/** Numbers of the printed lines, and what each line is. */
export function rawGutter(): Extension {
  return gutter({
    class: 'cm-beside',
    lineMarker: beside,
    lineMarkerChange: ({ transactions }) => transactions.some((tr) => tr.effects.some((e) => e.is(show))),
  })
}

function beside(view: EditorView, { from, to }: BlockInfo): GutterMarker | null {
  const state = view.state.field(rawState)
  if (!state) return null
  const { display, doc, at, letters } = state
  const raw = { from: display.toRaw(from), to: display.toRaw(to) }
  const number = display.numberAt(from)
  const found = roleOfLine(doc, raw.from, raw.to)
  const begins = found?.block.spans.some((s) => raw.from <= s.from && s.from < raw.to) ?? false
  // The first block owns what is blank before its first line.
  const isFirst = from === 0
  const isHere = at !== null && raw.from <= at && at <= raw.to
  return new Beside(
    number === null ? '' : String(number),
    found?.role ?? null,
    found && (begins || isFirst) ? letters[found.role] : '',
    isHere,
  )
}
