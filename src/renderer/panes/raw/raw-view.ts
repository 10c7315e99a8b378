import { EditorState, Text } from '@codemirror/state'
import { drawSelection, EditorView, highlightSpecialChars } from '@codemirror/view'
import { characterWidths } from './character-widths.ts'
import { DisplayText, type WidthOf } from './display-text.ts'
import { inSlices } from '../../session/in-slices.ts'
import { nextTask } from '../../next-task.ts'
import { rawGutter } from './raw-gutter.ts'
import { oddSign, rawInk } from './raw-ink.ts'
import { rawState, type RawState, show } from './raw-state.ts'
import { BESIDE, FONT, ODD, PADDING, ROW, rawTheme } from './raw-theme.ts'

export interface RawEvents {
  readonly onscroll: () => void
  /** Rows are others now: the pane has another width. */
  readonly onlayout: () => void
  readonly onpoint: (raw: number) => void
  readonly onhover: (raw: number | null) => void
  /** What is selected; null where nothing is any more. */
  readonly onselect: (selection: { readonly from: number; readonly to: number } | null) => void
}

/** What is drawn, but for the rows, which are made here. */
export type RawInk = Omit<RawState, 'display'>

interface Rows {
  readonly widthOf: WidthOf
  readonly width: number
  readonly display: DisplayText
  /** The same rows, as the editor holds them. */
  readonly lines: Text
}

/** Room for two stops that hang over a row's end and the sign after them: a wider row would push page names out of sight. */
const SPARE = 54
/** A width that differs by less breaks the same rows. */
const SAME = 7
/** While the pane is being resized nothing is broken anew. */
const REST = 120

/** The raw text in a read-only CodeMirror, in the words of the raw text: all offsets are raw, all heights are of the pane. */
export class RawView {
  #display: DisplayText
  readonly #text: string
  readonly #view: EditorView
  readonly #events: RawEvents
  readonly #widthOf: WidthOf
  readonly #observer: ResizeObserver
  #width: number
  #ink: RawInk | null = null
  #frame = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #breaking = new AbortController()

  /** Breaks the text into rows, then draws it; null where it was called off meanwhile. */
  static async open(
    host: HTMLElement,
    text: string,
    label: string,
    events: RawEvents,
    signal: AbortSignal,
  ): Promise<RawView | null> {
    // Each step is a task of its own: together they would be long enough to be felt.
    await nextTask()
    const widthOf = characterWidths(`${FONT}px ${getComputedStyle(host).getPropertyValue('--sans')}`)
    const width = host.clientWidth
    const display = await inSlices(rowsFor(text, width, widthOf), signal)
    if (!display) return null
    await nextTask()
    const lines = Text.of(display.lines)
    await nextTask()
    if (signal.aborted) return null
    return new RawView(host, text, label, events, { widthOf, width, display, lines })
  }

  private constructor(
    host: HTMLElement,
    text: string,
    label: string,
    events: RawEvents,
    { widthOf, width, display, lines }: Rows,
  ) {
    this.#text = text
    this.#events = events
    this.#widthOf = widthOf
    this.#width = width
    this.#display = display
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
    this.#view = new EditorView({ root, parent: root, state: this.#state(label, lines) })
    this.#view.scrollDOM.addEventListener('scroll', events.onscroll, { passive: true })
    this.#observer = new ResizeObserver(() => this.#resized(host.clientWidth))
    this.#observer.observe(host)
  }

  show(ink: RawInk): void {
    this.#ink = ink
    this.#view.dispatch({ effects: show.of({ ...ink, display: this.#display }) })
  }

  focus(): void {
    this.#view.contentDOM.focus({ preventScroll: true })
  }

  get scroller(): HTMLElement {
    return this.#view.scrollDOM
  }

  get height(): number {
    return this.#view.scrollDOM.clientHeight
  }

  /** The raw offset at a height of the pane; within a row, by the share of it. */
  offsetAt(y: number): number {
    return this.#display.rawAtRow((y + this.scroller.scrollTop - PADDING) / ROW)
  }

