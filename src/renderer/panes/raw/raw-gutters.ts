import type { Extension } from '@codemirror/state'
import { type BlockInfo, type EditorView, gutter, GutterMarker } from '@codemirror/view'
import type { Role } from '../../../core/structure/block.ts'
import { roleOfLine } from './raw-marks.ts'
import { rawState, show } from './raw-state.ts'

class LineNumber extends GutterMarker {
  readonly text: string
  override readonly elementClass: string

  constructor(text: string, isHere: boolean) {
    super()
    this.text = text
    this.elementClass = isHere ? 'here' : ''
  }

  override eq(other: LineNumber): boolean {
    return other.text === this.text && other.elementClass === this.elementClass
  }

  override toDOM(): Node {
    return document.createTextNode(this.text)
  }
}

class Ribbon extends GutterMarker {
  readonly role: Role
  readonly letter: string

  constructor(role: Role, letter: string) {
    super()
    this.role = role
    this.letter = letter
  }

  override eq(other: Ribbon): boolean {
    return other.role === this.role && other.letter === this.letter
  }

  override toDOM(): Node {
    const out = document.createDocumentFragment()
    const bar = document.createElement('span')
    bar.className = `ribbon is-${this.role}`
    const letter = document.createElement('span')
    letter.className = 'letter'
    letter.textContent = this.letter
    out.append(bar, letter)
    const box = document.createElement('span')
    box.style.display = 'contents'
    box.append(out)
    return box
  }
}

/** Numbers of the printed lines, and what each line is. */
export function rawGutters(): Extension {
  return [
    gutter({
      class: 'cm-numbers',
      lineMarker: (view, line) => numberOf(view, line),
      lineMarkerChange: ({ transactions }) => transactions.some((tr) => tr.effects.some((e) => e.is(show))),
      initialSpacer: (view) => new LineNumber(String(view.state.doc.lines), false),
    }),
    gutter({
      class: 'cm-roles',
      lineMarker: (view, line) => ribbonOf(view, line),
      lineMarkerChange: ({ transactions }) => transactions.some((tr) => tr.effects.some((e) => e.is(show))),
    }),
  ]
}

function numberOf(view: EditorView, { from, to }: BlockInfo): GutterMarker | null {
  const state = view.state.field(rawState)
  if (!state) return null
  const line = view.state.doc.lineAt(from)
  const raw = state.display.toRaw(from)
  if (line.text.trim() === '' || state.display.isCut(raw)) return null
  const isHere = state.at !== null && raw <= state.at && state.at <= state.display.toRaw(to)
  return new LineNumber(String(line.number - state.display.cutsUpTo(raw)), isHere)
}

function ribbonOf(view: EditorView, { from, to }: BlockInfo): GutterMarker | null {
  const state = view.state.field(rawState)
  if (!state) return null
  const raw = { from: state.display.toRaw(from), to: state.display.toRaw(to) }
  const found = roleOfLine(state.doc, raw.from, raw.to)
  if (!found) return null
  const begins = found.block.spans.some((s) => raw.from <= s.from && s.from < raw.to) || raw.from === 0
  return new Ribbon(found.role, begins ? state.letters[found.role] : '')
}
