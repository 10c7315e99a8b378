import type { Extension, Range } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view'
import { isInvisible } from '../../../core/text/characters.ts'
import { fatesIn } from './raw-marks.ts'
import { firstFrom, rawState, show, type RawState } from './raw-state.ts'

/**
 * The sign at the end of a line: a break of the structure, or a hook where the line goes on in the next. Blank lines after it
 * are further breaks.
 */
class LineEnd extends WidgetType {
  private readonly isJoin: boolean
  private readonly breaks: number

  constructor(isJoin: boolean, breaks: number) {
    super()
    this.isJoin = isJoin
    this.breaks = breaks
  }

  override eq(other: LineEnd): boolean {
    return other.isJoin === this.isJoin && other.breaks === this.breaks
  }

  toDOM(): HTMLElement {
    const sign = document.createElement('span')
    sign.ariaHidden = 'true'
    sign.className = this.isJoin ? 'hook' : 'end'
    if (!this.isJoin) sign.textContent = this.breaks > 3 ? `↵${this.breaks}` : '↵'.repeat(this.breaks)
    return sign
  }

  override ignoreEvent(): boolean {
    return false
  }
}

class Caret extends WidgetType {
  override eq(): boolean {
    return true
  }

  toDOM(): HTMLElement {
    const caret = document.createElement('span')
    caret.ariaHidden = 'true'
    caret.className = 'caret'
    return caret
  }
}

const mark = (name: string): Decoration => Decoration.mark({ class: name })
const GONE = { layout: mark('gone'), character: mark('gone'), substance: mark('gone substance') }
const REPLACED = { layout: mark('gone'), character: mark('replaced'), substance: mark('replaced substance') }
const ASIDE = mark('aside')
const WAITS = mark('waits')
const NOW = mark('now')
const FOUND = mark('found')
const HERE = mark('here')
const OVER = mark('over')
const SPACE = mark('space')
const WIDE = mark('wide')
const HOOK = Decoration.widget({ widget: new LineEnd(true, 1), side: 1 })
const ENDS = [1, 2, 3].map((breaks) => Decoration.widget({ widget: new LineEnd(false, breaks), side: 1 }))
const CARET = Decoration.widget({ widget: new Caret(), side: -1 })

/** Draws what became of the raw text, for what is on screen only. */
export function rawInk(): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet

      constructor(view: EditorView) {
        this.decorations = draw(view)
      }

      update(update: ViewUpdate): void {
        const isNew = update.transactions.some((tr) => tr.effects.some((e) => e.is(show)))
        if (isNew || update.docChanged || update.viewportChanged) this.decorations = draw(update.view)
      }
    },
    { decorations: (plugin) => plugin.decorations },
  )
}

function draw(view: EditorView): DecorationSet {
  const state = view.state.field(rawState)
  if (!state) return Decoration.none
  const out: Range<Decoration>[] = []
  for (const { from, to } of view.visibleRanges) {
    const raw = { from: state.display.toRaw(from), to: state.display.toRaw(to) }
    drawFates(state, raw.from, raw.to, out)
    drawLines(view, state, from, to, out)
    for (let i = Math.max(0, firstFrom(state.waiting, raw.from) - 1); i < state.waiting.length; i++) {
      const one = state.waiting[i]
      if (!one || one.from >= raw.to) break
      put(state, out, WAITS, one.from, one.to)
    }
  }
  if (state.now) put(state, out, NOW, state.now.from, Math.max(state.now.to, state.now.from + 1))
  if (state.found) put(state, out, FOUND, state.found.from, state.found.to)
  if (state.at !== null) out.push(CARET.range(state.display.toDisplay(state.at)))
  return Decoration.set(out, true)
}

function drawFates(state: RawState, from: number, to: number, out: Range<Decoration>[]): void {
  const { text } = state.doc.raw
  for (const fate of fatesIn(state.doc, from, to)) {
    if (fate.block.id === state.here) put(state, out, HERE, fate.from, fate.to)
    else if (fate.block.id === state.over) put(state, out, OVER, fate.from, fate.to)
    if (fate.block.role === 'furniture') put(state, out, ASIDE, fate.from, fate.to)
    if (fate.layer === null) continue
    // Of blanks that are gone nothing is to be seen but the sign at the line's end.
    for (const [lo, hi] of inked(text, fate.from, fate.to))
      put(state, out, (fate.kind === 'gone' ? GONE : REPLACED)[fate.layer], lo, hi)
  }
}

function* inked(text: string, from: number, to: number): Generator<readonly [number, number]> {
  for (const { index, 0: run } of text.slice(from, to).matchAll(/\S+/gu))
    yield [from + index, from + index + run.length]
}

function put(state: RawState, out: Range<Decoration>[], what: Decoration, from: number, to: number): void {
  const [lo, hi] = [state.display.toDisplay(from), state.display.toDisplay(to)]
  if (lo < hi) out.push(what.range(lo, hi))
}

function drawLines(
  view: EditorView,
  state: RawState,
  from: number,
  to: number,
  out: Range<Decoration>[],
): void {
  for (let at = from; at <= to;) {
    const line = view.state.doc.lineAt(at)
    for (const { index, 0: blank } of line.text.matchAll(/\u3000+|[^\S\u3000]+/gu)) {
      const what = blank.startsWith('\u3000') ? WIDE : SPACE
      out.push(what.range(line.from + index, line.from + index + blank.length))
    }
    drawEnd(state, line.to, out)
    const raw = state.display.toRaw(line.from)
    const index = firstFrom(state.doc.pages, raw)
    const page = state.doc.pages[index]
    if (page && index > 0 && page.from <= state.display.toRaw(line.to))
      out.push(
        Decoration.line({
          class: 'page',
          attributes: { 'data-page': state.pageName(page.printed, index + 1) },
        }).range(line.from),
      )
    at = line.to + 1
  }
}

function drawEnd(state: RawState, end: number, out: Range<Decoration>[]): void {
  const raw = state.display.toRaw(end)
  const { text } = state.doc.raw
  // A line that was cut for display only has no break of its own.
  if (text[raw] !== '\n') return
  const blanks = /\s+/uy
  blanks.lastIndex = raw
  const breaks = (blanks.exec(text)?.[0].match(/\n/gu) ?? []).length
  for (const fate of fatesIn(state.doc, raw, raw + 1)) {
    const ending = ENDS[breaks - 1] ?? Decoration.widget({ widget: new LineEnd(false, breaks), side: 1 })
    out.push((fate.layer === null ? ending : HOOK).range(end))
  }
}

/** Characters that nobody sees, as a small sign. */
export function oddSign(code: number): HTMLElement {
  const sign = document.createElement('span')
  sign.className = 'odd'
  sign.textContent = code === 0x0c ? '␌' : isInvisible(code) ? '·' : '␣'
  sign.title = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return sign
}