  /** The row in which a raw offset stands. */
  heightOf(raw: number): { readonly top: number; readonly bottom: number } {
    const top = this.#display.rowOf(raw) * ROW + PADDING - this.scroller.scrollTop
    return { top, bottom: top + ROW }
  }

  scrollBy(pixels: number): void {
    if (Math.abs(pixels) >= 1) this.scroller.scrollTop += pixels
  }

  /** Brings a raw offset to a height of the pane. */
  bring(raw: number, y: number): void {
    this.scrollBy(this.heightOf(raw).top - y)
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame)
    clearTimeout(this.#timer)
    this.#breaking.abort()
    this.#observer.disconnect()
    this.#view.destroy()
  }

  #state(label: string, doc: Text): EditorState {
    return EditorState.create({
      doc,
      extensions: [
        rawTheme,
        EditorState.readOnly.of(true),
        // Not editable, so that single keys mean commands here; it can be focused all the same.
        EditorView.editable.of(false),
        EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': label, lang: 'zh' }),
        drawSelection(),
        highlightSpecialChars({ specialChars: ODD, render: oddSign }),
        rawState,
        rawInk(),
        rawGutter(),
        EditorView.updateListener.of(({ selectionSet, docChanged }) => {
          if (selectionSet && !docChanged) this.#events.onselect(this.#selection())
        }),
        EditorView.domEventHandlers({
          click: (event) => this.#clicked(event),
          mousemove: (event) => this.#moved(event),
          mouseleave: () => this.#left(),
          copy: (event) => this.#copied(event),
        }),
      ],
    })
  }

  /** Breaks the rows for another width, and stays where it was. */
  #resized(width: number): void {
    clearTimeout(this.#timer)
    this.#breaking.abort()
    if (Math.abs(width - this.#width) >= SAME) this.#timer = setTimeout(() => void this.#rebreak(width), REST)
  }

  async #rebreak(width: number): Promise<void> {
    this.#breaking = new AbortController()
    const display = await inSlices(rowsFor(this.#text, width, this.#widthOf), this.#breaking.signal)
    if (!display) return
    const top = this.offsetAt(0)
    this.#width = width
    this.#display = display
    const all = { from: 0, to: this.#view.state.doc.length, insert: Text.of(this.#display.lines) }
    const effects = this.#ink ? [show.of({ ...this.#ink, display: this.#display })] : []
    this.#view.dispatch({ changes: all, effects, selection: { anchor: 0 } })
    this.bring(top, 0)
    this.#events.onlayout()
  }

  #selection(): { readonly from: number; readonly to: number } | null {
    const { from, to } = this.#view.state.selection.main
    return from < to ? { from: this.#display.toRaw(from), to: this.#display.toRaw(to) } : null
  }

  /** What is copied is the raw text, not the rows it is drawn in. */
  #copied(event: ClipboardEvent): boolean {
    const selected = this.#selection()
    if (!selected || !event.clipboardData) return false
    event.clipboardData.setData('text/plain', this.#text.slice(selected.from, selected.to))
    event.preventDefault()
    return true
  }

  #rawAt(event: MouseEvent): number | null {
    const at = this.#view.posAtCoords({ x: event.clientX, y: event.clientY })
    return at === null ? null : this.#display.toRaw(at)
  }

  #clicked(event: MouseEvent): void {
    const at = this.#rawAt(event)
    if (at !== null && this.#view.state.selection.main.empty) this.#events.onpoint(at)
  }

  #moved(event: MouseEvent): void {
    if (event.buttons !== 0) return
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => this.#events.onhover(this.#rawAt(event)))
  }

  #left(): void {
    cancelAnimationFrame(this.#frame)
    this.#events.onhover(null)
  }
}

function rowsFor(text: string, width: number, widthOf: WidthOf): Generator<undefined, DisplayText> {
  return DisplayText.making(text, Math.max(120, width - BESIDE - SPARE), widthOf, FONT)
}
