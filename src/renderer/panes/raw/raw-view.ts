import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, highlightSpecialChars } from '@codemirror/view'
import { DisplayText } from './display-text.ts'
import { rawGutter } from './raw-gutter.ts'
import { oddSign, rawInk } from './raw-ink.ts'
import { rawState, type RawState, show } from './raw-state.ts'
import { rawTheme } from './raw-theme.ts'

export interface RawEvents {
  readonly onscroll: () => void
  /** Heights have become known that were estimated before. */
  readonly onmeasure: () => void
  readonly onpoint: (raw: number) => void
  readonly onhover: (raw: number | null) => void
  /** What is selected; null where nothing is any more. */
  readonly onselect: (selection: { readonly from: number; readonly to: number } | null) => void
}

/** The raw text in a read-only CodeMirror, in the words of the raw text: all offsets are raw, all heights are of the pane. */
export class RawView {
  readonly display: DisplayText
  readonly #view: EditorView
  readonly #events: RawEvents
  #frame = 0

  constructor(host: HTMLElement, text: string, label: string, events: RawEvents) {
    this.display = DisplayText.of(text)
    this.#events = events
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
    this.#view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: this.display.text,
        extensions: [
          rawTheme,
          EditorState.readOnly.of(true),
          // Not editable, so that single keys mean commands here; it can be focused all the same.
          EditorView.editable.of(false),
          EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': label, lang: 'zh' }),
          EditorView.lineWrapping,
          drawSelection(),
          highlightSpecialChars({
            specialChars:
              /[\f\u0085\u00a0\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu,
            render: (code) => oddSign(code),
          }),
          rawState,
          rawInk(),
          rawGutter(),
          EditorView.updateListener.of((update) => {
            if (update.geometryChanged) events.onmeasure()
            if (update.selectionSet) this.#selected()
          }),
          EditorView.domEventHandlers({
            click: (event) => this.#clicked(event),
            mousemove: (event) => this.#moved(event),
            mouseleave: () => this.#left(),
          }),
        ],
      }),
    })
    this.#view.scrollDOM.addEventListener('scroll', events.onscroll, { passive: true })
  }

  show(state: RawState): void {
    this.#view.dispatch({ effects: show.of(state) })
  }

  focus(): void {
    this.#view.contentDOM.focus({ preventScroll: true })
  }

  get hasFocus(): boolean {
    return this.#view.hasFocus
  }

  get scroller(): HTMLElement {
    return this.#view.scrollDOM
  }

  get height(): number {
    return this.#view.scrollDOM.clientHeight
  }

  /** The raw offset at a height of the pane; between lines it is the nearer one. */
  offsetAt(y: number): number {
    const height = y + this.#zero
    const line = this.#view.lineBlockAtHeight(height)
    const share = line.height > 0 ? Math.min(1, Math.max(0, (height - line.top) / line.height)) : 0
    return this.display.toRaw(line.from + Math.round(share * (line.to - line.from)))
  }

  /**
   * The rows in which a raw offset stands. Counted from what CodeMirror knows of line heights, without asking the page:
   * of a wrapped line by the share of its text, exact to a row, the same way as `offsetAt` has it.
   */
  heightOf(raw: number): { readonly top: number; readonly bottom: number } {
    const at = this.display.toDisplay(raw)
    const line = this.#view.lineBlockAt(at)
    const rows = Math.max(1, Math.round(line.height / this.#view.defaultLineHeight))
    const share = line.to > line.from ? (at - line.from) / (line.to - line.from) : 0
    const row = line.height / rows
    const top = line.top - this.#zero + Math.min(rows - 1, Math.floor(share * rows)) * row
    return { top, bottom: top + row }
  }

  /** The selected raw text. */
  get selection(): { readonly from: number; readonly to: number } {
    const { from, to } = this.#view.state.selection.main
    return { from: this.display.toRaw(from), to: this.display.toRaw(to) }
  }

  scrollBy(pixels: number): void {
    this.#view.scrollDOM.scrollTop += pixels
  }

  /** Brings a raw offset to a height of the pane. Far away, heights are estimated: then it takes a few measures to arrive. */
  bring(raw: number, y: number): void {
    this.scrollBy(this.heightOf(raw).top - y)
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame)
    this.#view.destroy()
  }

  /** How much of the document is above the pane. */
  get #zero(): number {
    return this.#view.scrollDOM.scrollTop - this.#view.documentPadding.top
  }

  #rawAt(event: MouseEvent): number | null {
    const at = this.#view.posAtCoords({ x: event.clientX, y: event.clientY })
    return at === null ? null : this.display.toRaw(at)
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

  #selected(): void {
    const { from, to } = this.selection
    this.#events.onselect(from < to ? { from, to } : null)
  }
}
